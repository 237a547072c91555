package io.github.tlslift.apply;

import io.github.tlslift.edit.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes changes to a folder, all or none, and keeps what undo needs. */
public final class Applier {
  private final Path root;

  /** For the files of a folder. */
  public Applier(Path root) {
    this.root = root;
  }

  /**
   * Writes the changes. The record is in force before the first file changes.
   *
   * @throws RefusedException where a file is read-only, leads elsewhere or is not what it was when
   *     it was read; nothing is written then
   */
  public void apply(List<Change> changes) throws IOException, RefusedException {
    for (Change change : changes) {
      check(change);
    }
    try (Store store = Store.open(root)) {
      UndoRecord.sweep(store.folder());
      UndoRecord record = UndoRecord.write(store.folder(), changes);
      write(changes, record);
    }
  }

  private void check(Change change) throws IOException, RefusedException {
    Path file = file(change);
    Optional<byte[]> before = change.before();
    if (before.isEmpty()) {
      refuseIf(Files.exists(file), change, "was made meanwhile");
      return;
    }
    refuseIf(!Files.exists(file), change, "is gone");
    refuseIf(Files.isSymbolicLink(file), change, "is a link; name the folder it leads to");
    refuseIf(
        !Arrays.equals(Files.readAllBytes(file), before.get()), change, "has changed meanwhile");
    refuseIf(SafeFile.isReadOnly(file), change, "is read-only; make it writable");
  }

  private static void refuseIf(boolean wrong, Change change, String why) throws RefusedException {
    if (wrong) {
      throw new RefusedException(change.path() + " " + why + "; nothing was written");
    }
  }

  // All is on the disk before the first file changes, so that a full disk changes none.
  private void write(List<Change> changes, UndoRecord record) throws IOException {
    try {
      for (Change change : changes) {
        SafeFile.prepare(file(change), change.after());
      }
      for (Change change : changes) {
        SafeFile.commit(file(change));
      }
    } catch (IOException e) {
      new Undo(root).restore(record);
      record.delete();
      throw e;
    }
  }

  private Path file(Change change) {
    return root.resolve(change.path());
  }
}
