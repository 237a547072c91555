package io.github.tlslift.cure;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Cure.Applicability;
import io.github.tlslift.model.Cure.Reach;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Setting;
import io.github.tlslift.model.SwitchSetting;
import io.github.tlslift.model.SwitchSetting.Source;
import java.util.List;
import java.util.Optional;

/** Turns the quirk switches off in the config file that counts: {@code config-switch}. */
final class ConfigSwitch implements Treatment {
  private static final String PREFIX = "Switch.System.Net.";

  private final List<String> switches;

  ConfigSwitch(String... switches) {
    this.switches = List.of(switches);
  }

  @Override
  public String id() {
    return "config-switch";
  }

  @Override
  public Optional<Result> apply(Patient patient) {
    Process process = patient.process();
    if (process.clr() != Clr.CLR4 || process.host() == HostKind.LIBRARY) {
      return Optional.empty();
    }
    String file = process.configPath().orElse("the program's config");
    ConfigFile config =
        process.config().orElseGet(() -> ConfigFile.empty(file, ConfigFile.Kind.EXE));
    ConfigFile edited =
        process.host() == HostKind.ASPNET ? inAppSettings(config) : inRuntime(config);
    return Optional.of(
        new Result(
            patient.with(process.withConfig(edited)),
            fileName(config.file()) + ": " + title(process.host()),
            isShared(process.host()) ? Applicability.REVIEW : Applicability.SAFE,
            ".NET Framework " + (needs47() ? "4.7" : "4.6") + " or later installed",
            isShared(process.host())
                ? List.of("every other program that this host runs")
                : List.of(),
            "the program",
            List.of(Location.ofFile(config.file())),
            switches.stream().map(s -> PREFIX + s + "=false").toList(),
            isShared(process.host()) ? Reach.SHARED_CONFIG : Reach.CONFIG));
  }

  private ConfigFile inRuntime(ConfigFile config) {
    Location at = Location.ofFile(config.file());
    return config.withSwitches(
        switches.stream()
            .map(
                s ->
                    new SwitchSetting(
                        PREFIX + s, "false", Optional.of(false), Source.OVERRIDES, at))
            .toList());
  }

  private ConfigFile inAppSettings(ConfigFile config) {
    Location at = Location.ofFile(config.file());
    return config.withAppSettings(
        switches.stream()
            .map(s -> new Setting("AppContext.SetSwitch:" + PREFIX + s, "false", at))
            .toList());
  }

  private String title(HostKind host) {
    String form = host == HostKind.ASPNET ? " (appSettings form)" : "";
    return String.join(" and ", switches.stream().map(s -> s + "=false").toList()) + form;
  }

  private boolean needs47() {
    return switches.size() == 1 && switches.contains("DontEnableSystemDefaultTlsVersions");
  }

  private static boolean isShared(HostKind host) {
    return host == HostKind.OFFICE || host == HostKind.COM || host == HostKind.POWERSHELL51;
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
