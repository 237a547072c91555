package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Role;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags code that sets the process-wide protocols after it has made the request they are for. */
final class WriteAfterRequest implements Rule {
  @Override
  public String id() {
    return "write-after-request";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.processes().stream().flatMap(p -> writes(p).flatMap(w -> finding(w, p, d))).distinct();
  }

  private static Stream<ApiUse> writes(Process p) {
    return p.apiUses().stream()
        .filter(u -> u.role() == Role.PROCESS_PROTOCOLS && !u.conditional())
        .filter(u -> u.operation() == Operation.SET || u.operation() == Operation.ADD);
  }

  private Stream<Finding> finding(ApiUse write, Process p, Diagnosis d) {
    Optional<ApiUse> request =
        p.apiUses().stream()
            .filter(u -> u.makesRequest() && u.runsBefore(write))
            .filter(r -> writes(p).noneMatch(w -> w.runsBefore(r)))
            .findFirst();
    return request.stream()
        .map(r -> Places.finding(id(), write, verdict(write), message(r.location()), d));
  }

  private static PlaceVerdict verdict(ApiUse write) {
    return Places.verdict(write.value());
  }

  private static String message(Location request) {
    return "sets the protocols too late for the request made before it, at "
        + request
        + "; only later ones take them";
  }
}
