package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Role;
import java.util.stream.Stream;

/**
 * Records code that leaves the process-wide protocols to the operating system or puts them back.
 */
final class LeftToSystem implements Rule {
  @Override
  public String id() {
    return "left-to-system";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.apiUses(Role.PROCESS_PROTOCOLS)
        .filter(LeftToSystem::leaves)
        .map(u -> Places.finding(id(), u, PlaceVerdict.OK, message(u), d));
  }

  private static boolean leaves(ApiUse use) {
    boolean zero =
        use.operation() == Operation.SET && use.value().exact().filter(v -> v == 0).isPresent();
    return zero || use.operation() == Operation.RESTORE;
  }

  private static String message(ApiUse use) {
    return use.operation() == Operation.RESTORE
        ? "puts back the ServicePointManager.SecurityProtocol that was there before"
        : "leaves the versions to the operating system";
  }
}
