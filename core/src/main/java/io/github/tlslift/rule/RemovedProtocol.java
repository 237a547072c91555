package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.TlsVersion;
import java.util.stream.Stream;

/** Looks at code that takes versions out of the process-wide protocols. */
final class RemovedProtocol implements Rule {
  @Override
  public String id() {
    return "removed-protocol";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.apiUses(Role.PROCESS_PROTOCOLS)
        .filter(u -> u.operation() == Operation.REMOVE)
        .map(u -> Places.finding(id(), u, verdict(u), message(u), d));
  }

  private static PlaceVerdict verdict(ApiUse use) {
    Protocols removed = new Protocols(use.value().may());
    boolean modern = removed.contains(TlsVersion.TLS12) || removed.contains(TlsVersion.TLS13);
    return modern ? PlaceVerdict.WEAK : PlaceVerdict.OK;
  }

  private static String message(ApiUse use) {
    return "takes "
        + Places.names(use.value())
        + " out of ServicePointManager.SecurityProtocol; on SystemDefault (0) that changes nothing";
  }
}
