package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Role;
import java.util.stream.Stream;

/** Flags code that adds a version below TLS 1.2 to the process-wide protocols. */
final class AddedLegacyProtocol implements Rule {
  @Override
  public String id() {
    return "added-legacy-protocol";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.apiUses(Role.PROCESS_PROTOCOLS)
        .filter(u -> u.operation() == Operation.ADD)
        .filter(u -> Places.verdict(u.value()) == PlaceVerdict.WEAK)
        .map(u -> Places.finding(id(), u, PlaceVerdict.WEAK, message(u), d));
  }

  private static String message(ApiUse use) {
    return "adds " + Places.names(use.value()) + " to ServicePointManager.SecurityProtocol";
  }
}
