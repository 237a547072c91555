package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.assembly.AssemblyFacts;
import io.github.tlslift.dotnet.assembly.AssemblyInfo;
import io.github.tlslift.dotnet.assembly.AssemblyReading;
import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Process.IgnoredConfig;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compiled programs without their source: an executable with the libraries beside it, a library
 * that a host of .NET starts, and libraries nobody here loads.
 */
final class AssemblyPrograms {
  private final Inputs inputs;
  private final Assemblies assemblies;
  private final Configs configs;

  AssemblyPrograms(Inputs inputs, Assemblies assemblies, Configs configs) {
    this.inputs = inputs;
    this.assemblies = assemblies;
    this.configs = configs;
  }

  /**
   * The processes of some files.
   *
   * @param paths of executables and libraries
   */
  List<Process> processes(List<String> paths) {
    Map<String, List<String>> byFolder =
        paths.stream()
            .collect(Collectors.groupingBy(TreePath::folder, TreeMap::new, Collectors.toList()));
    assemblies.read(paths);
    return byFolder.values().stream().flatMap(f -> inFolder(f).stream()).toList();
  }

  /** The process of one file, with the libraries that lie beside it. */
  List<Process> alone(String file) {
    String folder = TreePath.folder(file);
    List<String> beside =
        inputs
            .files(FileKind.ASSEMBLY)
            .map(Inputs.Input::path)
            .filter(p -> TreePath.folder(p).equals(folder))
            .filter(p -> p.equals(file) || TreePath.extension(p).equals("dll"))
            .toList();
    return inFolder(beside).stream().filter(p -> p.path().equals(file)).toList();
  }

  private List<Process> inFolder(List<String> paths) {
    Map<String, AssemblyReading> beside = new TreeMap<>(assemblies.read(paths));
    List<Process> all = new ArrayList<>();
    Set<AssemblyFacts> loaded = new HashSet<>();
    beside.forEach(
        (path, reading) -> {
          if (isStarted(path, reading)) {
            List<AssemblyFacts> closure = Assemblies.closure(reading, beside);
            loaded.addAll(closure);
            program(path, reading, closure).ifPresent(all::add);
          }
        });
    beside.forEach(
        (path, reading) -> {
          if (!loaded.contains(reading.assemblies().get(0))) {
            library(path, reading).ifPresent(all::add);
          }
        });
    return all;
  }

  // A library of .NET with a runtimeconfig.json beside it is what "dotnet NAME.dll" starts.
  private boolean isStarted(String path, AssemblyReading reading) {
    AssemblyInfo info = main(reading).info();
    return !info.isOfFramework()
        && (info.starts() || inputs.find(stem(path) + ".runtimeconfig.json").isPresent());
  }

  private static AssemblyFacts main(AssemblyReading reading) {
    return reading.main().orElseGet(() -> reading.assemblies().get(0));
  }

  private Optional<Process> program(
      String path, AssemblyReading reading, List<AssemblyFacts> closure) {
    AssemblyFacts main = main(reading);
    SourceFacts facts = AssemblyEvidence.of(closure);
    ConfigChoice config = config(path, closure);
    Clr clr = clr(main.info());
    if (!PlainProcess.isWorthTelling(facts)
        && config.counts().filter(AssemblyPrograms::saysSomething).isEmpty()) {
      return Optional.empty();
    }
    Process plain =
        PlainProcess.of(
            name(path, main),
            path,
            new Hosted(main.host(), clr, Optional.of(target(main.info(), clr))),
            clr == Clr.CORE ? Bitness.UNKNOWN : main.info().bitness(),
            config,
            facts,
            closure.size(),
            AssemblyNotes.of(main, closure));
    return Optional.of(plain.withSwitches(configs.json().switches(TreePath.folder(path))));
  }

  private static boolean saysSomething(ConfigFile config) {
    return !config.switches().isEmpty() || !config.apiUses().isEmpty();
  }

  private static String name(String path, AssemblyFacts main) {
    String name = TreePath.name(path);
    return main.host() == HostKind.SERVICE ? name + " (service)" : name;
  }

  // The metadata of 2.0, 3.0 and 3.5 is the same; what it needs tells them apart (facts R1).
  private static Clr clr(AssemblyInfo info) {
    return info.runtime().startsWith("v2") || info.runtime().startsWith("v1")
        ? Clr.CLR2
        : Hosted.clr(Optional.of(info.target()));
  }

  private static TargetFramework target(AssemblyInfo info, Clr clr) {
    boolean newer =
        info.references().stream()
            .anyMatch(r -> r.name().equals("System.Core") && r.version().startsWith("3.5"));
    return clr == Clr.CLR2 && info.target().isNone()
        ? new TargetFramework(
            TargetFramework.NET_FRAMEWORK, newer ? "3.5" : "2.0", info.target().location())
        : info.target();
  }

  private ConfigChoice config(String path, List<AssemblyFacts> closure) {
    String own = path + ".config";
    Optional<ConfigFile> found = configs.at(own);
    List<IgnoredConfig> ignored = new ArrayList<>();
    for (AssemblyFacts other : closure) {
      String file = other.info().file();
      if (!file.equals(path)) {
        configs
            .at(file + ".config")
            .ifPresent(
                c ->
                    ignored.add(
                        new IgnoredConfig(
                            c, TreePath.name(file) + " is loaded by " + TreePath.name(path))));
      }
    }
    return new ConfigChoice(found, found.map(ConfigFile::file).orElse(own), ignored);
  }

  private Optional<Process> library(String path, AssemblyReading reading) {
    AssemblyFacts main = reading.assemblies().get(0);
    SourceFacts facts = AssemblyEvidence.of(reading.assemblies());
    if (!PlainProcess.isWorthTelling(facts)) {
      return Optional.empty();
    }
    boolean core = Hosted.clr(Optional.of(main.info().target())) == Clr.CORE;
    HostKind host = main.host() == HostKind.OFFICE ? HostKind.OFFICE : HostKind.LIBRARY;
    Optional<TargetFramework> target = core ? Optional.of(main.info().target()) : Optional.empty();
    return Optional.of(
        PlainProcess.of(
            TreePath.name(path),
            path,
            new Hosted(host, core ? Clr.CORE : Clr.CLR4, target),
            new ConfigChoice(Optional.empty(), "the host's exe.config", List.of()),
            facts,
            reading.assemblies().size(),
            AssemblyNotes.of(main, reading.assemblies())));
  }

  /** The path without its extension. */
  static String stem(String path) {
    return path.substring(0, path.length() - TreePath.extension(path).length() - 1);
  }

  /** The name without its extension, as names are compared. */
  static String key(String path) {
    return TreePath.name(stem(path)).toLowerCase(Locale.ROOT);
  }
}
