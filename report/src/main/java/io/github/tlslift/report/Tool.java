package io.github.tlslift.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Names this program in its reports. */
public final class Tool {
  /** Its name. */
  public static final String NAME = "tlslift";

  private Tool() {}

  /** Its version, such as {@code 0.1.0}. */
  public static String version() {
    try (InputStream in = Tool.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        throw new IllegalStateException("version.txt is not in the jar");
      }
      String version = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return version.replace("-SNAPSHOT", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
