package io.github.tlslift.rule;

import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Process.IgnoredConfig;
import io.github.tlslift.model.Severity;
import io.github.tlslift.model.SwitchSetting;
import java.util.stream.Stream;

/** Flags a TLS switch in a config file that nobody reads for the process. */
final class SwitchInUnreadFile implements Rule {
  @Override
  public String id() {
    return "switch-in-unread-file";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.processes().stream().flatMap(p -> p.ignored().stream().flatMap(i -> findings(p, i)));
  }

  private Stream<Finding> findings(Process process, IgnoredConfig ignored) {
    return ignored.file().switches().stream()
        .filter(s -> Switches.isTls(s.name()))
        .map(
            s ->
                ProcessPlaces.finding(
                    id(), Severity.WARNING, s.location(), message(s, ignored), process));
  }

  private static String message(SwitchSetting s, IgnoredConfig ignored) {
    return Switches.shortName(s.name())
        + "="
        + s.text()
        + " has no effect here: "
        + ignored.reason();
  }
}
