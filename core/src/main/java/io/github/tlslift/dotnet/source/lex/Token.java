package io.github.tlslift.dotnet.source.lex;

/**
 * A run of characters of one sort.
 *
 * @param kind its sort
 * @param start first character
 * @param end after the last character
 * @param text the characters
 * @param value for strings, the text they stand for; else the same as {@code text}
 */
public record Token(TokenKind kind, int start, int end, String text, String value) {

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
