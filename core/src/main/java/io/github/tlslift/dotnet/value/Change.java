package io.github.tlslift.dotnet.value;

import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Protocols;
import java.util.Optional;
import java.util.TreeSet;

/** What an assignment does to a protocol value. */
public record Change(Operation operation, FoldedValue value) {

  /** What {@code property op value} does, where {@code value} may read the property itself. */
  public static Change of(String op, Value value, String property) {
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

  /** What {@code property = (before op value)} does, where the rest of the value is not known. */
  public static Change ofPart(String op, Value value) {
    boolean adds = op.equals("|");
    return new Change(
        adds ? Operation.ADD : Operation.REMOVE, folded(value.asProtocols(), adds ? 0 : -1));
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
