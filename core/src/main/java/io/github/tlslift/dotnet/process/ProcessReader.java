package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.host.RegFile;
import io.github.tlslift.dotnet.project.Project;
import io.github.tlslift.dotnet.project.Solution;
import io.github.tlslift.dotnet.project.SolutionReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import io.github.tlslift.walk.Inputs.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the walk found to the processes that will run it. */
public final class ProcessReader {
  private final Inputs inputs;
  private final Sources sources;
  private final Configs configs;
  private final Projects projects;
  private final Assemblies assemblies;
  private final List<Coverage.Gap> gaps = new ArrayList<>();

  private ProcessReader(Inputs inputs, boolean addresses) {
    this.inputs = inputs;
    this.sources = new Sources(inputs, addresses);
    this.configs = new Configs(inputs);
    this.projects = new Projects(inputs, sources);
    this.assemblies = new Assemblies(inputs, addresses);
  }

  /**
   * Everything that runs, and what could not be read.
   *
   * @param addresses whether the endpoints that code names matter, because nobody gave one
   */
  public static Workspace read(Inputs inputs, boolean addresses) {
    return new ProcessReader(inputs, addresses).workspace();
  }

  /**
   * What one project, solution or compiled program makes of the tree.
   *
   * @param file its path in the tree
   */
  public static Workspace readPart(Inputs inputs, boolean addresses, String file) {
    return new ProcessReader(inputs, addresses).part(file);
  }

  private Workspace part(String file) {
    if (FileKind.of(file) == FileKind.ASSEMBLY) {
      List<Process> alone = new AssemblyPrograms(inputs, assemblies, configs).alone(file);
      return new Workspace(alone, registry(), coverage());
    }
    ProjectProcesses ofProjects = new ProjectProcesses(projects, sources, libraries(), configs);
    Set<String> members = new TreeSet<>(members(file));
    List<Process> processes =
        projects.roots(members).stream().flatMap(p -> ofProjects.of(p).stream()).toList();
    return new Workspace(processes, registry(), coverage());
  }

  private List<String> members(String file) {
    if (FileKind.of(file) == FileKind.PROJECT) {
      return List.of(file);
    }
    try {
      Solution solution = SolutionReader.read(file, inputs);
      solution
          .missing()
          .forEach(m -> gaps.add(new Coverage.Gap(file, "it names " + m + ", which is not there")));
      return solution.projects();
    } catch (MalformedInputException e) {
      gaps.add(new Coverage.Gap(file, String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  private Workspace workspace() {
    List<Process> processes = new ArrayList<>();
    ProjectProcesses ofProjects = new ProjectProcesses(projects, sources, libraries(), configs);
    projects.roots().parallelStream().map(ofProjects::of).toList().forEach(processes::addAll);
    LooseCode loose = new LooseCode(sources.all().stream(), namedByProjects());
    processes.addAll(
        new WebSites(inputs, sources, assemblies, configs).processes(projectFolders(), loose));
    processes.addAll(new LoosePrograms(sources, configs).processes(loose));
    processes.addAll(new Scripts(inputs, sources).processes());
    processes.addAll(compiled(processes));
    processes.addAll(new LooseConfigs(inputs, configs).processes(processes));
    List<RegistryValue> registry = registry();
    return new Workspace(processes, registry, coverage());
  }

  private ReferencedLibraries libraries() {
    return new ReferencedLibraries(inputs, assemblies);
  }

  private List<Process> compiled(List<Process> others) {
    List<String> paths = new CompiledFiles(inputs, projects.all(), others).withoutSource();
    return new AssemblyPrograms(inputs, assemblies, configs).processes(paths);
  }

  private Set<String> namedByProjects() {
    Set<String> named = new TreeSet<>();
    projects.all().forEach(p -> named.addAll(p.sources()));
    return named;
  }

  private Set<String> projectFolders() {
    return projects.all().stream()
        .map(Project::file)
        .map(TreePath::folder)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<RegistryValue> registry() {
    List<RegistryValue> values = new ArrayList<>();
    inputs.files(FileKind.REGISTRY).map(Input::path).forEach(p -> registry(p, values));
    return values;
  }

  private void registry(String path, List<RegistryValue> into) {
    Optional<SourceText> text = inputs.text(path);
    if (text.isEmpty()) {
      return;
    }
    try {
      RegFile.Contents contents = RegFile.read(text.get());
      into.addAll(contents.values());
      gaps.addAll(contents.gaps());
    } catch (MalformedInputException e) {
      gaps.add(new Coverage.Gap(path, String.valueOf(e.getMessage())));
    }
  }

  private Coverage coverage() {
    gaps.addAll(projects.gaps());
    gaps.addAll(configs.gaps());
    gaps.addAll(sources.gaps());
    gaps.addAll(assemblies.gaps());
    return inputs.coverage().plus(new Coverage(0, 0, gaps));
  }
}
