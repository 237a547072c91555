package io.github.tlslift.apply;

import io.github.tlslift.edit.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one {@code fix --apply} wrote: a folder with the bytes from before, and a list that is
 * written last, so that a record without it was never in force.
 */
final class UndoRecord {
  private static final String FIRST_LINE = "tlslift-undo 1";
  private static final String LIST = "files";

  private final Path folder;
  private final List<UndoEntry> entries;

  private UndoRecord(Path folder, List<UndoEntry> entries) {
    this.folder = folder;
    this.entries = List.copyOf(entries);
  }

  /** Writes a record of changes that are about to be made. */
  static UndoRecord write(Path store, List<Change> changes) throws IOException {
    Path folder = store.resolve(String.format("undo-%04d", lastNumber(store) + 1));
    Files.createDirectories(folder);
    List<UndoEntry> entries = new ArrayList<>();
    List<String> lines = new ArrayList<>(List.of(FIRST_LINE));
    for (Change change : changes) {
      Optional<byte[]> before = change.before();
      UndoEntry entry =
          new UndoEntry(
              change.path(), before.map(Digest::of).orElse(""), Digest.of(change.after()));
      if (before.isPresent()) {
        SafeFile.write(folder.resolve(entry.before()), before.get());
      }
      entries.add(entry);
      lines.add(entry.line());
    }
    String list = String.join("\n", lines) + "\n";
    SafeFile.write(folder.resolve(LIST), list.getBytes(StandardCharsets.UTF_8));
    return new UndoRecord(folder, entries);
  }

  /** The newest record in force. */
  static Optional<UndoRecord> last(Path store) throws IOException {
    List<Path> folders = folders(store);
    for (int i = folders.size() - 1; i >= 0; i--) {
      Path list = folders.get(i).resolve(LIST);
      if (Files.exists(list)) {
        return Optional.of(read(folders.get(i), Files.readAllLines(list)));
      }
    }
    return Optional.empty();
  }

  private static UndoRecord read(Path folder, List<String> lines) throws IOException {
    if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
      throw new IOException(folder.resolve(LIST) + " is not a list of this version");
    }
    return new UndoRecord(folder, lines.stream().skip(1).map(UndoEntry::parse).toList());
  }

  List<UndoEntry> entries() {
    return entries;
  }

  byte[] before(UndoEntry entry) throws IOException {
    return Files.readAllBytes(folder.resolve(entry.before()));
  }

  /** Takes the record out of force, then away; its store too, where nothing else is in it. */
  void delete() throws IOException {
    SafeFile.delete(folder.resolve(LIST));
    deleteTree(folder);
  }

  static int count(Path store) throws IOException {
    return (int) folders(store).stream().filter(f -> Files.exists(f.resolve(LIST))).count();
  }

  /** Deletes what records left behind that never came into force. */
  static void sweep(Path store) throws IOException {
    for (Path folder : folders(store)) {
      if (!Files.exists(folder.resolve(LIST))) {
        deleteTree(folder);
      }
    }
  }

  private static int lastNumber(Path store) throws IOException {
    List<Path> folders = folders(store);
    return folders.isEmpty() ? 0 : number(folders.get(folders.size() - 1));
  }

  private static int number(Path folder) {
    return Integer.parseInt(String.valueOf(folder.getFileName()).substring("undo-".length()));
  }

  private static List<Path> folders(Path store) throws IOException {
    if (!Files.isDirectory(store)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(store)) {
      return inside
          .filter(p -> String.valueOf(p.getFileName()).matches("undo-\\d{4,9}"))
          .sorted(Comparator.comparingInt(UndoRecord::number))
          .toList();
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
