package io.github.tlslift.edit;

/** How the lines of a text end, and where. */
public final class LineEnds {
  private LineEnds() {}

  /**
   * The end of the line of a place; of the line before it where it is the last; else a line feed.
   */
  public static String at(String text, int place) {
    int feed = text.indexOf('\n', place);
    if (feed < 0) {
      feed = text.lastIndexOf('\n', place);
    }
    if (feed < 0) {
      return text.indexOf('\r') >= 0 ? "\r" : "\n";
    }
    return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }

  /** The first character of the line of a place. */
  public static int start(String text, int place) {
    int start = place;
    while (start > 0 && !isEnd(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** The first character after the line of a place and its end. */
  public static int next(String text, int place) {
    int end = end(text, place);
    if (end < text.length() && text.charAt(end) == '\r') {
      end++;
    }
    return end < text.length() && text.charAt(end) == '\n' ? end + 1 : end;
  }

  /** After the last character of the line of a place, its end left out. */
  public static int end(String text, int place) {
    int end = place;
    while (end < text.length() && !isEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The spaces and tabs that the line of a place begins with. */
  public static String indent(String text, int place) {
    int start = start(text, place);
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
