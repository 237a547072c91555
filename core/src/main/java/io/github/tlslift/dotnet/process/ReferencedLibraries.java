package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.assembly.AssemblyFacts;
import io.github.tlslift.dotnet.project.Project;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Role;
import io.github.tlslift.walk.FileKind;
import io.github.tlslift.walk.Inputs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Libraries in the tree that projects refer to, NuGet packages included: what each writes to the
 * process-wide static counts for every program that loads it.
 */
final class ReferencedLibraries {
  private static final Set<String> BUILT = Set.of("bin", "obj");

  private final Assemblies assemblies;
  private final Map<String, List<String>> byName = new TreeMap<>();

  ReferencedLibraries(Inputs inputs, Assemblies assemblies) {
    this.assemblies = assemblies;
    inputs
        .files(FileKind.ASSEMBLY)
        .map(Inputs.Input::path)
        .filter(p -> TreePath.extension(p).equals("dll") && !isBuilt(p))
        .forEach(
            p -> byName.computeIfAbsent(AssemblyPrograms.key(p), k -> new ArrayList<>()).add(p));
  }

  private static boolean isBuilt(String path) {
    return List.of(TreePath.folder(path).toLowerCase(Locale.ROOT).split("/")).stream()
        .anyMatch(BUILT::contains);
  }

  /** The places in them that write the static. */
  List<ApiUse> writes(Collection<Project> projects) {
    if (byName.isEmpty()) {
      return List.of();
    }
    Set<String> paths = new HashSet<>();
    for (Project project : projects) {
      names(project).forEach(n -> newest(n).forEach(paths::add));
    }
    return assemblies.read(paths).values().stream()
        .flatMap(r -> r.assemblies().stream())
        .flatMap(ReferencedLibraries::writes)
        .sorted((a, b) -> a.location().compareTo(b.location()))
        .toList();
  }

  // A package brings libraries of its own name, as a rule.
  private static Set<String> names(Project project) {
    Set<String> names = new HashSet<>();
    project.assemblies().forEach(a -> names.add(a.toLowerCase(Locale.ROOT)));
    project.packages().forEach(p -> names.add(p.key().toLowerCase(Locale.ROOT)));
    return names;
  }

  // A package has one build for each framework; any of them tells what the library does.
  private List<String> newest(String name) {
    return byName.getOrDefault(name, List.of()).stream()
        .sorted((a, b) -> Integer.compare(rank(b), rank(a)))
        .limit(1)
        .toList();
  }

  private static int rank(String path) {
    String folder = TreePath.name(TreePath.folder(path)).toLowerCase(Locale.ROOT);
    boolean framework = folder.matches("net[234]\\d+");
    return framework ? Integer.parseInt((folder.substring(3) + "00").substring(0, 3)) : 0;
  }

  private static Stream<ApiUse> writes(AssemblyFacts library) {
    return library.apiUses().stream().filter(u -> u.role() == Role.PROCESS_PROTOCOLS);
  }
}
