package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The MSBuild files of a tree; what many projects import is read once. */
public final class ProjectFiles {
  final FileTree tree;
  private final Map<String, Imported> imported = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> solutionFolders = new ConcurrentHashMap<>();

  /** The files of a tree. */
  public ProjectFiles(FileTree tree) {
    this.tree = tree;
  }

  /**
   * A file that some project imports.
   *
   * @param file empty where it could not be read
   * @param problem why it could not
   */
  record Imported(Optional<ProjectFile> file, String problem) {}

  Imported imported(String path) {
    return imported.computeIfAbsent(path, this::read);
  }

  /** The nearest folder, from one upwards, that has a solution in it. */
  Optional<String> solutionFolder(String folder) {
    // Computed once, and only where some project asks.
    Set<String> all = solutionFolders.computeIfAbsent("", root -> solutionFolders(tree));
    for (String at = folder; ; at = TreePath.folder(at)) {
      if (all.contains(at.toLowerCase(Locale.ROOT))) {
        return Optional.of(at);
      }
      if (at.isEmpty()) {
        return Optional.empty();
      }
    }
  }

  private static Set<String> solutionFolders(FileTree tree) {
    return tree.under("").stream()
        .filter(path -> path.endsWith(".sln") || path.endsWith(".slnx"))
        .map(path -> TreePath.folder(path).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private Imported read(String path) {
    Optional<SourceText> text = tree.text(path);
    if (text.isEmpty()) {
      return new Imported(Optional.empty(), "could not be read");
    }
    try {
      return new Imported(Optional.of(ProjectFile.read(text.get())), "");
    } catch (MalformedInputException e) {
      return new Imported(Optional.empty(), "could not be read: " + e.getMessage());
    }
  }
}
