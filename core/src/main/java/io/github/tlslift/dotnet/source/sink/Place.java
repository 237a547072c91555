package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.model.Location;
import java.util.Optional;

/**
 * Where an expression stands.
 *
 * @param owner the type whose member initialiser it is; empty elsewhere
 * @param choice the condition of the conditional expression around it; empty elsewhere
 */
public record Place(Scope scope, Code code, String owner, Optional<String> choice) {
  private static final int LONGEST = 200;

  /** The location of an expression here. */
  public Location location(Expr e) {
    return code.text().location(e.start(), Math.max(e.start(), e.end()));
  }

  /** The location of a call: where its name stands. */
  public Location location(Expr.Call call) {
    int end = call.callee().end();
    int start = Math.max(call.start(), end - call.lastName().length());
    return code.text().location(start, Math.max(start, call.end()));
  }

  /** The text of an expression, on one line. */
  public String text(Expr e) {
    return text(e.start(), e.end());
  }

  String text(int start, int end) {
    String text = code.text().text();
    int last = Math.min(text.length(), Math.max(start, end));
    String line = text.substring(Math.min(start, last), last).strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }

  /** The condition under which the expression runs: innermost first. */
  public Optional<String> condition(Expr e) {
    return choice
        .or(this::branch)
        .or(() -> code.branches().around(e.start()))
        .or(() -> code.branches().within(e.start(), e.end()));
  }

  private Optional<String> branch() {
    Scope s =
        scope.nearest(
            x ->
                x.kind() == Scope.Kind.CONDITIONAL
                    || x.kind() == Scope.Kind.MEMBER
                    || x.kind() == Scope.Kind.TYPE);
    return s != null && s.kind() == Scope.Kind.CONDITIONAL
        ? Optional.of(s.condition())
        : Optional.empty();
  }
}
