package io.github.tlslift.why.text;

/**
 * A line after unwrapping.
 *
 * @param number the line of the file it came from, from 1
 * @param count how many lines of the file are the same
 */
record TextLine(int number, String text, int count) {
  TextLine(int number, String text) {
    this(number, text, 1);
  }

  /** Another text in its place. */
  TextLine with(String other) {
    return new TextLine(number, other, count);
  }
}
