package io.github.tlslift.check;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Phase;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Role;
import io.github.tlslift.resolve.CodeWrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sequences of writes to the process-wide static that may be in force when a request is made.
 *
 * @param cases each sequence, with the case it stands for; the case is empty where there is but one
 * @param unknown why another value may be in force; empty where the cases are all
 */
record CodeAlternatives(List<Case> cases, Optional<String> unknown) {

  record Case(String when, List<CodeWrite> writes) {}

  private static final int MOST = 12;

  static CodeAlternatives of(Process process) {
    List<ApiUse> writes =
        process.apiUses().stream()
            .filter(u -> u.role() == Role.PROCESS_PROTOCOLS)
            .filter(u -> u.operation() != Operation.USE && u.operation() != Operation.RESTORE)
            .toList();
    Optional<String> unknown =
        writes.stream().flatMap(u -> u.value().unknown().stream()).findFirst();
    List<ApiUse> early =
        writes.stream().filter(CodeAlternatives::isSureAndEarly).sorted(BY_PHASE).toList();
    List<ApiUse> others = writes.stream().filter(u -> !isSureAndEarly(u)).toList();
    return new CodeAlternatives(cases(early, others, process), unknown);
  }

  private static final Comparator<ApiUse> BY_PHASE =
      Comparator.comparing(ApiUse::phase).thenComparing(ApiUse::location);

  private static boolean isSureAndEarly(ApiUse use) {
    boolean early =
        use.phase() == Phase.ENTRY_POINT
            || use.phase() == Phase.APPLICATION_START
            || use.phase() == Phase.SCRIPT;
    return early && use.guard().whole();
  }

  private static List<Case> cases(List<ApiUse> early, List<ApiUse> others, Process process) {
    List<Case> cases = new ArrayList<>();
    boolean noneMayRun = others.stream().allMatch(u -> !u.guard().whole() || isUndone(u, process));
    if (others.isEmpty() || noneMayRun) {
      expand(others.isEmpty() ? "" : "before any other write", early, cases);
    }
    for (ApiUse other : others) {
      List<ApiUse> sequence = new ArrayList<>(early);
      sequence.add(other);
      expand("once " + other.location() + " has run", sequence, cases);
    }
    return distinct(cases);
  }

  private static boolean isUndone(ApiUse use, Process process) {
    return process.apiUses().stream()
        .anyMatch(
            u ->
                u.operation() == Operation.RESTORE
                    && u.container().equals(use.container())
                    && u.location().file().equals(use.location().file()));
  }

  private static void expand(String when, List<ApiUse> sequence, List<Case> into) {
    List<List<CodeWrite>> all = new ArrayList<>(List.of(List.of()));
    for (ApiUse use : sequence) {
      List<List<CodeWrite>> longer = new ArrayList<>();
      for (List<CodeWrite> before : all) {
        for (Integer mask : masks(use.value())) {
          List<CodeWrite> after = new ArrayList<>(before);
          after.add(write(use, mask));
          longer.add(after);
        }
      }
      all = longer.isEmpty() ? all : longer.subList(0, Math.min(MOST, longer.size()));
    }
    all.forEach(writes -> into.add(new Case(when, writes)));
  }

  private static CodeWrite write(ApiUse use, int mask) {
    return new CodeWrite(
        use.operation(), mask, Optional.of(use.location()), use.code(), use.guard());
  }

  private static Set<Integer> masks(FoldedValue value) {
    return value.possible();
  }

  private static List<Case> distinct(List<Case> cases) {
    Set<Case> set = new LinkedHashSet<>(cases);
    return set.stream().limit(MOST).toList();
  }
}
