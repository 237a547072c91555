package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Role;
import java.util.stream.Stream;

/** Notes code that adds TLS 1.2 or 1.3 and leaves SystemDefault alone. */
final class AddedModernProtocol implements Rule {
  @Override
  public String id() {
    return "added-modern-protocol";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.apiUses(Role.PROCESS_PROTOCOLS)
        .filter(u -> u.operation() == Operation.ADD && u.guard().sparesSystemDefault())
        .filter(u -> Places.verdict(u.value()) == PlaceVerdict.HARDCODED)
        .map(u -> Places.finding(id(), u, PlaceVerdict.HARDCODED, message(u), d));
  }

  private static String message(ApiUse use) {
    return "adds " + Places.names(use.value()) + " and leaves SystemDefault (0) alone";
  }
}
