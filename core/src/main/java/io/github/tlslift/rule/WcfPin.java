package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Role;
import java.util.stream.Stream;

/** Flags a WCF transport binding that is given protocol versions by name. */
final class WcfPin implements Rule {
  @Override
  public String id() {
    return "wcf-pin";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.apiUses(Role.WCF_PROTOCOLS)
        .filter(u -> u.operation() == Operation.SET && !u.value().possible().isEmpty())
        .map(u -> Places.finding(id(), u, Places.verdict(u.value()), message(u), d));
  }

  private static String message(ApiUse use) {
    return "gives a WCF binding " + Places.names(use.value());
  }
}
