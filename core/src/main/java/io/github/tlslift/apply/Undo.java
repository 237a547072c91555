package io.github.tlslift.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts back the bytes from before the last {@code fix --apply}. */
public final class Undo {
  private final Path root;

  /** For the files of a folder. */
  public Undo(Path root) {
    this.root = root;
  }

  /**
   * What was put back.
   *
   * @param files the paths, in the order they were written
   * @param left how many earlier records remain
   */
  public record Done(List<String> files, int left) {
    /** Copies the list. */
    public Done {
      files = List.copyOf(files);
    }
  }

  /**
   * Undoes the newest record; empty where there is none.
   *
   * @throws RefusedException where a file is neither what was written nor what was there before;
   *     nothing is put back then
   */
  public Optional<Done> last() throws IOException, RefusedException {
    if (!Files.isDirectory(root.resolve(Store.NAME))) {
      return Optional.empty();
    }
    try (Store store = Store.open(root)) {
      Optional<UndoRecord> record = UndoRecord.last(store.folder());
      if (record.isEmpty()) {
        return Optional.empty();
      }
      for (UndoEntry entry : record.get().entries()) {
        check(entry);
      }
      restore(record.get());
      record.get().delete();
      List<String> files = record.get().entries().stream().map(UndoEntry::path).toList();
      return Optional.of(new Done(files, UndoRecord.count(store.folder())));
    }
  }

  private void check(UndoEntry entry) throws IOException, RefusedException {
    Path file = file(entry);
    String now = Files.exists(file) ? Digest.of(Files.readAllBytes(file)) : "";
    boolean ours = now.equals(entry.after()) || now.equals(entry.before());
    if (!ours) {
      throw new RefusedException(
          entry.path()
              + " has changed since; nothing was put back. Take your change out of it, or undo by"
              + " hand from "
              + Store.NAME);
    }
    if (!now.isEmpty() && SafeFile.isReadOnly(file)) {
      throw new RefusedException(
          entry.path() + " is read-only; make it writable; nothing was put back");
    }
  }

  /** Puts every file back that is not what it was; one that is, is left alone. */
  void restore(UndoRecord record) throws IOException {
    List<UndoEntry> entries = new ArrayList<>(record.entries());
    for (UndoEntry entry : entries) {
      Path file = file(entry);
      Files.deleteIfExists(SafeFile.temporary(file));
      if (entry.isCreation()) {
        SafeFile.delete(file);
      } else if (!Digest.of(Files.readAllBytes(file)).equals(entry.before())) {
        SafeFile.write(file, record.before(entry));
      }
    }
  }

  private Path file(UndoEntry entry) {
    return root.resolve(entry.path());
  }
}
