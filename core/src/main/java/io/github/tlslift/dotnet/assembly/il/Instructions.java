package io.github.tlslift.dotnet.assembly.il;

import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.List;

/** Decodes the code of a method. */
public final class Instructions {
  private static final int MOST_TARGETS = 1 << 20;

  private final ByteReader code;
  private final int start;
  private OpCode op = OpCode.named("nop");
  private int offset;
  private int operand;

  private Instructions(ByteReader code) throws MalformedInputException {
    this.code = code.from(0, "Instruction");
    this.start = this.code.position();
  }

  /** All of it. */
  public static List<Instruction> of(MethodBody body) throws MalformedInputException {
    List<Instruction> all = new ArrayList<>();
    Instructions in = new Instructions(body.code());
    while (!in.code.isAtEnd()) {
      List<Integer> targets = in.next(true);
      all.add(new Instruction(in.offset, in.at(), in.op, in.operand, targets));
    }
    return all;
  }

  /** What is done with a token or string that code names. */
  public interface Tokens {
    /** Looks at one of them. */
    void see(OpCode op, int token);
  }

  /** Goes over the tokens and strings alone, which makes no object. */
  public static void scan(MethodBody body, Tokens tokens) throws MalformedInputException {
    Instructions in = new Instructions(body.code());
    while (!in.code.isAtEnd()) {
      List<Integer> none = in.next(false);
      OpCode.Operand kind = in.op.operand();
      if (none.isEmpty() && (kind == OpCode.Operand.TOKEN || kind == OpCode.Operand.STRING)) {
        tokens.see(in.op, in.operand);
      }
    }
  }

  private int at() {
    return code.position() - start;
  }

  // Reads one; the targets of a switch only where they are asked for.
  private List<Integer> next(boolean targets) throws MalformedInputException {
    offset = at();
    int first = code.u8("Instruction");
    boolean prefixed = OpCode.isPrefix(first);
    int number = prefixed ? code.u8("Instruction") : first;
    if (!OpCode.isKnown(prefixed, number)) {
      throw new MalformedInputException(
          code.position() - 1,
          "Instruction",
          "0x" + Integer.toHexString(prefixed ? 0xFE00 | number : number) + " is no instruction");
    }
    op = OpCode.of(prefixed, number);
    if (op.operand() == OpCode.Operand.SWITCH) {
      return switchTargets(targets);
    }
    operand = operand();
    return List.of();
  }

  private int operand() throws MalformedInputException {
    return switch (op.operand()) {
      case NONE, SWITCH -> 0;
      case INT8 -> (byte) code.u8("Instruction.Operand");
      case VARIABLE8 -> code.u8("Instruction.Operand");
      case VARIABLE16 -> code.u16("Instruction.Operand");
      case INT64 -> (int) code.i64("Instruction.Operand");
      case FLOAT64 -> (int) code.i64("Instruction.Operand");
      case INT32, FLOAT32, TOKEN, STRING -> code.i32("Instruction.Operand");
      case TARGET8 -> (byte) code.u8("Instruction.Operand") + at();
      case TARGET32 -> code.i32("Instruction.Operand") + at();
    };
  }

  private List<Integer> switchTargets(boolean wanted) throws MalformedInputException {
    long count = code.u32("switch");
    if (count > MOST_TARGETS) {
      throw new MalformedInputException(
          code.position() - 4, "switch", count + " targets are too many");
    }
    ByteReader table = code.slice(count * 4, "switch");
    List<Integer> targets = new ArrayList<>();
    while (wanted && !table.isAtEnd()) {
      targets.add(table.i32("switch") + at());
    }
    return targets;
  }
}
