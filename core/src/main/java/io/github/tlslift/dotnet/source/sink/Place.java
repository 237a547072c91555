package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.model.Guard;
import io.github.tlslift.model.Location;
import java.util.Optional;

/**
 * Where an expression stands.
 *
 * @param owner for a member initialiser the type of the new object, an empty name where it is not
 *     known; empty elsewhere
 * @param choice the condition of the conditional expression around it; empty elsewhere
 */
public record Place(Scope scope, Code code, Optional<String> owner, Optional<String> choice) {
  private static final int LONGEST = 200;

  /** The same place, where the members of a new object of the type are given. */
  Place inside(String type) {
    return new Place(scope, code, Optional.of(type), choice);
  }

  /** The same place, where no members are given. */
  Place outside() {
    return owner.isEmpty() ? this : new Place(scope, code, Optional.empty(), choice);
  }

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
    String line = code.line(start, Math.max(start, end));
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }

  /** The condition under which the expression runs: innermost first. */
  public Optional<String> condition(Expr e) {
    return choice
        .or(() -> branch(scope))
        .or(this::outerBranch)
        .or(() -> code.branches().around(e.start()))
        .or(() -> code.branches().within(e.start(), e.end()));
  }

  /** Whether something besides the branches of its member decides whether the expression runs. */
  boolean hasOtherCondition(Expr e) {
    return choice
        .or(this::outerBranch)
        .or(() -> code.branches().around(e.start()))
        .or(() -> code.branches().within(e.start(), e.end()))
        .isPresent();
  }

  /** The branch of an {@code #if} that is all that decides on the expression. */
  Optional<Guard.Branch> alternative(Expr e) {
    boolean other =
        choice.isPresent()
            || outerBranch().isPresent()
            || code.branches().within(e.start(), e.end()).isPresent();
    String file = code.text().file();
    return other
        ? Optional.empty()
        : code.branches()
            .alternative(e.start())
            .map(a -> new Guard.Branch(file + ":#" + a.start(), a.index(), a.count()));
  }

  // The top of a script in a string runs when what hands it over runs.
  private Optional<String> outerBranch() {
    Scope member = scope.nearest(Scope.Kind.MEMBER);
    return member != null && member.has("script")
        ? code.outer().map(Code.Outer::scope).flatMap(Place::branch)
        : Optional.empty();
  }

  private static Optional<String> branch(Scope scope) {
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
