package io.github.tlslift.dotnet.source.lex;

/**
 * Where strings, characters, comments and lines of a C# text end. Lexical rules: ECMA-334 6.3 and
 * 6.4; raw strings as in C# 11.
 */
final class CSharpLiterals {
  private final String text;
  private final char[] chars;

  CSharpLiterals(String text, char[] chars) {
    this.text = text;
    this.chars = chars;
  }

  /** After a comment that starts there; the next character where none does. */
  int comment(int i) {
    char next = at(i + 1);
    if (next == '/') {
      return lineEnd(i);
    }
    if (next != '*') {
      return i + 1;
    }
    int end = text.indexOf("*/", i + 2);
    return end < 0 ? chars.length : end + 2;
  }

  /** Whether only spaces stand between the start of the line and the place. */
  boolean isFirst(int i) {
    int before = i - 1;
    while (before >= 0 && (chars[before] == ' ' || chars[before] == '\t')) {
      before--;
    }
    return before < 0 || chars[before] == '\n' || chars[before] == '\r';
  }

  /** Where the line ends. */
  int lineEnd(int from) {
    int i = from;
    while (i < chars.length && chars[i] != '\n' && chars[i] != '\r') {
      i++;
    }
    return i;
  }

  /** Where the line after one that ends there begins. */
  int nextLine(int end) {
    return end + (at(end) == '\r' && at(end + 1) == '\n' ? 2 : 1);
  }

  /** After a character that starts there. */
  int character(int i) {
    int at = i + 1;
    while (at < chars.length && chars[at] != '\'' && chars[at] != '\n') {
      at += chars[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  /** After a string whose first quote stands there. */
  int string(int i) {
    int quotes = i;
    while (at(quotes) == '"') {
      quotes++;
    }
    boolean verbatim = at(i - 1) == '@' || (at(i - 1) == '$' && at(i - 2) == '@');
    if (quotes - i >= 3 && !verbatim) {
      return raw(i, quotes - i);
    }
    boolean interpolated = at(i - 1) == '$' || (verbatim && at(i - 2) == '$');
    return quoted(i + 1, verbatim, interpolated, 0);
  }

  private int raw(int i, int quotes) {
    int end = text.indexOf("\"".repeat(quotes), i + quotes);
    int after = end < 0 ? chars.length : end + quotes;
    while (at(after) == '"') {
      after++;
    }
    return after;
  }

  private int quoted(int from, boolean verbatim, boolean interpolated, int nesting) {
    int i = from;
    while (i < chars.length) {
      char c = chars[i];
      if (c == '"' && verbatim && at(i + 1) == '"') {
        i += 2;
      } else if (c == '"') {
        return i + 1;
      } else if (c == '\\' && !verbatim) {
        i += 2;
      } else if (c == '\n' && !verbatim) {
        return i;
      } else if (c == '{' && interpolated && at(i + 1) != '{') {
        i = hole(i + 1, nesting);
      } else {
        i += c == '{' && interpolated ? 2 : 1;
      }
    }
    return i;
  }

  private int hole(int from, int nesting) {
    int i = from;
    int braces = 1;
    while (i < chars.length && braces > 0) {
      char c = chars[i];
      braces += c == '{' ? 1 : c == '}' ? -1 : 0;
      boolean inner = c == '"' && nesting < 16;
      i = inner ? nested(i, nesting) : c == '\'' ? character(i) : i + 1;
    }
    return i;
  }

  private int nested(int i, int nesting) {
    boolean verbatim = at(i - 1) == '@' || at(i - 2) == '@';
    boolean interpolated = at(i - 1) == '$' || at(i - 2) == '$';
    return quoted(i + 1, verbatim, interpolated, nesting + 1);
  }

  private char at(int i) {
    return i >= 0 && i < chars.length ? chars[i] : 0;
  }
}
