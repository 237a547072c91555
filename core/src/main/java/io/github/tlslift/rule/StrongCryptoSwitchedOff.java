package io.github.tlslift.rule;

import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Severity;
import io.github.tlslift.model.SwitchSetting;
import io.github.tlslift.model.SwitchSetting.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at AppContext switches in force: true turns an old behaviour on. */
final class StrongCryptoSwitchedOff implements Rule {
  @Override
  public String id() {
    return "strong-crypto-switched-off";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.processes().stream()
        .flatMap(StrongCryptoSwitchedOff::inForce)
        .filter(s -> Switches.isTls(s.name()) && s.value().isPresent())
        .distinct()
        .map(s -> finding(s, d));
  }

  private static Stream<SwitchSetting> inForce(Process process) {
    Stream<SwitchSetting> config =
        process.config().stream()
            .map(ConfigFile::switches)
            .flatMap(List::stream)
            .filter(s -> process.host() != HostKind.ASPNET || s.source() != Source.OVERRIDES);
    return Stream.concat(
        config, process.switches().stream().filter(s -> s.source() == Source.CODE));
  }

  private Finding finding(SwitchSetting s, Diagnosis d) {
    boolean old = s.value().orElse(false);
    boolean guilty = old && d.causesFailure(s.location());
    Severity severity = guilty ? Severity.ERROR : old ? Severity.WARNING : Severity.NOTE;
    List<String> names = d.names(p -> inForce(p).anyMatch(s::equals));
    return ProcessPlaces.finding(
        id(),
        severity,
        s.location(),
        message(s, old),
        Optional.of(old ? PlaceVerdict.SWITCH : PlaceVerdict.OK),
        names);
  }

  private static String message(SwitchSetting s, boolean old) {
    return Switches.shortName(s.name())
        + "="
        + s.text()
        + (old ? " turns an old behaviour on" : " turns the old behaviour off");
  }
}
