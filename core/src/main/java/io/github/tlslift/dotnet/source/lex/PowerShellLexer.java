package io.github.tlslift.dotnet.source.lex;

import java.util.List;

/** PowerShell: here-strings, expandable strings, backtick escapes, variables, parameters. */
public final class PowerShellLexer extends Lexer {
  private static final List<String> OPERATORS =
      List.of("+=", "-=", "*=", "/=", "%=", "::", "++", "--", "&&", "||", "@(", "@{", "$(", "..");

  private static final int MOST_NESTING = 16;

  private int nesting;

  /** A lexer of one script. */
  public PowerShellLexer(String text) {
    super(text);
  }

  @Override
  void next(int start) {
    if (continuation(start) || blank(start) || comment(start) || string(start) || variable(start)) {
      return;
    }
    if (isDash(in.peek()) && Character.isLetter(in.peek(1))) {
      in.skip(1);
      in.name();
      String text = in.text.substring(start, in.at);
      add(TokenKind.OPERATOR, start, "-" + text.substring(1));
    } else if (Chars.isNameStart(in.peek())) {
      commandName();
      add(TokenKind.NAME, start);
    } else if (Chars.isDigit(in.peek())) {
      number(start);
    } else {
      operator(start, OPERATORS);
    }
  }

  // Verb-Noun is one name; a backtick inside only hides from readers.
  private void commandName() {
    in.skip(1);
    while (Chars.isNamePart(in.peek()) || (in.peek() == '-' && Chars.isNamePart(in.peek(1)))) {
      in.skip(1);
    }
  }

  private boolean continuation(int start) {
    if (in.peek() != '`' || !Chars.isLineEnd(in.peek(1))) {
      return false;
    }
    in.skip(1);
    in.lineEnd();
    add(TokenKind.SPACE, start);
    return true;
  }

  private boolean comment(int start) {
    if (in.looksAt("<#")) {
      in.skip(2);
      in.past("#>");
    } else if (in.peek() == '#' && !Chars.isNamePart(in.peek(-1))) {
      in.toLineEnd();
    } else {
      return false;
    }
    add(TokenKind.COMMENT, start);
    return true;
  }

  private boolean string(int start) {
    char c = in.peek();
    if (c == '@' && (isSingle(in.peek(1)) || isDouble(in.peek(1))) && restOfLineIsBlank(2)) {
      hereString(start, isDouble(in.peek(1)));
    } else if (isSingle(c)) {
      single(start);
    } else if (isDouble(c)) {
      expandable(start);
    } else {
      return false;
    }
    return true;
  }

  private void single(int start) {
    in.skip(1);
    StringBuilder value = new StringBuilder();
    while (in.more()) {
      boolean quote = isSingle(in.peek());
      if (quote && !isSingle(in.peek(1))) {
        in.skip(1);
        break;
      }
      value.append(in.peek());
      in.skip(quote ? 2 : 1);
    }
    addString(start, value, false);
  }

  private void expandable(int start) {
    in.skip(1);
    StringBuilder value = new StringBuilder();
    boolean holes = false;
    while (in.more()) {
      char c = in.peek();
      if (isDouble(c) && !isDouble(in.peek(1))) {
        in.skip(1);
        break;
      }
      if (isDouble(c)) {
        value.append('"');
        in.skip(2);
      } else {
        holes |= piece(value);
      }
    }
    addString(start, value, holes);
  }

  private boolean piece(StringBuilder value) {
    char c = in.peek();
    if (c == '`') {
      backtick(value);
      return false;
    }
    boolean subexpression = c == '$' && in.peek(1) == '(';
    boolean name = c == '$' && (Chars.isNameStart(in.peek(1)) || in.peek(1) == '{');
    if (!subexpression && !name) {
      value.append(c);
      in.skip(1);
      return false;
    }
    int start = in.at;
    if (subexpression) {
      in.skip(2);
      closeParenthesis();
    } else if (in.peek(1) == '{') {
      in.past("}");
    } else {
      in.skip(1);
      scopedName();
    }
    hole(start, in.at);
    value.append('\0');
    return true;
  }

