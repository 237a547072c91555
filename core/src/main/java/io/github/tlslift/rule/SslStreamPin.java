package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Role;
import java.util.stream.Stream;

/** Flags an SslStream that is given protocol versions by name. */
final class SslStreamPin implements Rule {
  @Override
  public String id() {
    return "sslstream-pin";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.apiUses(Role.STREAM_PROTOCOLS)
        .filter(u -> u.operation() == Operation.SET && !u.value().possible().isEmpty())
        .map(u -> Places.finding(id(), u, Places.verdict(u.value()), message(u), d));
  }

  private static String message(ApiUse use) {
    return "gives an SslStream " + Places.names(use.value());
  }
}
