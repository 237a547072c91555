package io.github.tlslift.testkit;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A file tree of texts. */
public final class MemoryTree implements FileTree {
  private final Map<String, String> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** The tree with one more file. */
  public MemoryTree with(String path, String text) {
    files.put(path, text);
    return this;
  }

  @Override
  public Optional<SourceText> text(String path) {
    return find(path)
        .flatMap(p -> Optional.ofNullable(files.get(p)).map(t -> SourceText.ofString(p, t)));
  }

  @Override
  public Optional<String> find(String path) {
    return files.keySet().stream().filter(path::equalsIgnoreCase).findFirst();
  }

  @Override
  public List<String> under(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return files.keySet().stream().filter(p -> p.startsWith(prefix)).sorted().toList();
  }
}
