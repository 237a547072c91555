package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.fold.Folder;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Change;
import io.github.tlslift.dotnet.value.Value;
import java.util.Optional;
import java.util.function.Function;

/** What an assignment does whose value is written as a chain that starts at the property itself. */
final class Assigned {
  private Assigned() {}

  /**
   * What {@code property = value} does where the value is only partly known: {@code before | x}
   * adds what {@code x} is, {@code before & ~x} takes it away.
   */
  static Change change(Expr value, Value folded, String property, Function<Expr, Value> fold) {
    if (folded.unknown().isPresent()) {
      Optional<Value> added = joined(value, "|", property, fold);
      if (added.isPresent()) {
        return Change.ofPart("|", added.get());
      }
      Optional<Value> kept = joined(value, "&", property, fold);
      if (kept.isPresent()) {
        return Change.ofPart("&", kept.get());
      }
    }
    return Change.of("=", folded, property);
  }

  // What stands beside the property in a chain of one operator; empty where it is not in it.
  private static Optional<Value> joined(
      Expr e, String op, String property, Function<Expr, Value> fold) {
    if (e instanceof Expr.Cast c) {
      return joined(c.operand(), op, property, fold);
    }
    if (!(e instanceof Expr.Binary b) || !b.op().equals(op)) {
      return Optional.empty();
    }
    Optional<Value> left = joined(b.left(), op, property, fold);
    Optional<Value> right = joined(b.right(), op, property, fold);
    if (left.isPresent() || right.isPresent()) {
      Value other = fold.apply(left.isPresent() ? b.right() : b.left());
      return left.or(() -> right).map(v -> Folder.operator(op, v, other));
    }
    boolean leftIs = isOnlyBefore(fold.apply(b.left()), property);
    boolean rightIs = isOnlyBefore(fold.apply(b.right()), property);
    return leftIs == rightIs
        ? Optional.empty()
        : Optional.of(fold.apply(leftIs ? b.right() : b.left()));
  }

  private static boolean isOnlyBefore(Value value, String property) {
    return value.unknown().isEmpty()
        && value.possible().size() == 1
        && value.possible().contains(Atom.Bits.before(property));
  }
}
