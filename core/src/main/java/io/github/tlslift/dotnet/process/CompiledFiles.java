package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.project.Project;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Process;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which executables and libraries are no more than what the sources beside them are built to. */
final class CompiledFiles {
  private static final Set<String> BUILT = Set.of("bin", "obj", "packages");

  private final Inputs inputs;
  private final Set<String> projectFolders;
  private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> sites;

  CompiledFiles(Inputs inputs, Collection<Project> projects, List<Process> others) {
    this.inputs = inputs;
    projectFolders =
        projects.stream()
            .map(p -> TreePath.folder(p.file()))
            .collect(Collectors.toCollection(TreeSet::new));
    projects.forEach(p -> names.add(p.assemblyName()));
    others.forEach(p -> names.add(p.name().replaceFirst("(?i)\\.exe.*$", "")));
    sites =
        inputs
            .files(FileKind.CONFIG)
            .map(Inputs.Input::path)
            .filter(WebConfigs::is)
            .map(TreePath::folder)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The others, whose source is not here. */
  List<String> withoutSource() {
    List<String> all =
        inputs
            .files(FileKind.ASSEMBLY)
            .map(Inputs.Input::path)
            .filter(p -> !names.contains(AssemblyPrograms.key(p)))
            .filter(p -> !isOfProject(p) && !isOfSite(p))
            .toList();
    return projectFolders.isEmpty() ? all : besideExecutables(all);
  }

  // Libraries of a source tree are there to be referred to, and count for what refers to them.
  private static List<String> besideExecutables(List<String> all) {
    Set<String> folders =
        all.stream()
            .filter(p -> TreePath.extension(p).equals("exe"))
            .map(TreePath::folder)
            .collect(Collectors.toSet());
    return all.stream().filter(p -> folders.contains(TreePath.folder(p))).toList();
  }

  // Built by a project, lying among its sources, or of a package.
  private boolean isOfProject(String path) {
    String folder = TreePath.folder(path);
    boolean named = Stream.of(folder.toLowerCase(Locale.ROOT).split("/")).anyMatch(BUILT::contains);
    return projectFolders.stream().anyMatch(p -> isIn(folder, p))
        || named && !projectFolders.isEmpty();
  }

  private static boolean isIn(String folder, String parent) {
    return parent.isEmpty() || folder.equals(parent) || folder.startsWith(parent + "/");
  }

  private boolean isOfSite(String path) {
    String folder = TreePath.folder(path);
    return TreePath.name(folder).equalsIgnoreCase("bin") && sites.contains(TreePath.folder(folder));
  }
}
