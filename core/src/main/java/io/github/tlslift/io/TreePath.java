package io.github.tlslift.io;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths of a {@link FileTree}: relative, with {@code /} between parts. */
public final class TreePath {
  private TreePath() {}

  /** The folder of a file; {@code ""} for the root. */
  public static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The last part of a path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The extension in lower case, without its dot; empty where the name has none. */
  public static String extension(String path) {
    String name = name(path);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * A path written in a file, either slash, seen from the folder of that file; empty where it is
   * absolute or climbs out of the tree.
   */
  public static Optional<String> resolve(String folder, String written) {
    String path = written.strip().replace('\\', '/');
    if (path.startsWith("/") || path.indexOf(':') >= 0) {
      return Optional.empty();
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (folder + "/" + path).split("/")) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
