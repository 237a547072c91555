package io.github.tlslift.report;

import java.util.List;

/** The kinds of row that a report is made of, with their columns. */
final class Rows {
  static final int INDENT = 6;
  static final int NUMBER = 12;
  static final int BODY = 16;
  private static final int NOTE = 40;

  private final Page page;

  Rows(Page page) {
    this.page = page;
  }

  /** A title with a verdict at the right edge, or below it where both do not fit. */
  void headline(String left, String right, Paint paint) {
    String title = Safe.text(left);
    int room = page.width() - title.length() - right.length();
    if (room >= 2) {
      page.row(Cell.of(0, title, Paint.BOLD), Cell.of(page.width() - right.length(), right, paint));
      return;
    }
    page.row(Cell.wrapped(0, page.width(), title, Paint.BOLD));
    page.row(Cell.wrapped(Math.max(0, page.width() - right.length()), page.width(), right, paint));
  }

  /** {@code label text}. */
  void labelled(String label, String text, Paint paint) {
    page.row(
        Cell.of(INDENT, label, Paint.DIM), Cell.wrapped(BODY, page.width() - BODY, text, paint));
  }

  /** {@code label text note}; the note goes below where it does not fit. */
  void noted(String label, String text, String note) {
    int column = Math.max(NOTE, BODY + text.length() + 2);
    boolean fits = column + note.length() <= page.width();
    if (fits) {
      page.row(
          Cell.of(INDENT, label, Paint.DIM),
          Cell.of(BODY, text, Paint.PLAIN),
          Cell.of(column, note, Paint.DIM));
      return;
    }
    labelled(label, text, Paint.PLAIN);
    page.row(Cell.wrapped(BODY + 2, page.width() - BODY - 2, note, Paint.DIM));
  }

  /** A numbered reason with what it rests on in a right-hand column. */
  void numbered(String label, String number, String text, List<String> places, int rightWidth) {
    int right = page.width() - rightWidth;
    boolean beside = rightWidth > 0;
    page.row(
        Cell.of(INDENT, label, Paint.DIM),
        Cell.of(NUMBER, number, Paint.BOLD),
        Cell.wrapped(BODY, (beside ? right - 2 : page.width()) - BODY, text, Paint.PLAIN),
        new Cell(right, beside ? safe(places) : List.of(), Paint.DIM));
    if (!beside) {
      places.forEach(p -> below(Safe.text(p)));
    }
  }

  private void below(String place) {
    page.row(Cell.of(Math.max(BODY + 2, page.width() - place.length()), place, Paint.DIM));
  }

  private static List<String> safe(List<String> places) {
    return places.stream().map(Safe::text).toList();
  }
}
