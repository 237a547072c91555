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
      if (angled ? t.is("<") : isOpening(t)) {
        found[i] = found.length;
        open[depth++] = i;
      } else if (angled ? t.is(">") : isClosing(t)) {
        if (depth > 0) {
          found[open[--depth]] = i;
        }
      } else if (angled && !isInType(t)) {
        depth = 0;
      }
    }
    return found;
  }

  private static boolean isOpening(Token t) {
    if (t.kind() != TokenKind.OPERATOR) {
      return false;
    }
    char last = t.text().charAt(t.text().length() - 1);
    return last == '(' || last == '[' || last == '{';
  }

  private static boolean isClosing(Token t) {
    return t.is(")") || t.is("]") || t.is("}");
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
