package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.il.Instruction;
import io.github.tlslift.dotnet.assembly.il.OpCode;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.io.MalformedInputException;
import java.util.List;

/**
 * Returns that are there for wrong arguments: {@code if (args.Length == 0) { Usage(); return; }}.
 * What follows is what the method is for, as for the readers of source.
 */
final class EarlyExits {
  // What may write protocols, or tell the value in force.
  private static final List<String> LOUD =
      List.of("System.Net.", "System.Reflection.", "System.AppContext.", "Microsoft.");

  private final Code code;
  private final Image image;

  EarlyExits(Code code, Image image) {
    this.code = code;
    this.image = image;
  }

  /** Whether the method returns there early, and not because of the value in force. */
  boolean is(int index, int before) {
    if (index >= before || !leavesAt(index)) {
      return false;
    }
    int condition = condition(index);
    return condition >= 0 && isQuiet(condition, index) && !asksForProtocols(condition);
  }

  private boolean leavesAt(int index) {
    Instruction at = code.at(index);
    return at.name().equals("ret")
        || at.isJump() && at.op().flow() == OpCode.Flow.BRANCH && returns(code.next(index).get(0));
  }

  // Unoptimized code has one return: ldloc.0; ret
  private boolean returns(int index) {
    String name = code.at(index).name();
    boolean passes = name.startsWith("ldloc") || name.equals("nop");
    return name.equals("ret")
        || passes && index + 1 < code.size() && code.at(index + 1).name().equals("ret");
  }

  /** The nearest condition that leads past the return; -1 where there is none. */
  private int condition(int exit) {
    for (int i = exit - 1; i >= 0; i--) {
      Instruction at = code.at(i);
      boolean decides = at.isJump() && at.op().flow() == OpCode.Flow.CONDITION;
      if (decides && code.next(i).get(0) == exit + 1) {
        return i;
      }
    }
    return -1;
  }

  private boolean isQuiet(int from, int to) {
    for (int i = from; i < to; i++) {
      if (calls(i) && isLoud(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean calls(int index) {
    String name = code.at(index).name();
    return name.startsWith("call") || name.equals("newobj");
  }

  private boolean isLoud(int index) {
    try {
      Member callee = image.members().method(code.at(index).operand());
      return !callee.type().startsWith("System.")
          || LOUD.stream().anyMatch(callee.qualified()::startsWith);
    } catch (MalformedInputException unnamed) {
      return true;
    }
  }

  private boolean asksForProtocols(int condition) {
    for (int i = 0; i < condition; i++) {
      if (calls(i) && isProtocol(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isProtocol(int index) {
    try {
      String name = image.members().method(code.at(index).operand()).name();
      return name.equals("get_SecurityProtocol");
    } catch (MalformedInputException unnamed) {
      return true;
    }
  }
}
