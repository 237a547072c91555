package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags code and config that accept any server certificate: no cure for a version problem. */
final class ValidationSwitchedOff implements Rule {
  @Override
  public String id() {
    return "validation-switched-off";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.apiUses(Role.VALIDATION_OFF).map(u -> finding(u, d));
  }

  private Finding finding(ApiUse use, Diagnosis d) {
    String message =
        "accepts any server certificate; that mends no version problem and opens the connection to anyone";
    return new Finding(
        id(),
        Severity.WARNING,
        use.location(),
        message,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        use.conditional(),
        use.code(),
        d.processesOf(use));
  }
}
