package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Role;
import java.util.stream.Stream;

/** Reports a protocol value that the text does not tell. */
final class UnknownProtocolValue implements Rule {
  @Override
  public String id() {
    return "unknown-protocol-value";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return Stream.of(
            Role.PROCESS_PROTOCOLS,
            Role.HANDLER_PROTOCOLS,
            Role.STREAM_PROTOCOLS,
            Role.WCF_PROTOCOLS)
        .flatMap(d::apiUses)
        .filter(u -> u.operation() == Operation.SET || u.operation() == Operation.ADD)
        .filter(u -> u.value().possible().isEmpty())
        .map(u -> Places.finding(id(), u, PlaceVerdict.OK, message(u), d));
  }

  private static String message(ApiUse use) {
    return "sets "
        + use.member()
        + " to a value that is not known: "
        + use.value().unknown().orElse("");
  }
}
