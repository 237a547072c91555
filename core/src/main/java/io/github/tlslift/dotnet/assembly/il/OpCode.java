package io.github.tlslift.dotnet.assembly.il;

import io.github.tlslift.io.CsvTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An instruction as ECMA-335 III describes it; {@code opcodes.csv}, which is what {@code
 * System.Reflection.Emit.OpCodes} says of itself.
 *
 * @param code one byte, or two that begin with 0xFE
 * @param pops how many values it takes from the stack; -1 where its operand says
 * @param pushes how many it gives; -1 where its operand says
 */
public record OpCode(int code, String name, Operand operand, int pops, int pushes, Flow flow) {
  private static final int PREFIX = 0xFE;
  private static final List<OpCode> ROWS =
      CsvTable.load(
          OpCode.class,
          "opcodes.csv",
          r ->
              new OpCode(
                  Integer.parseInt(r.getField("code"), 16),
                  r.getField("name").intern(),
                  Operand.valueOf(r.getField("operand")),
                  Integer.parseInt(r.getField("pops")),
                  Integer.parseInt(r.getField("pushes")),
                  Flow.valueOf(r.getField("flow"))));
  private static final OpCode[] ONE_BYTE = new OpCode[256];
  private static final OpCode[] TWO_BYTES = new OpCode[256];
  private static final Map<String, OpCode> BY_NAME = new HashMap<>();

  static {
    for (OpCode op : ROWS) {
      (op.code > 0xFF ? TWO_BYTES : ONE_BYTE)[op.code & 0xFF] = op;
      BY_NAME.put(op.name, op);
    }
  }

  /** What follows an instruction. */
  public enum Operand {
    NONE(0),
    INT8(1),
    INT32(4),
    INT64(8),
    FLOAT32(4),
    FLOAT64(8),
    TOKEN(4),
    STRING(4),
    VARIABLE8(1),
    VARIABLE16(2),
    TARGET8(1),
    TARGET32(4),
    /** A count, and as many targets of four bytes. */
    SWITCH(4);

    private final int size;

    Operand(int size) {
      this.size = size;
    }

    /** Its bytes; of a switch those of the count. */
    public int size() {
      return size;
    }
  }

  /** Where it goes from there. */
  public enum Flow {
    NEXT,
    BRANCH,
    CONDITION,
    RETURN,
    THROW
  }

  /** Whether the byte begins a code of two bytes. */
  static boolean isPrefix(int first) {
    return first == PREFIX;
  }

  /** Whether some instruction has the code. */
  static boolean isKnown(boolean prefixed, int code) {
    return (prefixed ? TWO_BYTES : ONE_BYTE)[code] != null;
  }

  static OpCode of(boolean prefixed, int code) {
    return (prefixed ? TWO_BYTES : ONE_BYTE)[code];
  }

  /**
   * The instruction of a name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static OpCode named(String name) {
    OpCode op = BY_NAME.get(name);
    if (op == null) {
      throw new IllegalArgumentException("no instruction is called " + name);
    }
    return op;
  }
}
