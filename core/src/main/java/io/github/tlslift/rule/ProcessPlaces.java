package io.github.tlslift.rule;

import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Severity;
import java.util.List;
import java.util.Optional;

/** Makes findings of what a process is, rather than of a line it has. */
final class ProcessPlaces {
  private ProcessPlaces() {}

  static Finding finding(
      String ruleId, Severity severity, Location at, String message, Process process) {
    return finding(ruleId, severity, at, message, Optional.empty(), List.of(process.name()));
  }

  static Finding finding(
      String ruleId,
      Severity severity,
      Location at,
      String message,
      Optional<PlaceVerdict> verdict,
      List<String> processes) {
    return new Finding(
        ruleId, severity, at, message, verdict, List.of(), Optional.empty(), false, "", processes);
  }
}
