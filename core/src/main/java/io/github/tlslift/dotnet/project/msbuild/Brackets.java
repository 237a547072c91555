package io.github.tlslift.dotnet.project.msbuild;

import java.util.ArrayList;
import java.util.List;

/** Steps over bracketed and quoted parts of MSBuild expressions. */
final class Brackets {
  private Brackets() {}

  /** The index of the bracket that closes the one before {@code from}; -1 where there is none. */
  static int close(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isQuote(c)) {
        int end = text.indexOf(c, i + 1);
        i = end < 0 ? i : end;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The parts between the commas that stand outside brackets and quotes. */
  static List<String> arguments(String text) {
    List<String> all = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isQuote(c)) {
        int end = text.indexOf(c, i + 1);
        i = end < 0 ? i : end;
      } else if (c == ',' && depth == 0) {
        all.add(text.substring(from, i));
        from = i + 1;
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
    if (from > 0 || !text.isBlank()) {
      all.add(text.substring(from));
    }
    return all;
  }

  static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
  }
}
