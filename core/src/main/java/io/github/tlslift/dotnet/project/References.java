package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Item;
import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.TreePath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The assemblies and projects that a project refers to. */
final class References {
  private References() {}

  /** Simple names: {@code System.Web} of {@code System.Web, Version=...} or {@code x/a.dll}. */
  static List<String> assemblies(Builds builds) {
    Set<String> all = new LinkedHashSet<>();
    builds.each().stream()
        .flatMap(build -> build.items().of("Reference").stream())
        .map(item -> simpleName(item.include()))
        .filter(name -> !name.isEmpty())
        .forEach(all::add);
    return List.copyOf(all);
  }

  private static String simpleName(String include) {
    String name = TreePath.name(include.split(",", 2)[0].strip().replace('\\', '/'));
    String lower = name.toLowerCase(Locale.ROOT);
    boolean file = lower.endsWith(".dll") || lower.endsWith(".exe");
    return file ? name.substring(0, name.length() - 4) : name;
  }

  /** The project files, as they are really called. */
  static List<String> projects(Builds builds, FileTree tree, Set<String> undecided) {
    Set<String> all = new LinkedHashSet<>();
    builds.each().stream()
        .flatMap(build -> build.items().of("ProjectReference").stream())
        .forEach(item -> add(item, tree, all, undecided));
    return List.copyOf(all);
  }

  private static void add(Item item, FileTree tree, Set<String> all, Set<String> undecided) {
    Optional<String> found = item.path().flatMap(tree::find);
    found.ifPresent(all::add);
    if (found.isEmpty() && item.certain()) {
      undecided.add("refers to project " + item.include() + ", which is not there");
    }
  }
}
