package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.assembly.AssemblyFacts;
import io.github.tlslift.dotnet.config.ApplicationHost;
import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import io.github.tlslift.walk.Inputs.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Web sites without a project file: a folder with a web.config and what stands below it. */
final class WebSites {
  private final Inputs inputs;
  private final Sources sources;
  private final Assemblies assemblies;
  private final Configs configs;

  WebSites(Inputs inputs, Sources sources, Assemblies assemblies, Configs configs) {
    this.inputs = inputs;
    this.sources = sources;
    this.assemblies = assemblies;
    this.configs = configs;
  }

  /** The sites outside the folders of projects; their code is taken out of the loose code. */
  List<Process> processes(Set<String> projectFolders, LooseCode loose) {
    List<Process> all = new ArrayList<>();
    String last = null;
    for (String folder : folders()) {
      boolean inside = last != null && (last.isEmpty() || folder.startsWith(last + "/"));
      if (!inside && !isInProject(folder, projectFolders)) {
        last = folder;
        process(folder, loose.take(folder)).ifPresent(all::add);
      }
    }
    return all;
  }

  private List<String> folders() {
    return inputs
        .files(FileKind.CONFIG)
        .map(Input::path)
        .filter(WebConfigs::is)
        .map(TreePath::folder)
        .sorted()
        .toList();
  }

  private static boolean isInProject(String folder, Set<String> projectFolders) {
    return projectFolders.stream()
        .anyMatch(p -> p.isEmpty() || folder.equals(p) || folder.startsWith(p + "/"));
  }

  private Optional<Process> process(String folder, List<String> code) {
    List<String> files = new ArrayList<>(code);
    inputs.under(folder).stream()
        .filter(p -> FileKind.of(p) == FileKind.WEB_PAGE)
        .forEach(files::add);
    return configs.web(folder).map(c -> process(folder, c, files));
  }

  private Process process(String folder, ConfigFile config, List<String> files) {
    List<AssemblyFacts> bin = bin(folder);
    SourceFacts facts = AssemblyEvidence.with(sources.of(files), bin);
    Optional<TargetFramework> target =
        config
            .httpRuntimeTarget()
            .map(s -> new TargetFramework(TargetFramework.NET_FRAMEWORK, s.value(), s.location()));
    Optional<ApplicationHost.Pool> pool = configs.pools().of(folder);
    String name = (folder.isEmpty() ? "web site" : TreePath.name(folder)) + " (ASP.NET)";
    return PlainProcess.of(
        name,
        folder,
        new Hosted(HostKind.ASPNET, Pooled.clr(pool, Clr.CLR4), target),
        Pooled.bitness(pool),
        new ConfigChoice(Optional.of(config), config.file(), List.of()),
        facts,
        files.size() + bin.size(),
        configs.notFollowed(folder));
  }

  // ASP.NET loads every library of the folder "bin" (Microsoft: ASP.NET Web Project Folder
  // Structure).
  private List<AssemblyFacts> bin(String folder) {
    String bin = folder.isEmpty() ? "bin" : folder + "/bin";
    List<String> paths =
        inputs.under(bin).stream()
            .filter(p -> FileKind.of(p) == FileKind.ASSEMBLY && TreePath.folder(p).equals(bin))
            .toList();
    return assemblies.read(paths).values().stream()
        .flatMap(r -> r.assemblies().stream())
        .sorted(Comparator.comparing(a -> a.info().file()))
        .toList();
  }
}
