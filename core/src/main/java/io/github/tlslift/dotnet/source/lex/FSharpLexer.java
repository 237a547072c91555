package io.github.tlslift.dotnet.source.lex;

import java.util.List;

/** F#: nested comments, triple-quoted and verbatim strings, double-backtick names. */
public final class FSharpLexer extends Lexer {
  private static final List<String> OPERATORS =
      List.of(
          "|||", "&&&", "^^^", "~~~", "<<<", ">>>", "<-", "->", "|>", "<|", ">>", "<<", "::", ":=",
          ":?>", ":>", ":?", "&&", "||", "<>", "<=", ">=", "==", "..");

  private static final int LONGEST_PREFIX = 16;
  private static final int LONGEST_CHARACTER = 12;

  /** A lexer of one file. */
  public FSharpLexer(String text) {
    super(text);
  }

  @Override
  void next(int start) {
    if (blank(start) || comment(start) || directive(start) || string(start)) {
      return;
    }
    if (in.looksAt("``")) {
      in.skip(2);
      in.past("``");
      String text = in.text.substring(start, in.at);
      add(TokenKind.NAME, start, text.replace("``", ""));
    } else if (Chars.isNameStart(in.peek())) {
      in.skip(1);
      in.name();
      while (in.peek() == '\'') {
        in.skip(1);
        in.name();
      }
      add(TokenKind.NAME, start);
    } else if (Chars.isDigit(in.peek())) {
      number(start);
    } else {
      operator(start, OPERATORS);
    }
  }

  private boolean comment(int start) {
    if (in.looksAt("//")) {
      in.toLineEnd();
    } else if (in.looksAt("(*") && in.peek(2) != ')') {
      nestedComment();
    } else {
      return false;
    }
    add(TokenKind.COMMENT, start);
    return true;
  }

  private void nestedComment() {
    int depth = 0;
    do {
      if (in.looksAt("(*")) {
        depth++;
        in.skip(2);
      } else if (in.looksAt("*)")) {
        depth--;
        in.skip(2);
      } else {
        in.skip(1);
      }
    } while (depth > 0 && in.more());
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
    if (in.peek() == '\'') {
      return character(start);
    }
    int prefix = 0;
    while (prefix < LONGEST_PREFIX && (in.peek(prefix) == '$' || in.peek(prefix) == '@')) {
      prefix++;
    }
    if (in.peek(prefix) != '"') {
      return false;
    }
    boolean interpolated = in.text.substring(in.at, in.at + prefix).contains("$");
    boolean verbatim = in.text.substring(in.at, in.at + prefix).contains("@");
    in.skip(prefix);
    StringBuilder value = new StringBuilder();
    boolean holes =
        in.looksAt("\"\"\"") ? triple(value, interpolated) : plain(value, interpolated, verbatim);
    if (in.peek() == 'B') {
      in.skip(1);
    }
    addString(start, value, holes);
    return true;
  }

  private boolean triple(StringBuilder value, boolean interpolated) {
    in.skip(3);
    boolean holes = false;
    while (in.more() && !in.looksAt("\"\"\"")) {
      holes |= piece(value, interpolated, true);
    }
    in.skip(3);
    return holes;
  }

  private boolean plain(StringBuilder value, boolean interpolated, boolean verbatim) {
    in.skip(1);
    boolean holes = false;
    while (in.more()) {
      if (in.peek() == '"' && verbatim && in.peek(1) == '"') {
        value.append('"');
        in.skip(2);
      } else if (in.peek() == '"') {
        in.skip(1);
        return holes;
      } else {
        holes |= piece(value, interpolated, verbatim);
      }
    }
    return holes;
  }

  private boolean piece(StringBuilder value, boolean interpolated, boolean verbatim) {
    char c = in.peek();
    if (interpolated && c == '{' && in.peek(1) != '{') {
      int start = in.at + 1;
      in.past("}");
      hole(start, in.at - 1);
      value.append('\0');
      return true;
    }
    boolean doubled = interpolated && (c == '{' || c == '}') && in.peek(1) == c;
    if (doubled) {
      value.append(c);
      in.skip(2);
    } else if (c == '\\' && !verbatim) {
      Escapes.cSharp(in, value);
    } else {
      value.append(c);
      in.skip(1);
    }
    return false;
  }

  // 'a is a type parameter, 'a' a character.
  private boolean character(int start) {
    int length = in.peek(1) == '\\' ? 3 : 2;
    while (in.peek(1) == '\\' && in.peek(length) != '\'' && length < LONGEST_CHARACTER) {
      length++;
    }
    if (in.peek(length) != '\'') {
      return false;
    }
    in.skip(length + 1);
    add(TokenKind.CHARACTER, start);
    return true;
  }
}
