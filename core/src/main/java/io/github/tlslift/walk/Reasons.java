package io.github.tlslift.walk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Failures of the file system in words. */
final class Reasons {
  static final String NEITHER = "neither a file nor a folder; not opened";

  private Reasons() {}

  static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "it was gone when it was opened";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  static String tooLarge(long bytes, int most) {
    return "larger than " + (most >> 20) + " MiB (" + (bytes >> 20) + " MiB); not read";
  }
}
