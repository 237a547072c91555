package io.github.tlslift.mend;

import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.edit.Edit;
import io.github.tlslift.edit.LineEnds;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.io.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a PowerShell script begins to do something: after {@code #requires}, {@code using} and
 * {@code param} (about_Scripts).
 */
final class ScriptStart {
  private static final Set<String> BLOCKS =
      Set.of("begin", "process", "end", "dynamicparam", "clean");

  private ScriptStart() {}

  static Edit insert(SourceText text, List<Token> tokens, String line) throws NotEditableException {
    int at = afterParameters(tokens);
    Token next = at < tokens.size() ? tokens.get(at) : null;
    if (next != null && BLOCKS.contains(next.text().toLowerCase(Locale.ROOT))) {
      throw new NotEditableException(
          text.file() + " is made of begin, process and end blocks; edit it by hand");
    }
    int place = next == null ? text.text().length() : next.start();
    String end = LineEnds.at(text.text(), place);
    int lineStart = LineEnds.start(text.text(), place);
    boolean first = text.text().substring(lineStart, place).isBlank();
    return first ? Edit.insert(lineStart, line + end) : Edit.insert(place, line + "; ");
  }

  // The index of the first token after using statements, attributes and param.
  private static int afterParameters(List<Token> tokens) {
    int i = skipTrivia(tokens, 0);
    int start = i;
    while (i < tokens.size()) {
      Token t = tokens.get(i);
      if (t.isAnyCase("using")) {
        i = skipTrivia(tokens, lineEnd(tokens, i));
        start = i;
      } else if (t.is("[")) {
        i = skipTrivia(tokens, close(tokens, i, "[", "]"));
      } else if (t.isAnyCase("param")) {
        return skipTrivia(tokens, close(tokens, skipTrivia(tokens, i + 1), "(", ")"));
      } else {
        return start;
      }
    }
    return start;
  }

  private static int lineEnd(List<Token> tokens, int from) {
    int i = from;
    while (i < tokens.size()
        && tokens.get(i).kind() != io.github.tlslift.dotnet.source.lex.TokenKind.NEWLINE) {
      i++;
    }
    return i;
  }

  private static int close(List<Token> tokens, int from, String open, String close) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      depth += tokens.get(i).is(open) ? 1 : tokens.get(i).is(close) ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return tokens.size();
  }

  private static int skipTrivia(List<Token> tokens, int from) {
    int i = from;
    while (i < tokens.size() && tokens.get(i).isTrivia()) {
      i++;
    }
    return i;
  }
}
