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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    Map<String, List<String>> folders = loose.byFolder();
    List<Process> all = new ArrayList<>();
    Set<String> used = new TreeSet<>();
    folders.forEach(
        (folder, files) ->
            starting(files)
                .forEach(main -> all.addAll(program(main, near(folder, folders), used))));
    List<String> rest =
        folders.values().stream().flatMap(List::stream).filter(f -> !used.contains(f)).toList();
    return with(all, libraries(rest));
  }

  // Every script of F# starts by itself; other code has to say where.
  private List<String> starting(List<String> files) {
    return files.stream().filter(this::isStart).toList();
  }

  private boolean isStart(String file) {
    return TreePath.extension(file).equals("fsx")
        || sources.of(List.of(file)).entryPoints().stream()
            .anyMatch(e -> STARTS.contains(e.kind()));
  }

  // Code beside a program, above it or below it may be compiled with it.
  private static List<String> near(String folder, Map<String, List<String>> folders) {
    List<String> near = new ArrayList<>();
    folders.forEach(
        (other, files) -> {
          if (isAbove(folder, other) || isAbove(other, folder)) {
            near.addAll(files);
          }
        });
    return near;
  }

  private static boolean isAbove(String upper, String lower) {
    return upper.isEmpty() || lower.equals(upper) || lower.startsWith(upper + "/");
  }

  private List<Process> program(String main, Collection<String> near, Set<String> used) {
    List<String> files = new ArrayList<>(List.of(main));
    String language = TreePath.extension(main);
    near.stream()
        .filter(f -> !f.equals(main) && TreePath.extension(f).equals(language) && !isStart(f))
        .forEach(files::add);
    SourceFacts facts = sources.of(files);
    used.addAll(files);
    if (!PlainProcess.isWorthTelling(facts)) {
      return List.of();
    }
    TargetFramework none = TargetFramework.none(Location.ofFile(main));
    return List.of(
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

  private List<Process> libraries(List<String> files) {
    SourceFacts facts = sources.of(files);
    if (!PlainProcess.isWorthTelling(facts)) {
      return List.of();
    }
    return List.of(
        PlainProcess.of(
            files.size() == 1 ? TreePath.name(files.get(0)) : "code without a project",
            files.size() == 1 ? files.get(0) : "",
            new Hosted(HostKind.LIBRARY, Clr.CLR4, Optional.empty()),
            new ConfigChoice(Optional.empty(), "the host's exe.config", List.of()),
            facts,
            files.size(),
            List.of()));
  }

  private static String stem(String path) {
    String name = TreePath.name(path);
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static List<Process> with(List<Process> first, List<Process> more) {
    List<Process> all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }
}
