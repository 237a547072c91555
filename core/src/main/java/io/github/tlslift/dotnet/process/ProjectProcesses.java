package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.config.ApplicationHost.Pool;
import io.github.tlslift.dotnet.project.Project;
import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Setting;
import io.github.tlslift.model.TargetFramework;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Projects to the processes that what they build becomes. */
final class ProjectProcesses {
  private final Projects projects;
  private final Sources sources;
  private final ReferencedLibraries libraries;
  private final Configs files;
  private final ProjectConfigs configs;

  ProjectProcesses(
      Projects projects, Sources sources, ReferencedLibraries libraries, Configs configs) {
    this.projects = projects;
    this.sources = sources;
    this.libraries = libraries;
    this.files = configs;
    this.configs = new ProjectConfigs(configs);
  }

  /** The processes of a project: one for each framework an executable is built for. */
  List<Process> of(Project root) {
    List<Project> closure = projects.closure(root);
    Set<String> paths = new TreeSet<>();
    closure.forEach(p -> paths.addAll(p.sources()));
    SourceFacts facts = sources.of(paths);
    List<Process> all = new ArrayList<>();
    for (Optional<TargetFramework> target : targets(root)) {
      Hosted hosted = Hosts.of(root, target, facts);
      if (hosted.host() != HostKind.LIBRARY || PlainProcess.isWorthTelling(facts)) {
        all.add(process(root, hosted, closure, facts, paths));
      }
    }
    return all;
  }

  // A library is told once: its host decides, whatever it was built for.
  private static List<Optional<TargetFramework>> targets(Project project) {
    List<TargetFramework> all = project.targets();
    if (all.isEmpty()) {
      return List.of(Optional.empty());
    }
    if (!project.isExecutable()) {
      return List.of(
          all.stream()
              .filter(TargetFramework::isFramework)
              .findFirst()
              .or(() -> Optional.of(all.get(0))));
    }
    return all.stream().map(Optional::of).toList();
  }

  private Process process(
      Project root,
      Hosted hosted,
      List<Project> closure,
      SourceFacts facts,
      Collection<String> paths) {
    ConfigChoice config = configs.of(root, hosted.host(), closure);
    boolean web = hosted.host() == HostKind.ASPNET;
    Optional<Pool> pool = files.pools().of(TreePath.folder(root.file())).filter(p -> web);
    return new Process(
        name(root, hosted),
        folder(root),
        hosted.host(),
        Pooled.clr(pool, hosted.clr()),
        web ? httpRuntime(config) : hosted.target(),
        web ? Pooled.bitness(pool) : bitness(root, hosted),
        pool.map(Pool::location).or(root::bitnessAt),
        config.counts(),
        config.ignored(),
        joined(
            config.counts().map(ConfigFile::apiUses).orElse(List.of()),
            joined(
                FromSettings.filled(facts.apiUses(), config.counts()), libraries.writes(closure))),
        joined(facts.switches(), files.json().switches(TreePath.folder(root.file()))),
        facts.registry(),
        joined(
            config.counts().map(ConfigFile::destinations).orElse(List.of()),
            joined(facts.destinations(), files.json().destinations(TreePath.folder(root.file())))),
        paths.size(),
        Optional.of(config.path()),
        Optional.of(root.file()),
        facts.starts(),
        notes(root, closure));
  }

  private static String name(Project root, Hosted hosted) {
    boolean several = root.isExecutable() && root.targets().size() > 1;
    String framework = several ? hosted.target().map(t -> ", " + t.display()).orElse("") : "";
    return switch (hosted.host()) {
      case ASPNET -> root.assemblyName() + " (ASP.NET)";
      case OFFICE -> root.assemblyName() + " (Office add-in)";
      case COM -> root.assemblyName() + " (loaded over COM)";
      case LIBRARY -> root.assemblyName() + ".dll";
      case SERVICE -> root.assemblyName() + ".exe (service" + framework + ")";
      case APP_SERVICE -> root.assemblyName() + " (App Service)";
      default ->
          root.assemblyName()
              + ".exe"
              + (framework.isEmpty() ? "" : " (" + framework.substring(2) + ")");
    };
  }

  private static String folder(Project root) {
    String folder = TreePath.folder(root.file());
    return folder.isEmpty() ? "." : folder;
  }

  private static Optional<TargetFramework> httpRuntime(ConfigChoice config) {
    return config.counts().flatMap(ConfigFile::httpRuntimeTarget).map(s -> target(s));
  }

  private static TargetFramework target(Setting s) {
    return new TargetFramework(TargetFramework.NET_FRAMEWORK, s.value(), s.location());
  }

  private static Bitness bitness(Project root, Hosted hosted) {
    boolean own = hosted.host() == HostKind.EXE || hosted.host() == HostKind.SERVICE;
    return own && hosted.clr() != Clr.CORE ? root.bitness() : Bitness.UNKNOWN;
  }

  static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private List<String> notes(Project root, List<Project> closure) {
    List<String> notes = new ArrayList<>();
    if (root.flavors().contains(Project.Flavor.TEST)) {
      notes.add("a test project: its runner decides");
    }
    for (Project p : closure) {
      p.undecided().stream()
          .filter(u -> p == root && root.isExecutable() || !isOfExecutable(u))
          .forEach(u -> notes.add(p.file() + ": " + u));
    }
    notes.addAll(files.notFollowed(TreePath.folder(root.file())));
    return notes;
  }

  // What a library says of bitness and output has no effect.
  private static boolean isOfExecutable(String doubt) {
    return doubt.startsWith("Prefer32Bit") || doubt.startsWith("PlatformTarget");
  }
}
