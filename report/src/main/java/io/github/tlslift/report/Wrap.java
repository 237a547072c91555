package io.github.tlslift.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces; a word that is wider than the line is cut. */
final class Wrap {
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final int width;

  private Wrap(int width) {
    this.width = Math.max(1, width);
  }

  /** The lines, none of them wider than {@code width}; none for blank text. */
  static List<String> lines(String text, int width) {
    Wrap wrap = new Wrap(width);
    for (String word : text.strip().split(" +")) {
      wrap.add(word);
    }
    wrap.end();
    return wrap.lines;
  }

  private void add(String word) {
    boolean fits = line.isEmpty() || line.length() + 1 + word.length() <= width;
    if (!fits) {
      end();
    }
    line.append(line.isEmpty() ? "" : " ").append(word);
    while (line.length() > width) {
      cut();
    }
  }

  private void cut() {
    int at = width;
    if (at < line.length() && Character.isLowSurrogate(line.charAt(at)) && at > 1) {
      at--;
    }
    lines.add(line.substring(0, at));
    line.delete(0, at);
  }

  private void end() {
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
  }
}
