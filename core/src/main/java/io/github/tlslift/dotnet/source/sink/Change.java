package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.fold.Atom;
import io.github.tlslift.dotnet.source.fold.Folder;
import io.github.tlslift.dotnet.source.fold.Value;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Protocols;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** What an assignment does to a protocol value. */
record Change(Operation operation, FoldedValue value) {

  /** What {@code property op value} does, where {@code value} may read the property itself. */
  static Change of(String op, Value value, String property) {
    Value protocols = value.asProtocols();
    return switch (op) {
      case "=" -> assigned(protocols, property);
      case "|=", "+=" -> new Change(Operation.ADD, folded(protocols, 0));
      case "&=" -> new Change(Operation.REMOVE, folded(protocols, -1));
      case "-=" -> new Change(Operation.REMOVE, folded(protocols, 0));
      case "??=" -> new Change(Operation.SET, folded(protocols, 0));
      default ->
          new Change(Operation.SET, FoldedValue.unknown("toggles bits of the value from before"));
    };
  }

  /**
   * What {@code property = value} does where the value is only partly known: {@code before | x}
   * adds what {@code x} is, {@code before & ~x} takes it away.
   */
  static Change of(Expr value, Value folded, String property, Function<Expr, Value> fold) {
    if (folded.unknown().isPresent()) {
      Optional<Value> added = joined(value, "|", property, fold);
      if (added.isPresent()) {
        return new Change(Operation.ADD, folded(added.get().asProtocols(), 0));
      }
      Optional<Value> kept = joined(value, "&", property, fold);
      if (kept.isPresent()) {
        return new Change(Operation.REMOVE, folded(kept.get().asProtocols(), -1));
      }
    }
    return of("=", folded, property);
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

  private static FoldedValue folded(Value value, int flip) {
    TreeSet<Integer> numbers = new TreeSet<>();
    Optional<String> unknown = value.unknown();
    for (Atom atom : value.possible()) {
      if (atom instanceof Atom.Bits b && b.isNumber()) {
        numbers.add(flip == 0 ? b.set() : ~b.set() & Protocols.KNOWN_BITS);
      } else if (atom instanceof Atom.Bits b) {
        unknown = unknown.or(() -> Optional.of("the value of " + b.source()));
      }
    }
    return numbers.isEmpty() && unknown.isEmpty()
        ? FoldedValue.unknown("no value")
        : new FoldedValue(numbers, unknown);
  }

  private static Change assigned(Value value, String property) {
    boolean before = value.possible().stream().anyMatch(a -> isBefore(a, property));
    return before ? fromBefore(value, property) : new Change(Operation.SET, folded(value, 0));
  }

  private static boolean isBefore(Atom atom, String property) {
    return atom instanceof Atom.Bits b && !b.isNumber() && b.source().equals(property);
  }

  private static Change fromBefore(Value value, String property) {
    TreeSet<Integer> added = new TreeSet<>();
    TreeSet<Integer> removed = new TreeSet<>();
    TreeSet<Integer> set = new TreeSet<>();
    for (Atom atom : value.possible()) {
      if (isBefore(atom, property) && atom instanceof Atom.Bits b) {
        if (b.set() != 0) {
          added.add(b.set());
        } else if (b.keep() != -1) {
          removed.add(~b.keep() & Protocols.KNOWN_BITS);
        }
      } else if (atom instanceof Atom.Bits b && b.isNumber()) {
        set.add(b.set());
      }
    }
    Optional<String> unknown = value.unknown();
    if (!added.isEmpty()) {
      return new Change(Operation.ADD, new FoldedValue(added, unknown));
    }
    if (!removed.isEmpty()) {
      return new Change(Operation.REMOVE, new FoldedValue(removed, unknown));
    }
    return set.isEmpty()
        ? new Change(Operation.RESTORE, FoldedValue.unknown("the value from before"))
        : new Change(Operation.SET, new FoldedValue(set, unknown));
  }
}
