package io.github.tlslift.testkit;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Files that are only in memory, found whatever the case of their names. */
public final class MemoryTree implements FileTree {
  private final TreeMap<String, SourceText> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Adds a file, or replaces one. */
  public MemoryTree with(String path, String text) {
    files.remove(path);
    files.put(path, SourceText.ofString(path, text));
    return this;
  }

  /** Adds files without text. */
  public MemoryTree withEmpty(String... paths) {
    for (String path : paths) {
      with(path, "");
    }
    return this;
  }

  @Override
  public Optional<SourceText> text(String path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public Optional<String> find(String path) {
    return text(path).map(SourceText::file);
  }

  // '0' is the character after '/'.
  @Override
  public List<String> under(String folder) {
    return folder.isEmpty()
        ? List.copyOf(files.keySet())
        : List.copyOf(files.subMap(folder + "/", folder + "0").keySet());
  }
}
