package io.github.tlslift.edit;

import java.util.Comparator;

/**
 * A range of a file's text replaced.
 *
 * @param start first character, in UTF-16 units of the text without byte-order mark
 * @param end after the last character; the same as {@code start} where text is put in
 * @param replacement what stands there afterwards
 */
public record Edit(int start, int end, String replacement) implements Comparable<Edit> {
  private static final Comparator<Edit> ORDER =
      Comparator.comparingInt(Edit::start)
          .thenComparingInt(Edit::end)
          .thenComparing(Edit::replacement);

  /** Checks the range. */
  public Edit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("range " + start + " to " + end);
    }
  }

  /** Text put in at a place. */
  public static Edit insert(int at, String text) {
    return new Edit(at, at, text);
  }

  /** A range taken out. */
  public static Edit delete(int start, int end) {
    return new Edit(start, end, "");
  }

  /** Whether both want to change the same characters. */
  public boolean overlaps(Edit other) {
    return start < other.end && other.start < end;
  }

  @Override
  public int compareTo(Edit other) {
    return ORDER.compare(this, other);
  }
}
