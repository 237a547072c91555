package io.github.tlslift.rule;

import io.github.tlslift.model.Finding;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Severity;
import io.github.tlslift.model.SwitchSetting;
import io.github.tlslift.model.SwitchSetting.Source;
import java.util.stream.Stream;

/** Flags {@code AppContextSwitchOverrides} in a web.config, where they have no effect. */
final class SwitchNotReadByAspNet implements Rule {
  @Override
  public String id() {
    return "switch-not-read-by-aspnet";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.processes().stream().filter(p -> p.host() == HostKind.ASPNET).flatMap(this::findings);
  }

  private Stream<Finding> findings(Process process) {
    return process.config().stream()
        .flatMap(c -> c.switches().stream())
        .filter(s -> s.source() == Source.OVERRIDES && Switches.isTls(s.name()))
        .map(s -> ProcessPlaces.finding(id(), Severity.WARNING, s.location(), message(s), process));
  }

  private static String message(SwitchSetting s) {
    return Switches.shortName(s.name())
        + "="
        + s.text()
        + " has no effect: ASP.NET does not read AppContextSwitchOverrides from web.config; appSettings key AppContext.SetSwitch:"
        + s.name()
        + " works";
  }
}
