package io.github.tlslift.dotnet.assembly.il;

import java.util.List;

/**
 * An instruction in its place.
 *
 * @param offset within the code
 * @param end where the next one begins
 * @param operand the number, token, variable or target
 * @param targets of a switch; empty of others
 */
public record Instruction(int offset, int end, OpCode op, int operand, List<Integer> targets) {

  /** Copies the targets. */
  public Instruction {
    targets = List.copyOf(targets);
  }

  /** The name, such as {@code ldc.i4.s}. */
  public String name() {
    return op.name();
  }

  /** Whether it names a target. */
  public boolean isJump() {
    return op.operand() == OpCode.Operand.TARGET8 || op.operand() == OpCode.Operand.TARGET32;
  }

  /** For people: {@code IL_0012}. */
  public String label() {
    return String.format("IL_%04x", offset);
  }
}
