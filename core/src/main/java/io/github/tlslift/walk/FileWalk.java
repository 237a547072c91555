package io.github.tlslift.walk;

import io.github.tlslift.io.TreePath;
import io.github.tlslift.io.Words;
import io.github.tlslift.walk.Inputs.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** A single file as a tree of its own. */
final class FileWalk {
  private FileWalk() {}

  static String name(Path file) {
    return TreePath.name(file.toString().replace('\\', '/'));
  }

  /** The bytes of a file within the limit. */
  static byte[] bytes(Path file) throws IOException {
    BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
    if (!is.isRegularFile()) {
      throw new IOException(Reasons.NEITHER);
    }
    int most = FileKind.of(name(file)) == FileKind.ASSEMBLY ? Limits.ASSEMBLY : Limits.FILE;
    if (is.size() > most) {
      throw new IOException(Reasons.tooLarge(is.size(), most));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException(Reasons.tooLarge(bytes.length, most));
      }
      return bytes;
    }
  }

  static Inputs inputs(Path file, Words words) throws IOException {
    String name = name(file);
    byte[] bytes = bytes(file);
    FileKind kind = FileKind.of(name);
    Input input = new Input(name, kind, Search.in(bytes, bytes.length, words));
    return new Inputs(p -> bytes, words, List.of(input), 1, kind.isSource() ? 1 : 0, List.of());
  }
}
