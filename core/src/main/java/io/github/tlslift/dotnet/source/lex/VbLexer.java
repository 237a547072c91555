package io.github.tlslift.dotnet.source.lex;

import java.util.List;

/** VB.NET: doubled quotes, interpolation, REM, {@code &H} numbers and line continuation. */
public final class VbLexer extends Lexer {
  private static final List<String> OPERATORS =
      List.of(
          "<<=", ">>=", "+=", "-=", "*=", "/=", "\\=", "^=", "&=", "<>", "<=", ">=", ":=", "<<",
          ">>", "?.");

  /** A lexer of one file. */
  public VbLexer(String text) {
    super(text);
  }

  @Override
  void next(int start) {
    if (continuation(start)
        || blank(start)
        || comment(start)
        || directive(start)
        || string(start)) {
      return;
    }
    if (in.peek() == '[' && Chars.isNameStart(in.peek(1)) && closesBracket()) {
      bracketed(start);
    } else if (Chars.isNameStart(in.peek())) {
      in.skip(1);
      in.name();
      add(TokenKind.NAME, start);
    } else if (isBased()) {
      in.skip(2);
      in.name();
      typeCharacter();
      add(TokenKind.NUMBER, start);
    } else if (Chars.isDigit(in.peek())) {
      number();
      typeCharacter();
      add(TokenKind.NUMBER, start);
    } else {
      operator(start, OPERATORS);
    }
  }

  // " _" at the end of a line joins it with the next.
  private boolean continuation(int start) {
    if (in.peek() != '_' || Chars.isNamePart(in.peek(1))) {
      return false;
    }
    int i = 1;
    while (Chars.isSpace(in.peek(i)) && in.at + i < in.text.length()) {
      i++;
    }
    if (!Chars.isLineEnd(in.peek(i))) {
      return false;
    }
    in.skip(i);
    in.lineEnd();
    add(TokenKind.SPACE, start);
    return true;
  }

  private boolean comment(int start) {
    char c = in.peek();
    boolean rem =
        in.looksAtAnyCase("rem")
            && !Chars.isNamePart(in.peek(3))
            && !Chars.isNamePart(in.peek(-1))
            && in.peek(-1) != '.';
    if (c != '\'' && c != '\u2018' && c != '\u2019' && !rem) {
      return false;
    }
    in.toLineEnd();
    add(TokenKind.COMMENT, start);
    return true;
  }

  private boolean directive(int start) {
    if (in.peek() != '#' || !atLineStart() || !Character.isLetter(in.peek(1))) {
      return false;
    }
    in.toLineEnd();
    add(TokenKind.DIRECTIVE, start);
    return true;
  }

  private boolean string(int start) {
    boolean interpolated = in.peek() == '$' && isQuote(in.peek(1));
    if (!interpolated && !isQuote(in.peek())) {
      return false;
    }
    in.skip(interpolated ? 2 : 1);
    StringBuilder value = new StringBuilder();
    boolean holes = body(value, interpolated);
    boolean character = in.peek() == 'c' || in.peek() == 'C';
    if (character && !Chars.isNamePart(in.peek(1))) {
      in.skip(1);
      add(TokenKind.CHARACTER, start, value.toString());
    } else {
      addString(start, value, holes);
    }
    return true;
  }

  private boolean body(StringBuilder value, boolean interpolated) {
    boolean holes = false;
    while (in.more()) {
      char c = in.peek();
      if (isQuote(c) && !isQuote(in.peek(1))) {
        in.skip(1);
        return holes;
      }
      if (interpolated && c == '{' && in.peek(1) != '{') {
        int start = in.at + 1;
        in.past("}");
        hole(start, in.at - 1);
        value.append('\0');
        holes = true;
      } else {
        value.append(isQuote(c) ? '"' : c);
        in.skip(isQuote(c) || (interpolated && (c == '{' || c == '}') && in.peek(1) == c) ? 2 : 1);
      }
    }
    return holes;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\u201C' || c == '\u201D';
  }

  // 3072% is an Integer, 3072& a Long.
  private void typeCharacter() {
    if (in.peek() == '%' || (in.peek() == '&' && !Chars.isNamePart(in.peek(1)))) {
      in.skip(1);
    }
  }

  private boolean isBased() {
    char base = Character.toUpperCase(in.peek(1));
    return in.peek() == '&'
        && (base == 'H' || base == 'O' || base == 'B')
        && Character.digit(in.peek(2), 16) >= 0;
  }

  private boolean closesBracket() {
    int i = 1;
    while (Chars.isNamePart(in.peek(i))) {
      i++;
    }
    return in.peek(i) == ']';
  }

  private void bracketed(int start) {
    in.past("]");
    String text = in.text.substring(start, in.at);
    add(TokenKind.NAME, start, text.substring(1, text.length() - 1));
  }
}
