package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Phase;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.TlsVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags code that sets the process-wide protocols where other code of the process sets others. */
final class CompetingWrites implements Rule {
  @Override
  public String id() {
    return "competing-writes";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.processes().stream().flatMap(p -> findings(p, d)).distinct();
  }

  private Stream<Finding> findings(Process p, Diagnosis d) {
    List<ApiUse> writes =
        p.apiUses().stream()
            .filter(u -> u.role() == Role.PROCESS_PROTOCOLS && u.operation() == Operation.SET)
            .filter(u -> !isUndone(u, p))
            .toList();
    return writes.stream()
        .filter(w -> !isFirst(w))
        .flatMap(
            w ->
                other(w, writes).stream()
                    .map(o -> Places.finding(id(), w, Places.verdict(w.value()), message(o), d)));
  }

  // What the program does first is undone by everything that runs later, and told there.
  private static boolean isFirst(ApiUse use) {
    return use.phase() == Phase.ENTRY_POINT
        || use.phase() == Phase.APPLICATION_START
        || use.phase() == Phase.SCRIPT;
  }

  // Code that puts the value back afterwards competes with nobody for long.
  private static boolean isUndone(ApiUse use, Process p) {
    return p.apiUses().stream()
        .anyMatch(u -> u.operation() == Operation.RESTORE && u.container().equals(use.container()));
  }

  private static Optional<ApiUse> other(ApiUse write, List<ApiUse> all) {
    return all.stream()
        .filter(o -> !isInSameMember(o, write))
        .filter(o -> hasTls12(o.value()) != hasTls12(write.value()))
        .findFirst();
  }

  private static boolean isInSameMember(ApiUse a, ApiUse b) {
    return a.container().equals(b.container()) && a.location().file().equals(b.location().file());
  }

  private static boolean hasTls12(FoldedValue value) {
    return value.possible().stream()
        .allMatch(m -> m == 0 || new Protocols(m).contains(TlsVersion.TLS12));
  }

  private static String message(ApiUse other) {
    return "sets the protocols of the whole process, and "
        + other.location()
        + " sets them to "
        + Places.names(other.value())
        + "; whichever ran last is in force";
  }
}
