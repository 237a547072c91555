package io.github.tlslift.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a .NET config file says that bears on TLS.
 *
 * @param file its path
 * @param kind which sort of file it is
 * @param switches AppContext switches, in order; the last of the same name wins
 * @param appSettings all {@code <appSettings>} entries
 * @param httpRuntimeTarget {@code httpRuntime/@targetFramework}, where given
 * @param compilationTarget {@code compilation/@targetFramework}, where given
 * @param supportedRuntimes {@code supportedRuntime} elements: key is {@code version}, value the
 *     attribute, then {@code sku}
 * @param apiUses protocol settings of bindings and the like
 * @param destinations addresses
 */
public record ConfigFile(
    String file,
    Kind kind,
    List<SwitchSetting> switches,
    List<Setting> appSettings,
    Optional<Setting> httpRuntimeTarget,
    Optional<Setting> compilationTarget,
    List<Setting> supportedRuntimes,
    List<ApiUse> apiUses,
    List<Destination> destinations) {

  /** Copies the lists. */
  public ConfigFile {
    switches = List.copyOf(switches);
    appSettings = List.copyOf(appSettings);
    supportedRuntimes = List.copyOf(supportedRuntimes);
    apiUses = List.copyOf(apiUses);
    destinations = List.copyOf(destinations);
  }

  /** The sorts of config file; the host decides which one it reads. */
  public enum Kind {
    /** {@code app.config} of a project, copied to {@code NAME.exe.config} by the build. */
    APP,
    /** {@code NAME.exe.config}. */
    EXE,
    /** {@code NAME.dll.config}: nobody reads it as a whole. */
    DLL,
    WEB,
    MACHINE,
    APPLICATION_HOST
  }

  /** A file of a kind with nothing in it. */
  public static ConfigFile empty(String file, Kind kind) {
    return new ConfigFile(
        file,
        kind,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The same with switches added after those there are. */
  public ConfigFile withSwitches(List<SwitchSetting> added) {
    return new ConfigFile(
        file,
        kind,
        join(switches, added),
        appSettings,
        httpRuntimeTarget,
        compilationTarget,
        supportedRuntimes,
        apiUses,
        destinations);
  }

  /** The same with settings added after those there are. */
  public ConfigFile withAppSettings(List<Setting> added) {
    return new ConfigFile(
        file,
        kind,
        switches,
        join(appSettings, added),
        httpRuntimeTarget,
        compilationTarget,
        supportedRuntimes,
        apiUses,
        destinations);
  }

  private static <T> List<T> join(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
