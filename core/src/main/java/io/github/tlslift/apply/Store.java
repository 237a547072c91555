package io.github.tlslift.apply;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The folder {@code .tlslift} beside what was edited, and the lock that one program holds on it.
 */
final class Store implements AutoCloseable {
  static final String NAME = ".tlslift";
  private static final String LOCK = "lock";
  private static final String IGNORE = ".gitignore";

  private final Path folder;
  private final FileChannel channel;

  private Store(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Opens the store of a root, and makes it where it is not there. */
  static Store open(Path root) throws IOException, RefusedException {
    Path folder = root.resolve(NAME);
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new RefusedException("another tlslift is at work in " + root + "; wait for its end");
    }
    if (!Files.exists(folder.resolve(IGNORE))) {
      SafeFile.write(folder.resolve(IGNORE), "*\n".getBytes(StandardCharsets.UTF_8));
    }
    return new Store(folder, channel);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameProgram) {
      return false;
    }
  }

  Path folder() {
    return folder;
  }

  /** Gives the lock back; the folder goes too where no record is left in it. */
  @Override
  public void close() throws IOException {
    boolean empty = UndoRecord.count(folder) == 0;
    if (empty) {
      UndoRecord.sweep(folder);
      Files.deleteIfExists(folder.resolve(IGNORE));
      Files.deleteIfExists(SafeFile.temporary(folder.resolve(IGNORE)));
    }
    channel.close();
    if (empty) {
      Files.deleteIfExists(folder.resolve(LOCK));
      deleteIfEmpty(folder);
    }
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    boolean empty;
    try (Stream<Path> inside = Files.list(folder)) {
      empty = inside.findAny().isEmpty();
    }
    if (empty) {
      Files.delete(folder);
    }
  }
}
