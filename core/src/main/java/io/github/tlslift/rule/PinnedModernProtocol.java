package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.TlsVersion;
import java.util.stream.Stream;

/** Flags code that replaces the process-wide protocols with TLS 1.2 or 1.3 by name. */
final class PinnedModernProtocol implements Rule {
  @Override
  public String id() {
    return "pinned-modern-protocol";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.apiUses(Role.PROCESS_PROTOCOLS)
        .filter(u -> u.operation() == Operation.SET)
        .filter(u -> Places.verdict(u.value()) == PlaceVerdict.HARDCODED)
        .map(u -> Places.finding(id(), u, PlaceVerdict.HARDCODED, message(u), d));
  }

  private static String message(ApiUse use) {
    boolean newest = new Protocols(use.value().may()).contains(TlsVersion.TLS13);
    return "sets ServicePointManager.SecurityProtocol to "
        + Places.names(use.value())
        + (newest ? " by name" : ", which shuts out TLS 1.3");
  }
}
