package io.github.tlslift.walk;

import io.github.tlslift.io.TreePath;
import io.github.tlslift.io.Words;
import io.github.tlslift.walk.Inputs.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A single file as a tree of its own. */
final class FileWalk {
  private FileWalk() {}

  static Inputs inputs(Path file, Words words) throws IOException {
    String name = TreePath.name(file.toString().replace('\\', '/'));
    long size = Files.size(file);
    if (size > Limits.FILE) {
      throw new IOException(Reasons.tooLarge(size));
    }
    byte[] bytes = Files.readAllBytes(file);
    FileKind kind = FileKind.of(name);
    Input input = new Input(name, kind, Search.in(bytes, bytes.length, words));
    return new Inputs(p -> bytes, words, List.of(input), 1, kind.isSource() ? 1 : 0, List.of());
  }
}
