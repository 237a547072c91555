package io.github.tlslift.dotnet.source.lex;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens; never fails: what fits nothing is an operator of one character. */
public abstract class Lexer {
  /** The tokens of a file after which cutting stops: no hand-written file comes near. */
  public static final int MOST_TOKENS = 1_000_000;

  final Chars in;
  private final List<Token> tokens = new ArrayList<>();
  private final Spellings words;
  private final List<Token.Hole> holes = new ArrayList<>();

  private final Blanks blanks;
  private int nextBlank;

  Lexer(String text) {
    this(Skimmed.whole(text));
  }

  Lexer(Skimmed skimmed) {
    in = new Chars(skimmed.text());
    words = new Spellings(skimmed.text());
    blanks = skimmed.blanks();
  }

  /** All tokens of what is not blank, in order; those before the limit where there are too many. */
  public final List<Token> tokens() {
    while (passBlanks() && in.more() && tokens.size() < MOST_TOKENS) {
      int start = in.at;
      next(start);
      if (in.at == start) {
        in.skip(1);
        add(TokenKind.OPERATOR, start);
      }
    }
    return tokens;
  }

  private boolean passBlanks() {
    while (nextBlank < blanks.count() && in.at >= blanks.start(nextBlank)) {
      in.at = Math.max(in.at, blanks.end(nextBlank++));
    }
    return true;
  }

  /** Reads one token, or nothing. */
  abstract void next(int start);

  final void add(TokenKind kind, int start) {
    boolean trivia =
        kind == TokenKind.SPACE || kind == TokenKind.COMMENT || kind == TokenKind.NEWLINE;
    String text = trivia ? "" : words.of(start, in.at);
    tokens.add(new Token(kind, start, in.at, text, text));
  }

  final void add(TokenKind kind, int start, String value) {
    tokens.add(new Token(kind, start, in.at, words.of(start, in.at), value));
  }

  /** The characters since a place. */
  final String since(int start) {
    return words.of(start, in.at);
  }

  /** A string; one with holes in the text between them has the expressions noted before. */
  final void addString(int start, StringBuilder value, boolean withHoles) {
    TokenKind kind = withHoles ? TokenKind.TEMPLATE : TokenKind.STRING;
    String text = in.text.substring(start, in.at);
    tokens.add(new Token(kind, start, in.at, text, value.toString(), List.copyOf(holes)));
    holes.clear();
  }

  /** Notes the expression in a hole of the string being read. */
  final void hole(int start, int end) {
    holes.add(new Token.Hole(start, in.text.substring(start, Math.max(start, end))));
  }

  /** Spaces and ends of line. */
  final boolean blank(int start) {
    if (Chars.isLineEnd(in.peek())) {
      in.lineEnd();
      add(TokenKind.NEWLINE, start);
      return true;
    }
    if (Chars.isSpace(in.peek())) {
      in.spaces();
      add(TokenKind.SPACE, start);
      return true;
    }
    return false;
  }

  /** The longest of these operators, or one character. */
  final void operator(int start, List<String> longestFirst) {
    int length = 1;
    char first = in.peek();
    for (String operator : longestFirst) {
      if (operator.charAt(0) == first && in.looksAt(operator)) {
        length = operator.length();
        break;
      }
    }
    in.skip(length);
    add(TokenKind.OPERATOR, start);
  }

  /** Whether only spaces stand between here and the start of the line. */
  final boolean atLineStart() {
    int i = in.at - 1;
    while (i >= 0 && Chars.isSpace(in.text.charAt(i))) {
      i--;
    }
    return i < 0 || Chars.isLineEnd(in.text.charAt(i));
  }

  /** A number. */
  final void number(int start) {
    number();
    add(TokenKind.NUMBER, start);
  }

  /** Digits, letters and underscores of a number, with a fraction and an exponent. */
  final void number() {
    boolean hex = in.peek() == '0' && (in.peek(1) == 'x' || in.peek(1) == 'X');
    in.skip(1);
    while (Chars.isNamePart(in.peek()) || isFraction() || (!hex && isExponentSign())) {
      in.skip(1);
    }
  }

  private boolean isFraction() {
    return in.peek() == '.' && Chars.isDigit(in.peek(1));
  }

  private boolean isExponentSign() {
    char before = in.peek(-1);
    return (in.peek() == '+' || in.peek() == '-')
        && (before == 'e' || before == 'E')
        && Chars.isDigit(in.peek(1));
  }
}
