package io.github.tlslift.report;

import java.util.List;

/**
 * Lines of one column.
 *
 * @param column where it starts, from 0
 * @param lines what stands in it, top down
 * @param paint its colour
 */
record Cell(int column, List<String> lines, Paint paint) {

  /** Copies the lines. */
  Cell {
    lines = List.copyOf(lines);
  }

  /** Text that is known to fit. */
  static Cell of(int column, String text, Paint paint) {
    return new Cell(column, List.of(Safe.text(text)), paint);
  }

  /** Text wrapped to a width. */
  static Cell wrapped(int column, int width, String text, Paint paint) {
    return new Cell(column, Wrap.lines(Safe.text(text), width), paint);
  }

  /** The line at an index; empty below the last. */
  String line(int index) {
    return index < lines.size() ? lines.get(index) : "";
  }
}
