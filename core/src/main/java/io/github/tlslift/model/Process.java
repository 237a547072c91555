package io.github.tlslift.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What will run, and everything read that bears on it.
 *
 * @param name for people: {@code InvoiceSync.exe}, {@code portal (ASP.NET)}, {@code nightly.ps1}
 * @param path the folder or file it was found in, {@code .} for the root
 * @param host what starts the CLR
 * @param clr the runtime line
 * @param target what the entry assembly or {@code httpRuntime} says; empty where only the host
 *     knows
 * @param bitness which registry view it reads
 * @param bitnessAt where that was read
 * @param config the config file that counts, where there is one
 * @param ignored config files that look as if they counted and do not
 * @param apiUses all places in its code and config
 * @param switches switches that some file of it sets, config and code
 * @param registry registry values that its code or scripts write
 * @param destinations addresses it names
 * @param filesRead how many source files were read for it
 * @param configPath where the config file that counts belongs, whether or not it is there yet
 * @param project the project file that builds it, where there is one
 * @param starts where its code begins to run: {@code Main}, a script, an application class
 * @param notes what else a reader should know, a sentence each
 */
public record Process(
    String name,
    String path,
    HostKind host,
    Clr clr,
    Optional<TargetFramework> target,
    Bitness bitness,
    Optional<Location> bitnessAt,
    Optional<ConfigFile> config,
    List<IgnoredConfig> ignored,
    List<ApiUse> apiUses,
    List<SwitchSetting> switches,
    List<RegistryValue> registry,
    List<Destination> destinations,
    int filesRead,
    Optional<String> configPath,
    Optional<String> project,
    List<Location> starts,
    List<String> notes) {

  /** Copies the lists. */
  public Process {
    ignored = List.copyOf(ignored);
    apiUses = List.copyOf(apiUses);
    switches = List.copyOf(switches);
    registry = List.copyOf(registry);
    destinations = List.copyOf(destinations);
    starts = List.copyOf(starts);
    notes = List.copyOf(notes);
  }

  /**
   * A config file that nobody reads for this process.
   *
   * @param file the file
   * @param reason why, as the end of a sentence
   */
  public record IgnoredConfig(ConfigFile file, String reason) {}

  /** The same with other places. */
  public Process withApiUses(List<ApiUse> uses) {
    return with(host, target, config, uses);
  }

  /** The same with more switches. */
  public Process withSwitches(List<SwitchSetting> more) {
    List<SwitchSetting> all = new ArrayList<>(switches);
    all.addAll(more);
    return new Process(
        name,
        path,
        host,
        clr,
        target,
        bitness,
        bitnessAt,
        config,
        ignored,
        apiUses,
        all,
        registry,
        destinations,
        filesRead,
        configPath,
        project,
        starts,
        notes);
  }

  /** The same in another host. */
  public Process withHost(HostKind other) {
    return with(other, target, config, apiUses);
  }

  /** The same with another target framework. */
  public Process withTarget(TargetFramework other) {
    return with(host, Optional.of(other), config, apiUses);
  }

  /** The same with another config file. */
  public Process withConfig(ConfigFile other) {
    return with(host, target, Optional.of(other), apiUses);
  }

  private Process with(
      HostKind otherHost,
      Optional<TargetFramework> otherTarget,
      Optional<ConfigFile> otherConfig,
      List<ApiUse> uses) {
    return new Process(
        name,
        path,
        otherHost,
        clr,
        otherTarget,
        bitness,
        bitnessAt,
        otherConfig,
        ignored,
        uses,
        switches,
        registry,
        destinations,
        filesRead,
        configPath,
        project,
        starts,
        notes);
  }
}
