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
    try {
      Files.write(file.get(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new WrongUse("cannot write " + file.get() + ": " + e + "; name another --output");
    }
  }
}
