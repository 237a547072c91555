package io.github.tlslift.dotnet.source.lex;

import java.util.List;

/**
 * A run of characters of one sort.
 *
 * @param kind its sort
 * @param start first character
 * @param end after the last character
 * @param text the characters; empty for spaces, comments and ends of line, which nobody asks for
 * @param value for strings, the text they stand for; else the same as {@code text}
 * @param holes what stands in the holes of a string, in order
 */
public record Token(
    TokenKind kind, int start, int end, String text, String value, List<Hole> holes) {

  /**
   * An expression in a string.
   *
   * @param start its first character
   * @param text its characters
   */
  public record Hole(int start, String text) {}

  /** A token without holes. */
  public Token(TokenKind kind, int start, int end, String text, String value) {
    this(kind, start, end, text, value, List.of());
  }

  /** The same, so many characters further on. */
  public Token movedBy(int distance) {
    List<Hole> moved = holes.stream().map(h -> new Hole(h.start + distance, h.text)).toList();
    return new Token(kind, start + distance, end + distance, text, value, moved);
  }

  /** Whether it is this operator, name or keyword, to the letter. */
  public boolean is(String other) {
    return text.equals(other) && kind != TokenKind.STRING;
  }

  /** The same, whatever its case. */
  public boolean isAnyCase(String other) {
    return text.equalsIgnoreCase(other) && kind != TokenKind.STRING;
  }

  /** Whether it is a name or keyword. */
  public boolean isName() {
    return kind == TokenKind.NAME;
  }

  /** Whether a parser passes it over in a language where lines do not matter. */
  public boolean isTrivia() {
    return kind == TokenKind.SPACE || kind == TokenKind.COMMENT || kind == TokenKind.NEWLINE;
  }
}
