package io.github.tlslift.model;

import java.util.Comparator;

/**
 * Where something was read.
 *
 * @param file path relative to the folder examined, with {@code /} between parts
 * @param line 1-based; 0 where a file has no lines or the place is the file itself
 * @param column 1-based, in UTF-16 units; 0 where {@code line} is 0
 * @param offset 0-based start in the decoded text, in UTF-16 units, without the byte-order mark
 * @param length in UTF-16 units
 */
public record Location(String file, int line, int column, int offset, int length)
    implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::offset)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::length);

  /** The file as a whole. */
  public static Location ofFile(String file) {
    return new Location(file, 0, 0, 0, 0);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line}, or the file alone. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
