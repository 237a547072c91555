package io.github.tlslift.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where results go: the standard output, or a file that is replaced as a whole. */
final class Output {
  private Output() {}

  /** Writes the text. */
  static void write(String text, Optional<Path> file, PrintWriter standard) {
    if (file.isEmpty()) {
      standard.print(text);
      standard.flush();
      return;
    }
    write(text.getBytes(StandardCharsets.UTF_8), file.get(), "--output");
  }

  /** Writes bytes to the file that an option names. */
  static void write(byte[] bytes, Path file, String option) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new WrongUse("cannot write " + file + ": " + e + "; name another " + option);
    }
  }
}
