package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.TlsVersion;
import java.util.stream.Stream;

/**
 * Flags code that replaces the process-wide protocols with a list that has a version below TLS 1.2.
 */
final class PinnedLegacyProtocol implements Rule {
  @Override
  public String id() {
    return "pinned-legacy-protocol";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.apiUses(Role.PROCESS_PROTOCOLS)
        .filter(u -> u.operation() == Operation.SET)
        .filter(u -> Places.verdict(u.value()) == PlaceVerdict.WEAK)
        .map(u -> Places.finding(id(), u, PlaceVerdict.WEAK, message(u), d));
  }

  private static String message(ApiUse use) {
    boolean modern = new Protocols(use.value().may()).contains(TlsVersion.TLS12);
    return "sets ServicePointManager.SecurityProtocol to "
        + Places.names(use.value())
        + (modern ? "" : ", leaving out TLS 1.2");
  }
}
