package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.project.Project;
import io.github.tlslift.dotnet.project.ProjectReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import io.github.tlslift.walk.Inputs.Input;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** The project files among the inputs, and how they refer to each other. */
final class Projects {
  private static final Set<String> EXTENSIONS = Set.of("csproj", "vbproj", "fsproj");

  private final ProjectReader reader;
  private final Map<String, Project> byFile;
  private final Queue<Coverage.Gap> gaps = new ConcurrentLinkedQueue<>();

  private Projects(Inputs inputs) {
    reader = new ProjectReader(inputs);
    byFile =
        inputs
            .files(FileKind.PROJECT)
            .parallel()
            .map(Input::path)
            .filter(p -> EXTENSIONS.contains(TreePath.extension(p)))
            .flatMap(p -> read(p).stream())
            .collect(Collectors.toMap(Project::file, p -> p, (a, b) -> a, TreeMap::new));
  }

  static Projects of(Inputs inputs) {
    return new Projects(inputs);
  }

  private List<Project> read(String path) {
    try {
      return List.of(reader.read(path));
    } catch (MalformedInputException e) {
      gaps.add(new Coverage.Gap(path, String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  Collection<Project> all() {
    return byFile.values();
  }

  /** Projects whose code nobody else in the tree loads, and everything that can be started. */
  List<Project> roots() {
    Set<String> loaded = new TreeSet<>();
    for (Project p : all()) {
      if (!p.flavors().contains(Project.Flavor.TEST)) {
        closure(p).stream().filter(c -> c != p).map(Project::file).forEach(loaded::add);
      }
    }
    return all().stream().filter(p -> isStarted(p) || !loaded.contains(p.file())).toList();
  }

  /** Whether something other than a project of the tree starts it. */
  static boolean isStarted(Project p) {
    return p.isExecutable() || p.flavors().stream().anyMatch(f -> f != Project.Flavor.TEST);
  }

  /** The project and all it refers to, directly or not. */
  List<Project> closure(Project root) {
    Set<Project> seen = new LinkedHashSet<>();
    Deque<Project> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Project next = open.pop();
      if (seen.add(next)) {
        next.references().stream().map(byFile::get).filter(p -> p != null).forEach(open::add);
      }
    }
    return List.copyOf(seen);
  }

  /** Those that could not be read. */
  List<Coverage.Gap> gaps() {
    return List.copyOf(gaps);
  }
}
