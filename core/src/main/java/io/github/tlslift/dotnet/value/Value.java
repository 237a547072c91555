package io.github.tlslift.dotnet.value;

import io.github.tlslift.dotnet.api.ProtocolMembers;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * What an expression may be worth.
 *
 * @param possible all values found
 * @param unknown why there may be others
 */
public record Value(Set<Atom> possible, Optional<String> unknown) {
  private static final int MOST = 48;

  /** Keeps at most 48 values; beyond, others are unknown. */
  public Value {
    if (possible.size() > MOST) {
      possible = Set.of();
      unknown = Optional.of("more values than are followed");
    }
  }

  /** Exactly this. */
  public static Value of(Atom atom) {
    return new Value(Set.of(atom), Optional.empty());
  }

  /** Exactly this number. */
  public static Value number(long number) {
    return of(Atom.Bits.of(number));
  }

  /** Nothing is known, for this reason. */
  public static Value unknown(String reason) {
    return new Value(Set.of(), Optional.of(reason));
  }

  /** No value at all: the start of a union. */
  public static Value none() {
    return new Value(Set.of(), Optional.empty());
  }

  public boolean isNone() {
    return possible.isEmpty() && unknown.isEmpty();
  }

  /** Either this or that. */
  public Value or(Value other) {
    Set<Atom> all = new LinkedHashSet<>(possible);
    all.addAll(other.possible);
    return new Value(all, unknown.or(other::unknown));
  }

  /** The text, where it is one string and nothing else. */
  public Optional<String> text() {
    return possible.size() == 1 && possible.iterator().next() instanceof Atom.Text t
        ? Optional.of(t.text())
        : Optional.empty();
  }

  /** The boolean, where it is one and nothing else. */
  public Optional<Boolean> flag() {
    return possible.size() == 1 && possible.iterator().next() instanceof Atom.Flag f
        ? Optional.of(f.value())
        : Optional.empty();
  }

  /** The number, where it is one and nothing else. */
  public Optional<Integer> number() {
    return possible.size() == 1
            && unknown.isEmpty()
            && possible.iterator().next() instanceof Atom.Bits b
            && b.isNumber()
        ? Optional.of(b.set())
        : Optional.empty();
  }

  /** Names and numbers in strings made the protocol numbers they stand for. */
  public Value asProtocols() {
    Set<Atom> numbers = new LinkedHashSet<>();
    Optional<String> why = unknown;
    for (Atom atom : possible) {
      if (atom instanceof Atom.Text t) {
        Optional<Integer> parsed = ProtocolMembers.parse(t.text());
        parsed.ifPresent(p -> numbers.add(Atom.Bits.of(p)));
        why = parsed.isPresent() ? why : why.or(() -> Optional.of("the text \"" + t.text() + "\""));
      } else if (atom instanceof Atom.Bits) {
        numbers.add(atom);
      } else if (atom instanceof Atom.Flag) {
        why = why.or(() -> Optional.of("not a number"));
      }
    }
    return new Value(numbers, numbers.isEmpty() && why.isEmpty() ? Optional.of("no value") : why);
  }

  /** Each of these with each of those. */
  public Value with(Value other, BinaryOperator<Value> both) {
    Value all = none();
    for (Atom a : possible) {
      for (Atom b : other.possible) {
        all = all.or(both.apply(of(a), of(b)));
      }
    }
    Optional<String> why = unknown.or(other::unknown).map(Value::madeOf);
    return new Value(all.possible, why.or(all::unknown));
  }

  // A setting's value is what its place gives only as long as nothing was done to it.
  private static String madeOf(String reason) {
    return reason.startsWith("appSettings:") ? "what is made of " + reason : reason;
  }
}
