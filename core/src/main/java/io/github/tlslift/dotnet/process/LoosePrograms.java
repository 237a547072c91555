package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.source.EntryPoint;
import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.TargetFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Programs without a project file, as a compiler called by hand builds them: no target framework
 * attribute (facts section 4), one for each file that starts one.
 */
final class LoosePrograms {
  private static final Set<EntryPoint.Kind> STARTS =
      Set.of(EntryPoint.Kind.MAIN, EntryPoint.Kind.TOP_LEVEL);

  private final Sources sources;
  private final Configs configs;

  LoosePrograms(Sources sources, Configs configs) {
    this.sources = sources;
    this.configs = configs;
  }

  List<Process> processes(LooseCode loose) {
    Grouping grouping = Grouping.of(loose.files(), new Told());
    return Stream.concat(
            grouping.programs().entrySet().parallelStream()
                .flatMap(e -> program(e.getKey(), e.getValue()).stream()),
            grouping.libraries().entrySet().parallelStream()
                .flatMap(e -> library(e.getKey(), e.getValue()).stream()))
        .toList();
  }

  /** Every script of F# starts by itself; other code has to say where. */
  private final class Told implements Grouping.Files {
    @Override
    public boolean bears(String file) {
      return sources.bears(file);
    }

    @Override
    public boolean mayStart(String file) {
      return isScript(file) || sources.mayStart(file);
    }

    @Override
    public boolean starts(String file) {
      return isScript(file)
          || sources.alone(file).entryPoints().stream().anyMatch(e -> STARTS.contains(e.kind()));
    }

    private boolean isScript(String file) {
      return TreePath.extension(file).equals("fsx") || TreePath.extension(file).equals("csx");
    }
  }

  private Optional<Process> program(String main, List<String> others) {
    String language = TreePath.extension(main);
    List<String> files = new ArrayList<>(List.of(main));
    others.stream().filter(f -> TreePath.extension(f).equals(language)).forEach(files::add);
    SourceFacts facts = sources.of(files);
    if (!PlainProcess.isWorthTelling(facts)) {
      return Optional.empty();
    }
    TargetFramework none = TargetFramework.none(Location.ofFile(main));
    return Optional.of(
        PlainProcess.of(
            stem(main) + ".exe",
            main,
            new Hosted(host(facts), Clr.CLR4, Optional.of(none)),
            config(main),
            facts,
            files.size(),
            List.of("no project file: taken as compiled without a target framework attribute")));
  }

  private static HostKind host(SourceFacts facts) {
    boolean service =
        facts.entryPoints().stream().anyMatch(e -> e.kind() == EntryPoint.Kind.WINDOWS_SERVICE);
    return service ? HostKind.SERVICE : HostKind.EXE;
  }

  private ConfigChoice config(String main) {
    String folder = TreePath.folder(main);
    String before = folder.isEmpty() ? "" : folder + "/";
    String own = before + stem(main) + ".exe.config";
    Optional<ConfigFile> found = configs.at(own).or(() -> configs.at(before + "App.config"));
    return new ConfigChoice(found, found.map(ConfigFile::file).orElse(own), List.of());
  }

  private Optional<Process> library(String folder, List<String> files) {
    SourceFacts facts = sources.of(files);
    if (!PlainProcess.isWorthTelling(facts)) {
      return Optional.empty();
    }
    return Optional.of(
        PlainProcess.of(
            name(folder, files),
            files.size() == 1 ? files.get(0) : folder,
            new Hosted(HostKind.LIBRARY, Clr.CLR4, Optional.empty()),
            new ConfigChoice(Optional.empty(), "the host's exe.config", List.of()),
            facts,
            files.size(),
            List.of()));
  }

  private static String name(String folder, List<String> files) {
    if (files.size() == 1) {
      return TreePath.name(files.get(0));
    }
    return folder.isEmpty() ? "code without a project" : "code without a project in " + folder;
  }

  private static String stem(String path) {
    String name = TreePath.name(path);
    return name.substring(0, name.lastIndexOf('.'));
  }
}
