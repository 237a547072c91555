package io.github.tlslift.dotnet.value;

import java.util.Objects;
import java.util.Optional;

/** What operators make of values. */
public final class Operators {
  private Operators() {}

  /** An infix operator on all combinations. */
  public static Value binary(String op, Value left, Value right) {
    return left.with(right, (a, b) -> one(op, only(a), only(b)));
  }

  private static Atom only(Value value) {
    return value.possible().iterator().next();
  }

  private static Value one(String op, Atom a, Atom b) {
    if (op.equals("+") && (a instanceof Atom.Text || b instanceof Atom.Text)
        || op.equals("concat")) {
      return concat(a, b);
    }
    if (op.equals("==") || op.equals("!=")) {
      return a.equals(b) || isPlain(a) && isPlain(b)
          ? Value.of(new Atom.Flag(a.equals(b) == op.equals("==")))
          : Value.unknown("a comparison");
    }
    Optional<Atom.Bits> left = bits(a);
    Optional<Atom.Bits> right = bits(b);
    return left.isPresent() && right.isPresent()
        ? numbers(op, left.get(), right.get())
        : Value.unknown("the operator " + op);
  }

  private static boolean isPlain(Atom atom) {
    return !(atom instanceof Atom.Bits b) || b.isNumber();
  }

  private static Value concat(Atom a, Atom b) {
    Optional<String> left = text(a);
    Optional<String> right = text(b);
    return left.isPresent() && right.isPresent()
        ? Value.of(new Atom.Text(left.get() + right.get()))
        : Value.unknown("a joined text");
  }

  /** A text with a part of it replaced by what the other value is as text. */
  public static Value replaced(Value whole, String part, Value by) {
    Optional<String> text = text(only(whole));
    Optional<String> with = text(only(by));
    return text.isPresent() && with.isPresent()
        ? Value.of(new Atom.Text(text.get().replace(part, with.get())))
        : Value.unknown("a formatted text");
  }

  private static Optional<String> text(Atom atom) {
    if (atom instanceof Atom.Text t) {
      return Optional.of(t.text());
    }
    if (atom instanceof Atom.Bits b && b.isNumber()) {
      return Optional.of(Integer.toString(b.set()));
    }
    return atom instanceof Atom.Nothing ? Optional.of("") : Optional.empty();
  }

  /** The bits of an atom: a missing object counts as 0, names in strings as their numbers. */
  public static Optional<Atom.Bits> bits(Atom atom) {
    if (atom instanceof Atom.Bits b) {
      return Optional.of(b);
    }
    if (atom instanceof Atom.Nothing) {
      return Optional.of(Atom.Bits.of(0));
    }
    return Value.of(atom).asProtocols().number().map(Atom.Bits::of);
  }

  private static Value numbers(String op, Atom.Bits a, Atom.Bits b) {
    if (!a.source().isEmpty() && !b.source().isEmpty() && !Objects.equals(a.source(), b.source())) {
      return Value.unknown("the value of " + a.source());
    }
    String source = a.source().isEmpty() ? b.source() : a.source();
    return switch (op) {
      case "|" -> bits(a.keep() | b.keep(), a.set() | b.set(), source);
      case "&" ->
          bits(
              (a.keep() & b.keep()) | (a.keep() & b.set()) | (b.keep() & a.set()),
              a.set() & b.set(),
              source);
      default -> a.isNumber() && b.isNumber() ? arithmetic(op, a.set(), b.set()) : added(op, a, b);
    };
  }

  private static Value bits(int keep, int set, String source) {
    return Value.of(new Atom.Bits(keep, set, keep == 0 ? "" : source));
  }

  // before + Tls12 and before - Tls are how some write | and & ~.
  private static Value added(String op, Atom.Bits a, Atom.Bits b) {
    if (op.equals("+") && b.isNumber()) {
      return bits(a.keep(), a.set() | b.set(), a.source());
    }
    if (op.equals("+") && a.isNumber()) {
      return bits(b.keep(), a.set() | b.set(), b.source());
    }
    if (op.equals("-") && b.isNumber()) {
      return bits(a.keep() & ~b.set(), a.set() & ~b.set(), a.source());
    }
    String which = a.source().isEmpty() ? b.source() : a.source();
    return Value.unknown(op.equals("^") ? "toggles bits of " + which : "the value of " + which);
  }

  private static Value arithmetic(String op, int a, int b) {
    return switch (op) {
      case "^" -> Value.number(a ^ b);
      case "+" -> Value.number(a + b);
      case "-" -> Value.number(a - b);
      case "*" -> Value.number(a * b);
      case "/" -> b == 0 ? Value.unknown("a division by zero") : Value.number(a / b);
      case "%" -> b == 0 ? Value.unknown("a division by zero") : Value.number(a % b);
      case "<<" -> Value.number(a << b);
      case ">>" -> Value.number(a >> b);
      case "power" -> Value.number((long) Math.pow(a, b));
      default -> Value.unknown("the operator " + op);
    };
  }

  /** A prefix operator. */
  public static Value unary(String op, Value operand) {
    Value all = Value.none();
    for (Atom atom : operand.possible()) {
      all = all.or(unary(op, atom));
    }
    return new Value(all.possible(), operand.unknown().or(all::unknown));
  }

  private static Value unary(String op, Atom atom) {
    if (atom instanceof Atom.Flag f && (op.equals("!") || op.equals("~"))) {
      return Value.of(new Atom.Flag(!f.value()));
    }
    Optional<Atom.Bits> bits = bits(atom);
    if (bits.isEmpty() || !bits.get().isNumber()) {
      return Value.unknown("the operator " + op);
    }
    int number = bits.get().set();
    return switch (op) {
      case "~" -> Value.number(~number);
      case "-" -> Value.number(-number);
      case "+" -> Value.number(number);
      default -> Value.unknown("the operator " + op);
    };
  }
}
