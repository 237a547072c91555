package io.github.tlslift.dotnet.source.fsharp;

import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tokens with their columns, and the offside line: F# specification, section 15. */
final class Lines {
  private static final Set<String> MAY_UNDENT =
      Set.of(
          "|>", "|||", "&&&", "^^^", "||", "&&", "+", "<|", ">>", "::", ")", "]", "}", "then",
          "else", "elif", "with", "|", "finally", "done", "end", ">", "=");

  private final Cursor in;
  private final Map<Integer, Integer> columns = new HashMap<>();
  private final BitSet first = new BitSet();
  private final Deque<Integer> offside = new ArrayDeque<>();

  Lines(Cursor in, List<Token> all) {
    this.in = in;
    boolean starts = true;
    int lineStart = 0;
    for (Token t : all) {
      if (t.kind() == TokenKind.NEWLINE) {
        starts = true;
        lineStart = t.end();
      } else if (!t.isTrivia()) {
        columns.put(t.start(), t.start() - lineStart);
        first.set(t.start(), starts);
        starts = false;
      }
    }
    offside.push(-1);
  }

  /** The column of the token here; 0 at the end. */
  int column() {
    return columns.getOrDefault(in.peek().start(), 0);
  }

  /** Whether the token here begins its line. */
  boolean isFirst() {
    return !in.more() || first.get(in.peek().start());
  }

  /** Whether the token here belongs to what encloses the current expression. */
  boolean isOffside() {
    if (!in.more()) {
      return true;
    }
    if (!isFirst()) {
      return false;
    }
    int limit = offside.element();
    boolean undents = MAY_UNDENT.contains(in.peek().text()) && column() >= limit - 4;
    return undents && isOperatorHere() ? column() < limit - 4 : column() <= limit;
  }

  private boolean isOperatorHere() {
    return in.peek().kind() == TokenKind.OPERATOR
        && !in.is("|")
        && column() > offside.element() - 4
        && column() > outer();
  }

  private int outer() {
    return offside.stream().skip(1).findFirst().orElse(-1);
  }

  void push(int column) {
    offside.push(column);
  }

  void pop() {
    offside.pop();
  }
}
