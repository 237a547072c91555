package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.project.Project;
import io.github.tlslift.dotnet.project.ProjectReader;
import io.github.tlslift.io.MalformedInputException;
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
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The project files among the inputs, and how they refer to each other. In a large tree only those
 * are read that may matter, and those they refer to.
 */
final class Projects {
  private static final int FEW = 150;

  private final ProjectReader reader;
  private final Map<String, Optional<Project>> read = new ConcurrentHashMap<>();
  private final Queue<Coverage.Gap> gaps = new ConcurrentLinkedQueue<>();

  Projects(Inputs inputs, Sources sources) {
    reader = new ProjectReader(inputs);
    List<String> paths =
        inputs.files(FileKind.PROJECT).map(Input::path).filter(ProjectReader::reads).toList();
    Relevance relevance = paths.size() > FEW ? Relevance.of(inputs, sources) : Relevance.ALL;
    paths.parallelStream().filter(relevance::concerns).forEach(this::find);
  }

  private Optional<Project> find(String path) {
    return read.computeIfAbsent(path, this::read);
  }

  private Optional<Project> read(String path) {
    try {
      return Optional.of(reader.read(path));
    } catch (MalformedInputException e) {
      gaps.add(new Coverage.Gap(path, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** The projects read so far, by path. */
  Collection<Project> all() {
    Map<String, Project> byFile = new TreeMap<>();
    read.forEach((path, project) -> project.ifPresent(p -> byFile.put(path, p)));
    return byFile.values();
  }

  /** Projects whose code nobody else in the tree loads, and everything that can be started. */
  List<Project> roots() {
    return roots(read.keySet());
  }

  /** The same among some projects only. */
  List<Project> roots(Set<String> members) {
    List<Project> among = all().stream().filter(p -> members.contains(p.file())).toList();
    Set<String> loaded = new TreeSet<>();
    List<Project> loading =
        among.stream().filter(p -> !p.flavors().contains(Project.Flavor.TEST)).toList();
    for (Project p : closure(loading)) {
      p.references().stream().filter(r -> !r.equals(p.file())).forEach(loaded::add);
    }
    return among.stream().filter(p -> isStarted(p) || !loaded.contains(p.file())).toList();
  }

  /** Whether something other than a project of the tree starts it. */
  static boolean isStarted(Project p) {
    return p.isExecutable() || p.flavors().stream().anyMatch(f -> f != Project.Flavor.TEST);
  }

  /** The project and all it refers to, directly or not. */
  List<Project> closure(Project root) {
    return closure(List.of(root));
  }

  private List<Project> closure(List<Project> roots) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<Project> open = new ArrayDeque<>(roots);
    Set<Project> all = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      Project next = open.pop();
      if (seen.add(next.file())) {
        all.add(next);
        next.references().stream()
            .filter(r -> !seen.contains(r))
            .flatMap(r -> find(r).stream())
            .forEach(open::add);
      }
    }
    return List.copyOf(all);
  }

  /** Those that could not be read. */
  List<Coverage.Gap> gaps() {
    return List.copyOf(gaps);
  }
}
