package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.TreePath;
import java.util.Optional;

/**
 * Paths as MSBuild writes them. The root of the tree stands for the root of a drive: {@code
 * \src\app} is absolute, {@code MSBUILD:\...} is MSBuild's own folder, and {@code C:\...} is
 * outside.
 */
final class TreeFiles {
  static final String INSTALLED = "MSBUILD:";

  private TreeFiles() {}

  /** A path of the tree as an absolute Windows path. */
  static String absolute(String path) {
    return "\\" + path.replace('/', '\\');
  }

  /** The path in the tree that a written path means, seen from a folder. */
  static Optional<String> resolve(String folder, String written) {
    String path = written.strip().replace('\\', '/');
    return path.startsWith("/")
        ? TreePath.resolve("", path.replaceFirst("^/+", ""))
        : TreePath.resolve(folder, path);
  }

  /** Whether a file or folder is there; undecided for places outside the tree. */
  static Truth exists(FileTree tree, String folder, String written) {
    if (written.startsWith(INSTALLED)) {
      return Installed.resource(written).isPresent() ? Truth.TRUE : Truth.UNDECIDED;
    }
    if (written.isBlank()) {
      return Truth.FALSE;
    }
    return resolve(folder, written)
        .map(p -> Truth.of(p.isEmpty() || tree.find(p).isPresent() || !tree.under(p).isEmpty()))
        .orElse(Truth.UNDECIDED);
  }

  /** The folder, from {@code folder} upwards, that has a file of a name. */
  static Optional<String> folderAbove(FileTree tree, String folder, String name) {
    for (String at = folder; ; at = TreePath.folder(at)) {
      Optional<String> here = TreePath.resolve(at, name.replace('\\', '/'));
      if (here.flatMap(tree::find).isPresent()) {
        return Optional.of(at);
      }
      if (at.isEmpty()) {
        return Optional.empty();
      }
    }
  }
}
