package io.github.tlslift.dotnet.value;

/** One value that an expression may have. */
public sealed interface Atom {
  /**
   * A number, or what an operation makes of a property's value before: {@code (before & keep) |
   * set}.
   *
   * @param source the property read; empty for a plain number, whose {@code keep} is 0
   */
  record Bits(int keep, int set, String source) implements Atom {
    /** A plain number. */
    public static Bits of(long number) {
      return new Bits(0, (int) number, "");
    }

    /** What the property has before. */
    public static Bits before(String source) {
      return new Bits(-1, 0, source);
    }

    /** Whether it is a plain number. */
    public boolean isNumber() {
      return keep == 0;
    }
  }

  /** A string. */
  record Text(String text) implements Atom {}

  /** A boolean. */
  record Flag(boolean value) implements Atom {}

  /** No object. */
  record Nothing() implements Atom {}
}
