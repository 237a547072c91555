package io.github.tlslift.dotnet.assembly.fold;

import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Operators;
import io.github.tlslift.dotnet.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a place of the stack, a local or a field may hold.
 *
 * @param value the numbers and texts
 * @param things the objects
 * @param part what is known of a value that starts at a property and is not known as a whole
 * @param open what was not followed so far and may tell more
 */
public record Slot(Value value, Set<Thing> things, Optional<Part> part, Set<Origin> open) {
  private static final int MOST = 16;

  /**
   * {@code property op value}.
   *
   * @param op {@code |} or {@code &}
   */
  public record Part(String op, String property, Value value) {}

  /** Keeps at most 16 things. */
  public Slot {
    things = things.size() > MOST ? Set.of() : Set.copyOf(things);
    open = Set.copyOf(open);
  }

  /** A value that is no object. */
  public static Slot of(Value value) {
    return new Slot(value, Set.of(), Optional.empty(), Set.of());
  }

  /** A number. */
  public static Slot number(long number) {
    return of(Value.number(number));
  }

  /** A string. */
  public static Slot text(String text) {
    return of(Value.of(new Atom.Text(text)));
  }

  /** An object. */
  public static Slot of(Thing thing) {
    return new Slot(Value.unknown("an object"), Set.of(thing), Optional.empty(), Set.of());
  }

  /** Nothing is known as long as the origin is not followed. */
  static Slot open(Origin origin) {
    return new Slot(
        Value.unknown("what is not followed"), Set.of(), Optional.empty(), Set.of(origin));
  }

  /** The same, but it also depends on what others were not followed for. */
  Slot openedBy(Iterable<Slot> others) {
    Set<Origin> all = new LinkedHashSet<>(open);
    others.forEach(o -> all.addAll(o.open));
    return new Slot(value, things, part, all);
  }

  /** Nothing is known, for this reason. */
  public static Slot unknown(String reason) {
    return of(Value.unknown(reason));
  }

  /** No value at all: the start of a union. */
  public static Slot none() {
    return of(Value.none());
  }

  /** Either this or that. */
  public Slot or(Slot other) {
    if (equals(other) || other.isNone()) {
      return this;
    }
    if (isNone()) {
      return other;
    }
    Set<Thing> all = new LinkedHashSet<>(things);
    all.addAll(other.things);
    Set<Origin> origins = new LinkedHashSet<>(open);
    origins.addAll(other.open);
    Optional<Part> same = part.equals(other.part) ? part : Optional.empty();
    return new Slot(value.or(other.value), all, same, origins);
  }

  /** Whether nothing reached it. */
  public boolean isNone() {
    return value.isNone() && things.isEmpty() && open.isEmpty();
  }

  /** The things of a kind. */
  public <T extends Thing> List<T> things(Class<T> kind) {
    return things.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** What an operator makes of two. */
  static Slot binary(String op, Slot left, Slot right) {
    Value value = Operators.binary(op, left.value, right.value);
    Optional<Part> part = Optional.empty();
    if (value.unknown().isPresent() && (op.equals("|") || op.equals("&"))) {
      part = part(op, left, right).or(() -> part(op, right, left));
    }
    return new Slot(value, Set.of(), part, Set.of()).openedBy(List.of(left, right));
  }

  // before | x, and (before | x) | y
  private static Optional<Part> part(String op, Slot property, Slot other) {
    if (property.part.filter(p -> p.op.equals(op)).isPresent()) {
      Part before = property.part.get();
      Value joined = Operators.binary(op, before.value, other.value);
      return Optional.of(new Part(op, before.property, joined));
    }
    return property.value.possible().size() == 1
            && property.value.unknown().isEmpty()
            && property.value.possible().iterator().next() instanceof Atom.Bits b
            && b.keep() == -1
            && b.set() == 0
        ? Optional.of(new Part(op, b.source(), other.value))
        : Optional.empty();
  }
}
