package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.source.SourceFile;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files read last, as many as there is room for: files of several projects are read once. */
final class Kept {
  /** In characters of text; what is read of them takes about as much again. */
  private static final int ROOM = 24_000_000;

  private final Map<String, SourceFile> files = new LinkedHashMap<>(64, 0.75f, true);
  private long size;

  synchronized Optional<SourceFile> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  synchronized void keep(String path, SourceFile file) {
    SourceFile before = files.put(path, file);
    size += length(file) - (before == null ? 0 : length(before));
    Iterator<SourceFile> oldest = files.values().iterator();
    while (size > ROOM && files.size() > 1 && oldest.hasNext()) {
      size -= length(oldest.next());
      oldest.remove();
    }
  }

  private static int length(SourceFile file) {
    return file.text().text().length();
  }
}