  // Strings inside are passed whole, with the subexpressions in them.
  private void closeParenthesis() {
    int depth = 1;
    while (in.more() && depth > 0) {
      char c = in.peek();
      if (isSingle(c) || isDouble(c)) {
        nested(isDouble(c));
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        in.skip(c == '`' ? 2 : 1);
      }
    }
  }

  private void nested(boolean expands) {
    in.skip(1);
    nesting++;
    while (in.more() && !(expands ? isDouble(in.peek()) : isSingle(in.peek()))) {
      if (expands && nesting < MOST_NESTING && in.looksAt("$(")) {
        in.skip(2);
        closeParenthesis();
      } else {
        in.skip(expands && in.peek() == '`' ? 2 : 1);
      }
    }
    in.skip(1);
    nesting--;
  }

  private void backtick(StringBuilder value) {
    int letter = "0abfnrtv".indexOf(in.peek(1));
    value.append(letter < 0 ? in.peek(1) : "\0\u0007\b\f\n\r\t\u000B".charAt(letter));
    in.skip(2);
  }

  private void hereString(int start, boolean expands) {
    in.skip(2);
    in.toLineEnd();
    in.lineEnd();
    StringBuilder value = new StringBuilder();
    boolean holes = false;
    while (in.more() && !endsHereString(expands)) {
      if (expands) {
        holes |= piece(value);
      } else {
        value.append(in.peek());
        in.skip(1);
      }
    }
    in.skip(2);
    addString(start, value, holes);
  }

  private boolean endsHereString(boolean expands) {
    boolean quote = expands ? isDouble(in.peek()) : isSingle(in.peek());
    return quote && in.peek(1) == '@' && in.at > 0 && Chars.isLineEnd(in.peek(-1));
  }

  private boolean restOfLineIsBlank(int from) {
    int i = from;
    while (in.at + i < in.text.length() && Chars.isSpace(in.peek(i))) {
      i++;
    }
    return in.at + i >= in.text.length() || Chars.isLineEnd(in.peek(i));
  }

  private boolean variable(int start) {
    if (in.peek() == '$' && in.peek(1) == '{') {
      in.past("}");
    } else if (in.peek() == '$'
        && (Chars.isNamePart(in.peek(1))
            || in.peek(1) == '?'
            || in.peek(1) == '^'
            || in.peek(1) == '$')) {
      in.skip(1);
      scopedName();
    } else {
      return false;
    }
    String text = in.text.substring(start, in.at);
    add(TokenKind.VARIABLE, start, bare(text));
    return true;
  }

  private void scopedName() {
    if (!Chars.isNamePart(in.peek())) {
      in.skip(1);
      return;
    }
    in.name();
    if (in.peek() == ':' && in.peek(1) != ':' && Chars.isNamePart(in.peek(1))) {
      in.skip(1);
      in.name();
    }
  }

  // $script:x, ${x} and $x are the same name to us.
  private static String bare(String text) {
    String name = text.substring(1).replace("{", "").replace("}", "");
    int colon = name.indexOf(':');
    boolean scope =
        colon > 0
            && List.of("script", "global", "local", "private", "using")
                .contains(name.substring(0, colon).toLowerCase(java.util.Locale.ROOT));
    return scope ? name.substring(colon + 1) : name;
  }

  private static boolean isSingle(char c) {
    return c == '\'' || (c >= '\u2018' && c <= '\u201B');
  }

  private static boolean isDouble(char c) {
    return c == '"' || (c >= '\u201C' && c <= '\u201E');
  }

  private static boolean isDash(char c) {
    return c == '-' || (c >= '\u2013' && c <= '\u2015');
  }
}
