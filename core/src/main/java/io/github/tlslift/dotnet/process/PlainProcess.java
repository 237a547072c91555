package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Process;
import java.util.List;
import java.util.Optional;

/** Code without a project file to a process. */
final class PlainProcess {
  private PlainProcess() {}

  static Process of(
      String name,
      String path,
      Hosted hosted,
      ConfigChoice config,
      SourceFacts facts,
      int filesRead,
      List<String> notes) {
    return of(name, path, hosted, Bitness.UNKNOWN, config, facts, filesRead, notes);
  }

  static Process of(
      String name,
      String path,
      Hosted hosted,
      Bitness bitness,
      ConfigChoice config,
      SourceFacts facts,
      int filesRead,
      List<String> notes) {
    return new Process(
        name,
        path.isEmpty() ? "." : path,
        hosted.host(),
        hosted.clr(),
        hosted.target(),
        bitness,
        Optional.empty(),
        config.counts(),
        config.ignored(),
        ProjectProcesses.joined(
            config.counts().map(ConfigFile::apiUses).orElse(List.of()),
            FromSettings.filled(facts.apiUses(), config.counts())),
        facts.switches(),
        facts.registry(),
        ProjectProcesses.joined(
            config.counts().map(ConfigFile::destinations).orElse(List.of()), facts.destinations()),
        filesRead,
        Optional.of(config.path()),
        Optional.empty(),
        starts(hosted.host(), path, facts),
        notes);
  }

  // A script begins at its top.
  private static List<Location> starts(HostKind host, String path, SourceFacts facts) {
    boolean script = host == HostKind.POWERSHELL51 || host == HostKind.POWERSHELL7;
    return script ? List.of(Location.ofFile(path)) : facts.starts();
  }

  /** Whether the code bears on TLS at all. */
  static boolean isWorthTelling(SourceFacts facts) {
    return !facts.apiUses().isEmpty() || !facts.switches().isEmpty() || !facts.registry().isEmpty();
  }
}
