package io.github.tlslift.dotnet.source.lex;

import java.util.List;

/** C# up to 13: verbatim, interpolated and raw strings, and preprocessor lines. */
public final class CSharpLexer extends Lexer {
  private static final List<String> OPERATORS =
      List.of(
          "<<=", ">>=", "??=", "...", "=>", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "+=",
          "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", "->", "::", "??", "?.", "..");

  private static final int MOST_NESTING = 16;
  private static final int LONGEST_PREFIX = 32;

  private int depth;

  /** A lexer of one file. */
  public CSharpLexer(String text) {
    super(text);
  }

  /** A lexer of what the skim left of one. */
  public CSharpLexer(Skimmed skimmed) {
    super(skimmed);
  }

  @Override
  void next(int start) {
    if (blank(start) || comment(start) || directive(start) || string(start)) {
      return;
    }
    if (Chars.isNameStart(in.peek()) || (in.peek() == '@' && Chars.isNameStart(in.peek(1)))) {
      in.skip(1);
      in.name();
      if (in.text.charAt(start) == '@') {
        add(TokenKind.NAME, start, in.text.substring(start + 1, in.at));
      } else {
        add(TokenKind.NAME, start);
      }
    } else if (Chars.isDigit(in.peek()) || (in.peek() == '.' && Chars.isDigit(in.peek(1)))) {
      number(start);
    } else {
      operator(start, OPERATORS);
    }
  }

  private boolean comment(int start) {
    if (in.looksAt("//")) {
      in.toLineEnd();
    } else if (in.looksAt("/*")) {
      in.skip(2);
      in.past("*/");
    } else {
      return false;
    }
    add(TokenKind.COMMENT, start);
    return true;
  }

  private boolean directive(int start) {
    if (in.peek() != '#' || !atLineStart()) {
      return false;
    }
    in.toLineEnd();
    add(TokenKind.DIRECTIVE, start);
    return true;
  }

  private boolean string(int start) {
    char c = in.peek();
    if (c == '\'') {
      character(start);
      return true;
    }
    int prefix = 0;
    int dollars = 0;
    boolean verbatim = false;
    while (prefix < LONGEST_PREFIX
        && (in.peek(prefix) == '$' || (in.peek(prefix) == '@' && !verbatim))) {
      verbatim |= in.peek(prefix) == '@';
      dollars += in.peek(prefix) == '$' ? 1 : 0;
      prefix++;
    }
    if (in.peek(prefix) != '"') {
      return false;
    }
    in.skip(prefix);
    quoted(start, dollars, verbatim);
    return true;
  }

  private void quoted(int start, int dollars, boolean verbatim) {
    int quotes = in.count('"');
    StringBuilder value = new StringBuilder();
    boolean holes;
    if (quotes >= 3 && !verbatim) {
      holes = raw(value, quotes, dollars);
    } else {
      in.skip(1);
      holes = simple(value, dollars > 0, verbatim);
    }
    if (in.looksAtAnyCase("u8")) {
      in.skip(2);
    }
    addString(start, value, holes);
  }

  private boolean simple(StringBuilder value, boolean interpolated, boolean verbatim) {
    boolean holes = false;
    while (in.more()) {
      char c = in.peek();
      if (c == '"' && verbatim && in.peek(1) == '"') {
        value.append('"');
        in.skip(2);
      } else if (c == '"') {
        in.skip(1);
        return holes;
      } else if (Chars.isLineEnd(c) && !verbatim) {
        return holes;
      } else if (interpolated && (c == '{' || c == '}')) {
        holes |= brace(value, c);
      } else if (c == '\\' && !verbatim) {
        Escapes.cSharp(in, value);
      } else {
        value.append(c);
        in.skip(1);
      }
    }
    return holes;
  }

  private boolean brace(StringBuilder value, char c) {
    if (in.peek(1) == c) {
      value.append(c);
      in.skip(2);
      return false;
    }
    in.skip(1);
    if (c == '{') {
      int start = in.at;
      hole();
      note(start, in.at - 1);
      value.append('\0');
    }
    return c == '{';
  }

  // Only the holes of the string itself; those of strings inside a hole are its own text.
  private void note(int start, int end) {
    if (depth == 0) {
      hole(start, end);
    }
  }

  // To after the brace that closes a hole; strings inside are passed whole.
  private void hole() {
    int depth = 1;
    while (in.more() && depth > 0) {
      char c = in.peek();
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      }
      if (isStringStart()) {
        nested();
      } else {
        in.skip(1);
      }
    }
  }

  private boolean isStringStart() {
    return in.peek() == '"'
        || ((in.peek() == '$' || in.peek() == '@') && (in.peek(1) == '"' || in.peek(2) == '"'));
  }

  private void nested() {
    boolean verbatim = false;
    boolean interpolated = false;
    while (in.peek() == '$' || in.peek() == '@') {
      verbatim |= in.peek() == '@';
      interpolated |= in.peek() == '$';
      in.skip(1);
    }
    in.skip(1);
    depth++;
    simple(new StringBuilder(), interpolated && depth < MOST_NESTING, verbatim);
    depth--;
  }

  private boolean raw(StringBuilder value, int quotes, int dollars) {
    in.skip(quotes);
    boolean holes = false;
    while (in.more()) {
      char c = in.peek();
      int run = c == '"' || (c == '{' && dollars > 0) ? in.count(c) : 1;
      if (c == '"' && run >= quotes) {
        value.append("\"".repeat(run - quotes));
        in.skip(run);
        return holes;
      }
      if (c == '{' && dollars > 0 && run >= dollars) {
        in.skip(run);
        int start = in.at;
        hole();
        note(start, in.at - 1);
        in.skip(Math.min(in.count('}'), dollars - 1));
        value.append('\0');
        holes = true;
      } else {
        value.append(in.text, in.at, in.at + run);
        in.skip(run);
      }
    }
    return holes;
  }

  private void character(int start) {
    in.skip(1);
    StringBuilder value = new StringBuilder();
    while (in.more() && in.peek() != '\'' && !Chars.isLineEnd(in.peek())) {
      if (in.peek() == '\\') {
        Escapes.cSharp(in, value);
      } else {
        value.append(in.peek());
        in.skip(1);
      }
    }
    if (in.peek() == '\'') {
      in.skip(1);
    }
    add(TokenKind.CHARACTER, start, value.toString());
  }
}
