package io.github.tlslift.report;

import java.util.List;

/** Text of a fixed width, row by row; no line ends in a space. */
final class Page {
  private final StringBuilder out = new StringBuilder();
  private final TextStyle style;

  Page(TextStyle style) {
    this.style = style;
  }

  /** Columns of a line. */
  int width() {
    return style.width();
  }

  /** An empty line, but never two of them, and none at the top. */
  void gap() {
    boolean needed = out.length() > 1 && out.charAt(out.length() - 2) != '\n';
    if (needed) {
      out.append('\n');
    }
  }

  /** Cells side by side, from left to right; as many lines as the longest has. */
  void row(Cell... cells) {
    row(List.of(cells));
  }

  /** Cells side by side. */
  void row(List<Cell> cells) {
    int lines = cells.stream().mapToInt(c -> c.lines().size()).max().orElse(0);
    for (int i = 0; i < lines; i++) {
      line(cells, i);
    }
  }

  private void line(List<Cell> cells, int index) {
    int at = 0;
    for (Cell cell : cells) {
      String text = cell.line(index).stripTrailing();
      if (!text.isEmpty()) {
        int pad = Math.max(at == 0 ? 0 : 1, cell.column() - at);
        out.append(" ".repeat(pad)).append(style.colour() ? cell.paint().on(text) : text);
        at += pad + text.codePointCount(0, text.length());
      }
    }
    out.append('\n');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
