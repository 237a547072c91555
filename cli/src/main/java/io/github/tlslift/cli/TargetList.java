package io.github.tlslift.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A list of endpoints, a line each, read as it is needed; lines that begin with # are passed over.
 */
final class TargetList implements AutoCloseable {
  private final BufferedReader reader;

  private TargetList(BufferedReader reader) {
    this.reader = reader;
  }

  /** The list in a file; {@code -} is the standard input. */
  static TargetList open(String file) {
    try {
      return new TargetList(
          new BufferedReader(
              new InputStreamReader(
                  file.equals("-") ? System.in : Files.newInputStream(Path.of(file)),
                  StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new WrongUse("cannot read --targets " + file + ": " + e.getMessage());
    }
  }

  /** The endpoints as they are written. */
  Stream<String> lines() {
    return reader.lines().map(String::strip).filter(s -> !s.isEmpty() && !s.startsWith("#"));
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
