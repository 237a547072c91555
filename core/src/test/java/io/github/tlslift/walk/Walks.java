package io.github.tlslift.walk;

import io.github.tlslift.io.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Folders and archives to walk. */
final class Walks {
  static final int WORD = 1;

  /** Code with a word that matters. */
  static final String CODE = "class C { int x = Tls12; }\n";

  private Walks() {}

  static Inputs walk(Path root) {
    return Inputs.of(root, Words.of(Map.of(WORD, List.of("Tls12"))));
  }

  static Path write(Path file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is put into an archive. */
  interface Entries {
    void into(ZipOutputStream zip) throws IOException;
  }

  static Path zip(Path file, Entries entries) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      entries.into(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** An entry of so many bytes that packs well or badly. */
  static void entry(ZipOutputStream zip, String name, int size, int distinct) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    byte[] block = new byte[1 << 16];
    Arrays.fill(block, (byte) ' ');
    long seed = 7;
    for (int left = size; left > 0; left -= block.length) {
      for (int i = 0; i < distinct; i++) {
        seed = seed * 6364136223846793005L + 1442695040888963407L;
        block[i] = (byte) ('a' + (seed >>> 60));
      }
      zip.write(block, 0, Math.min(left, block.length));
    }
    zip.closeEntry();
  }

  static List<String> paths(Inputs inputs) {
    return inputs.files().stream().map(Inputs.Input::path).toList();
  }

  /** The gaps, as {@code file: reason}, sorted. */
  static List<String> gaps(Inputs inputs) {
    return inputs.coverage().notExamined().stream()
        .map(g -> g.file() + ": " + g.reason())
        .sorted()
        .toList();
  }
}
