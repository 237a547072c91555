package io.github.tlslift.report;

/**
 * Makes text from files fit for a terminal: what would steer the terminal is shown as an escape.
 */
final class Safe {
  private Safe() {}

  /** The text with control, format and direction characters written as {@code \\u001b}. */
  static String text(String raw) {
    if (raw.codePoints().noneMatch(Safe::steers)) {
      return raw;
    }
    StringBuilder safe = new StringBuilder();
    raw.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    if (c == '\t') {
      safe.append(' ');
    } else if (steers(c)) {
      safe.append(String.format("\\u%04x", c));
    } else {
      safe.appendCodePoint(c);
    }
  }

  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
