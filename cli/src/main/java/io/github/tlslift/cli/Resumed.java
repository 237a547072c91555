package io.github.tlslift.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * The lines that an earlier run wrote to a file, which goes on from there.
 *
 * @param done the endpoints that have a line
 * @param whole how many bytes of the file are whole lines: a run that was cut off ends in a part of
 *     one
 */
record Resumed(Set<String> done, long whole) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Reads the file, and cuts off a last line that is not whole. */
  static Resumed of(Path file) {
    try {
      if (!Files.exists(file)) {
        return new Resumed(Set.of(), 0);
      }
      Resumed all = read(file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(all.whole());
      }
      return all;
    } catch (IOException e) {
      throw new WrongUse("cannot resume " + file + ": " + e.getMessage());
    }
  }

  private static Resumed read(Path file) throws IOException {
    Set<String> done = new HashSet<>();
    long whole = 0;
    long at = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        at++;
        line.write(b);
        if (b == '\n') {
          done.add(endpoint(line.toByteArray()));
          line.reset();
          whole = at;
        }
      }
    }
    return new Resumed(done, whole);
  }

  private static String endpoint(byte[] line) throws IOException {
    try (JsonParser in = JSON.createParser(line)) {
      boolean first =
          in.nextToken() == JsonToken.START_OBJECT
              && in.nextToken() == JsonToken.FIELD_NAME
              && in.currentName().equals("endpoint")
              && in.nextToken() == JsonToken.VALUE_STRING;
      if (!first) {
        throw new IOException("a line of it is none of probe --format json");
      }
      return in.getText();
    }
  }
}
