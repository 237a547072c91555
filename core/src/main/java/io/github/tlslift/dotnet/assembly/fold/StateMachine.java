package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.assembly.il.Instruction;
import io.github.tlslift.dotnet.assembly.image.Image;
import io.github.tlslift.dotnet.assembly.metadata.Members;
import io.github.tlslift.io.MalformedInputException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way through the code that compilers make of an {@code async} method, as it was written: from
 * its beginning, past the jumps that take it up again after an {@code await}, to where it sets its
 * result.
 *
 * @param starts where each jump by state goes at first
 * @param ends where the method is done; empty where the code is no such thing
 */
record StateMachine(Map<Integer, Integer> starts, BitSet ends) {
  private static final StateMachine NONE = new StateMachine(Map.of(), new BitSet());
  private static final String ROSLYN = "<>1__state";
  private static final String MONO = "$PC";

  static StateMachine of(Code code, Image image) {
    try {
      return code.size() < 3 ? NONE : read(code, image);
    } catch (MalformedInputException unnamed) {
      return NONE;
    }
  }

  private static StateMachine read(Code code, Image image) throws MalformedInputException {
    Optional<String> field =
        code.at(1).name().equals("ldfld")
            ? image.members().field(code.at(1).operand()).map(Members.Field::name)
            : Optional.empty();
    if (field.filter(f -> f.equals(ROSLYN) || f.equals(MONO)).isEmpty()) {
      return NONE;
    }
    String load = code.at(2).name().replace("stloc", "ldloc");
    Map<Integer, Integer> starts = new HashMap<>();
    BitSet ends = new BitSet();
    for (int i = 3; i < code.size(); i++) {
      Instruction at = code.at(i);
      boolean byState = code.at(i - 1).name().equals(load);
      if (byState && code.next(i).size() > 1) {
        starts.put(i, first(code.next(i), field.get()));
      } else if (at.name().startsWith("call")
          && image.members().method(at.operand()).name().equals("SetResult")) {
        ends.set(i);
      }
    }
    return new StateMachine(starts, ends);
  }

  // Mono numbers the beginning 0, the first target; Roslyn -1, which falls through all targets.
  private static int first(List<Integer> next, String field) {
    return field.equals(MONO) ? next.get(0) : next.get(next.size() - 1);
  }

  /** Whether a method ends there. */
  boolean isEnd(int index, Instruction at) {
    return ends.isEmpty() ? at.name().equals("ret") : ends.get(index);
  }

  /** Where it goes from an instruction. */
  List<Integer> next(int index, List<Integer> plain) {
    Integer start = starts.get(index);
    return start == null ? plain : List.of(start);
  }
}
