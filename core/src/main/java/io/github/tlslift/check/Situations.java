package io.github.tlslift.check;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Setting;
import io.github.tlslift.model.SwitchSetting;
import io.github.tlslift.model.SwitchSetting.Source;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.resolve.FrameworkVersion;
import io.github.tlslift.resolve.HostOptions;
import io.github.tlslift.resolve.Installed;
import io.github.tlslift.resolve.Situation;
import io.github.tlslift.resolve.Situation.Basis;
import io.github.tlslift.resolve.SwitchValue;
import io.github.tlslift.windows.WindowsVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** One process and one API to every situation that may be the real one, on any Windows. */
final class Situations {

  /**
   * A situation and the case it stands for.
   *
   * @param when empty where there is but one
   */
  record Labelled(String when, Situation situation) {}

  private final Process process;
  private final CheckRequest request;

  Situations(Process process, CheckRequest request) {
    this.process = process;
    this.request = request;
  }

  /** The situations on one Windows; they are the same on every other. */
  List<Labelled> of(ApiInUse api, CodeAlternatives alternatives, WindowsVersion windows) {
    List<Labelled> all = new ArrayList<>();
    for (HostCase host : HostCase.of(process, request)) {
      for (CodeAlternatives.Case code : alternatives.cases()) {
        for (OptionalInt argument : arguments(api)) {
          for (BitnessCase bits : BitnessCase.of(process, request)) {
            all.add(
                new Labelled(
                    label(label(host.when(), code.when()), bits.when()),
                    situation(host, code, api, argument, bits.bitness(), windows)));
          }
        }
      }
    }
    return all;
  }

  private Situation situation(
      HostCase host,
      CodeAlternatives.Case code,
      ApiInUse api,
      OptionalInt argument,
      Bitness bitness,
      WindowsVersion windows) {
    Clr clr = host.clr();
    return new Situation(
        clr,
        clr == Clr.NATIVE ? Optional.empty() : Optional.of(installed(clr)),
        version(host.target()),
        host.targetAt(),
        host.host(),
        hostOptions(host),
        bitness,
        request.registry(),
        switches(),
        code.writes(),
        api.api(),
        argument,
        api.at(),
        windows,
        new Basis(configBasis(), codeBasis(), code.late()));
  }

  private Installed installed(Clr clr) {
    Installed given = request.installed().orElse(Installed.ASSUMED);
    return switch (clr) {
      case CLR2 ->
          given.isClr2() || rollsForward() ? given : Installed.parse("3.5.1").orElseThrow();
      case CORE -> given.core() ? given : Installed.parse("net8.0").orElseThrow();
      case CLR4, NATIVE -> given.isClr2() || given.core() ? Installed.ASSUMED : given;
    };
  }

  // supportedRuntime v4.0 first sends an executable of 2.0 to 3.5 to CLR 4 (facts R1).
  private boolean rollsForward() {
    return process
        .config()
        .map(ConfigFile::supportedRuntimes)
        .filter(r -> !r.isEmpty() && r.get(0).key().startsWith("v4"))
        .isPresent();
  }

  private static Optional<FrameworkVersion> version(Optional<TargetFramework> target) {
    return target
        .filter(TargetFramework::isFramework)
        .flatMap(t -> FrameworkVersion.parse(t.version()));
  }

  private HostOptions hostOptions(HostCase host) {
    boolean web = host.host() == HostKind.ASPNET;
    Optional<ConfigFile> config = process.config().filter(c -> web);
    return new HostOptions(
        web ? version(host.target()) : Optional.empty(),
        config
            .flatMap(ConfigFile::compilationTarget)
            .map(Setting::value)
            .flatMap(FrameworkVersion::parse),
        false,
        host.target().map(TargetFramework::isNone).orElse(false),
        false,
        rollsForward());
  }

  private List<SwitchValue> switches() {
    List<SwitchValue> values = new ArrayList<>();
    process.config().ifPresent(c -> addConfig(c, values));
    process.switches().stream()
        .filter(s -> s.source() == Source.CODE)
        .forEach(s -> values.add(value(s)));
    return values;
  }

  private static void addConfig(ConfigFile config, List<SwitchValue> values) {
    config.switches().stream()
        .filter(s -> s.source() == Source.OVERRIDES)
        .forEach(s -> values.add(value(s)));
    config
        .appSettings()
        .forEach(
            s ->
                values.add(
                    new SwitchValue(
                        Source.APP_SETTINGS, s.key(), s.value(), Optional.of(s.location()))));
  }

  private static SwitchValue value(SwitchSetting s) {
    return new SwitchValue(s.source(), s.name(), s.text(), Optional.of(s.location()));
  }

  private static List<OptionalInt> arguments(ApiInUse api) {
    Set<Integer> values =
        new TreeSet<>(api.argument().map(FoldedValue::possible).orElseGet(TreeSet::new));
    return values.isEmpty()
        ? List.of(OptionalInt.empty())
        : values.stream().map(OptionalInt::of).toList();
  }

  private String configBasis() {
    return process
        .config()
        .map(c -> fileName(c.file()) + " has no switch")
        .orElse("no config file");
  }

  private String codeBasis() {
    int files = process.filesRead();
    return files == 1 ? "1 file read" : files + " files read";
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String label(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
  }
}
