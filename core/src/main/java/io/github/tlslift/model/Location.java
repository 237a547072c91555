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
 * @param within the place in a file without lines: a line of the source it was made of, or a method
 *     and an offset in its code; else empty
 */
public record Location(String file, int line, int column, int offset, int length, String within)
    implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::offset)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::length);

  /** A place in a file that has lines, or the file itself. */
  public Location(String file, int line, int column, int offset, int length) {
    this(file, line, column, offset, length, "");
  }

  /** The file as a whole. */
  public static Location ofFile(String file) {
    return new Location(file, 0, 0, 0, 0);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line}, the file and the place in it, or the file alone. */
  @Override
  public String toString() {
    String place = line == 0 ? "" : ":" + line;
    return within.isEmpty() ? file + place : file + " " + within;
  }
}
