package io.github.tlslift.dotnet.source.lex;

/** A place in a text, with the steps every lexer takes. Reading past the end gives NUL. */
final class Chars {
  private static final boolean[] ASCII_NAME = asciiNames();

  final String text;
  private final char[] chars;
  int at;

  Chars(String text) {
    this.text = text;
    this.chars = text.toCharArray();
  }

  boolean more() {
    return at < chars.length;
  }

  char peek(int ahead) {
    int i = at + ahead;
    return i >= 0 && i < chars.length ? chars[i] : 0;
  }

  char peek() {
    return at < chars.length ? chars[at] : 0;
  }

  boolean looksAt(String s) {
    return text.startsWith(s, at);
  }

  boolean looksAtAnyCase(String s) {
    return text.regionMatches(true, at, s, 0, s.length());
  }

  void skip(int count) {
    at = Math.min(text.length(), at + count);
  }

  void toLineEnd() {
    while (more() && !isLineEnd(peek())) {
      at++;
    }
  }

  /** To just after the next occurrence, or to the end. */
  void past(String s) {
    int found = text.indexOf(s, at);
    at = found < 0 ? text.length() : found + s.length();
  }

  /** Passes one end of line, {@code \r\n} together. */
  void lineEnd() {
    skip(peek() == '\r' && peek(1) == '\n' ? 2 : 1);
  }

  void spaces() {
    while (more() && isSpace(peek())) {
      at++;
    }
  }

  void name() {
    int i = at;
    while (i < chars.length && isNamePart(chars[i])) {
      i++;
    }
    at = i;
  }

  int count(char c) {
    int n = 0;
    while (peek(n) == c && at + n < text.length()) {
      n++;
    }
    return n;
  }

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  static boolean isSpace(char c) {
    return c == ' '
        || c == '\t'
        || c == '\f'
        || c == '\u000B'
        || c == '\u00A0'
        || c == '\uFEFF'
        || c == 0
        || (c > 127 && Character.isSpaceChar(c) && !isLineEnd(c));
  }

  static boolean isNameStart(char c) {
    return c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' : isOtherStart(c);
  }

  private static boolean isOtherStart(char c) {
    return Character.isLetter(c) || Character.isHighSurrogate(c);
  }

  static boolean isNamePart(char c) {
    return c < ASCII_NAME.length ? ASCII_NAME[c] : isOtherNamePart(c);
  }

  private static boolean[] asciiNames() {
    boolean[] names = new boolean[128];
    for (char c = 0; c < names.length; c++) {
      names[c] = isOtherNamePart(c);
    }
    return names;
  }

  private static boolean isOtherNamePart(char c) {
    return c == '_'
        || Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || (c > 127 && Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
