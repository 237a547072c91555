package io.github.tlslift.dotnet.source.code;

import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which bracket closes which, found in one pass the first time it is asked for. */
final class Brackets {
  private final List<Token> tokens;
  private final boolean angled;
  private int @Nullable [] close;

  private Brackets(List<Token> tokens, boolean angled) {
    this.tokens = tokens;
    this.angled = angled;
  }

  /** Parentheses, square brackets and braces, any of which closes any other. */
  static Brackets round(List<Token> tokens) {
    return new Brackets(tokens, false);
  }

  /** {@code <} and {@code >} with nothing but a type's tokens between them. */
  static Brackets angled(List<Token> tokens) {
    return new Brackets(tokens, true);
  }

  /** The index that closes the bracket at an index; the end where none does; -1 for no bracket. */
  int of(int index) {
    if (close == null) {
      close = match();
    }
    return close[index];
  }

  private int[] match() {
    int[] found = new int[tokens.size()];
    Arrays.fill(found, -1);
    int[] open = new int[tokens.size()];
    int depth = 0;
    for (int i = 0; i < found.length; i++) {
      Token t = tokens.get(i);
      char c = t.kind() == TokenKind.OPERATOR ? t.text().charAt(t.text().length() - 1) : 0;
      if (angled ? c == '<' && t.text().length() == 1 : c == '(' || c == '[' || c == '{') {
        found[i] = found.length;
        open[depth++] = i;
      } else if (angled ? c == '>' && t.text().length() == 1 : c == ')' || c == ']' || c == '}') {
        if (depth > 0) {
          found[open[--depth]] = i;
        }
      } else if (angled && depth > 0 && !isInType(t)) {
        depth = 0;
      }
    }
    return found;
  }

  private static boolean isInType(Token t) {
    if (t.kind() != TokenKind.OPERATOR) {
      return t.isName();
    }
    return switch (t.text()) {
      case ",", ".", "?", "[", "]", "::", "(", ")", "*", "->", "#", "^", "'", "_" -> true;
      default -> false;
    };
  }
}
