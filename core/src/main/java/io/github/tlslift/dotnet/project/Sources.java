package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Item;
import io.github.tlslift.io.FileTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The files that a project compiles, as they are really called. */
final class Sources {
  private static final int MOST_NAMED = 20;

  private final FileTree tree;
  private final Set<String> files = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<String> undecided = new LinkedHashSet<>();

  private Sources(FileTree tree) {
    this.tree = tree;
  }

  static Sources read(Builds builds, FileTree tree) {
    Sources sources = new Sources(tree);
    for (Builds.Build build : builds.each()) {
      sources.undecided.addAll(build.items().undecided());
      String generated = build.evaluation().value("IntermediateOutputPath");
      build.items().of("Compile").forEach(item -> sources.add(item, generated));
    }
    return sources;
  }

  List<String> files() {
    return List.copyOf(files);
  }

  List<String> undecided() {
    Set<String> all = new LinkedHashSet<>(undecided);
    missing.stream().limit(MOST_NAMED).forEach(all::add);
    if (missing.size() > MOST_NAMED) {
      all.add("Compile names " + (missing.size() - MOST_NAMED) + " more files that are not there");
    }
    return List.copyOf(all);
  }

  private void add(Item item, String generated) {
    Optional<String> found = item.path().flatMap(tree::find);
    if (found.isPresent()) {
      files.add(found.get());
    } else if (item.certain() && !isGenerated(item.include(), generated)) {
      String where = item.path().isPresent() ? "not there" : "outside what is examined";
      missing.add("Compile names " + shown(item) + ", which is " + where + at(item));
    } else if (!item.certain() && item.include().isBlank()) {
      undecided.add("Compile names files by a property that is not known" + at(item));
    }
  }

  // A path from MSBuildThisFileDirectory and the like begins at the root of the tree.
  private static String shown(Item item) {
    String include = item.include();
    return include.startsWith("\\") ? item.path().orElse(include) : include;
  }

  private static String at(Item item) {
    return " (" + item.location() + ")";
  }

  // What the build itself writes before it compiles.
  private static boolean isGenerated(String include, String intermediate) {
    String path = include.replace('\\', '/').toLowerCase(Locale.ROOT);
    String folder = intermediate.replace('\\', '/').toLowerCase(Locale.ROOT);
    return path.startsWith("obj/") || (!folder.isEmpty() && path.startsWith(folder));
  }
}
