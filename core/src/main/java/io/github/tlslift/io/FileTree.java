package io.github.tlslift.io;

import java.util.List;
import java.util.Optional;

/**
 * The files under examination, by path relative to the folder or archive that was named, with
 * {@code /} between parts. Names are found whatever their case, as on Windows.
 */
public interface FileTree {

  /** The text of a file; empty where there is none, or where it could not be read. */
  Optional<SourceText> text(String path);

  /** The path as the file is really called; empty where there is no such file. */
  Optional<String> find(String path);

  /** The paths of all files below a folder, sorted; {@code ""} is the root. */
  List<String> under(String folder);
}
