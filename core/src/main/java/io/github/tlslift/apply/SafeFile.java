package io.github.tlslift.apply;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Writes a file as a whole: to a temporary file beside it, synced, then renamed over it. */
final class SafeFile {
  private static final String SUFFIX = ".tlslift-new";

  private SafeFile() {}

  /** The temporary file of a file; what is left of it after a kill may be deleted. */
  static Path temporary(Path file) {
    return file.resolveSibling("." + file.getFileName() + SUFFIX);
  }

  /** Writes and syncs the temporary file, with the permissions of the file where there is one. */
  static void prepare(Path file, byte[] bytes) throws IOException {
    Path temporary = temporary(file);
    Files.deleteIfExists(temporary);
    try (FileChannel out =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    if (Files.exists(file)) {
      copyPermissions(file, temporary);
    }
  }

  /** Puts the temporary file in the place of the file. */
  static void commit(Path file) throws IOException {
    Files.move(
        temporary(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file);
  }

  static void write(Path file, byte[] bytes) throws IOException {
    prepare(file, bytes);
    commit(file);
  }

  static void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
    syncFolder(file);
  }

  /** Whether nobody may write to a file, its owner neither; root could, and is not meant to. */
  static boolean isReadOnly(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view == null
        ? !Files.isWritable(file)
        : !view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE)
            || !Files.isWritable(file);
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null) {
      Set<PosixFilePermission> permissions = view.readAttributes().permissions();
      Files.setPosixFilePermissions(to, permissions);
    }
  }

  // A rename lasts only once its folder is synced; Windows opens no folder and needs it not.
  private static void syncFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (FileSystemException notAFile) {
      return;
    }
  }
}
