package io.github.tlslift.dotnet.source.code;

import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A place among tokens that a reader moves forward; past the end stand empty tokens. */
public final class Cursor {
  private final List<Token> tokens;
  private final Token end;
  private final Brackets brackets;
  private final Brackets angles;
  private int at;
  private int depth;

  /** The nesting at which reading a file is given up. */
  public static final int MOST_NESTING = 200;

  /** Code nested deeper than {@link #MOST_NESTING}. */
  public static final class NestingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NestingException(int offset) {
      super("nested more than " + MOST_NESTING + " deep at offset " + offset);
    }
  }

  /** A cursor before the first of these tokens. */
  public Cursor(List<Token> tokens) {
    this.tokens = tokens;
    brackets = Brackets.round(tokens);
    angles = Brackets.angled(tokens);
    int last = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
    end = new Token(TokenKind.SPACE, last, last, "", "");
  }

  /** A cursor over the tokens that a language has no use for left out. */
  public static Cursor without(List<Token> tokens, Predicate<Token> useless) {
    List<Token> kept = new ArrayList<>(tokens.size() / 2 + 1);
    for (Token t : tokens) {
      if (!useless.test(t)) {
        kept.add(t);
      }
    }
    return new Cursor(kept);
  }

  /** The token here. */
  public Token peek() {
    return peek(0);
  }

  /** The token so many further. */
  public Token peek(int ahead) {
    int i = at + ahead;
    return i >= 0 && i < tokens.size() ? tokens.get(i) : end;
  }

  /** The token here, stepping past it. */
  public Token next() {
    Token token = peek();
    at++;
    return token;
  }

  public boolean more() {
    return at < tokens.size();
  }

  /** Whether the token here reads so. */
  public boolean is(String text) {
    return peek().is(text);
  }

  /** Steps past the token here if it reads so. */
  public boolean take(String text) {
    boolean found = is(text);
    if (found) {
      at++;
    }
    return found;
  }

  /** Whether the token here reads so, whatever its case. */
  public boolean isWord(String text) {
    return peek().isAnyCase(text);
  }

  /** Steps past the token here if it reads so, whatever its case. */
  public boolean takeWord(String text) {
    boolean found = isWord(text);
    if (found) {
      at++;
    }
    return found;
  }

  public int mark() {
    return at;
  }

  public void reset(int mark) {
    at = mark;
  }

  /** Where the last token that was stepped past ends. */
  public int lastEnd() {
    return peek(-1) == end && at == 0 ? 0 : peek(-1).end();
  }

  /** Steps over everything up to the bracket that closes the one here, and over that. */
  public void skipBrackets() {
    at = more() && brackets.of(at) > at ? brackets.of(at) + 1 : Math.min(at + 1, tokens.size());
  }

  /**
   * Steps over type arguments, from {@code <} to after the {@code >} that closes it; stays where
   * something stands between them that no type has.
   */
  public boolean skipAngles() {
    int close = more() ? angles.of(at) : -1;
    if (close < 0 || close == tokens.size()) {
      return false;
    }
    at = close + 1;
    return true;
  }

  /** One level deeper. */
  public void enter() {
    if (++depth > MOST_NESTING) {
      throw new NestingException(peek().start());
    }
  }

  /** One level back. */
  public void leave() {
    depth--;
  }
}
