package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The MSBuild files of a tree; what many projects import is read once. */
public final class ProjectFiles {
  final FileTree tree;
  private final Map<String, Imported> imported = new ConcurrentHashMap<>();

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
