package io.github.tlslift.resolve;

import java.util.Optional;

/**
 * A .NET Framework version in the form the runtime compares: major*10000 + minor*100 + build, so
 * 4.5.2 is 40502 (facts R3).
 */
public record FrameworkVersion(int number) implements Comparable<FrameworkVersion> {

  /** The version of {@code 4.5.2}, {@code v4.0} and the like; empty where it is none. */
  public static Optional<FrameworkVersion> parse(String text) {
    String[] parts = (text.startsWith("v") ? text.substring(1) : text).split("\\.", -1);
    if (parts.length < 1 || parts.length > 4) {
      return Optional.empty();
    }
    int number = 0;
    for (int i = 0; i < 3; i++) {
      Optional<Integer> part = i < parts.length ? digits(parts[i]) : Optional.of(0);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      number = number * 100 + part.get();
    }
    return Optional.of(new FrameworkVersion(number));
  }

  /** The version of a literal that is known to be one. */
  static FrameworkVersion of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  /** Whether it is that version or a later one. */
  public boolean isAtLeast(String other) {
    return number >= of(other).number;
  }

  @Override
  public int compareTo(FrameworkVersion other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    String two = number / 10000 + "." + number / 100 % 100;
    return number % 100 == 0 ? two : two + "." + number % 100;
  }

  private static Optional<Integer> digits(String part) {
    boolean plain =
        !part.isEmpty() && part.length() <= 2 && part.chars().allMatch(Character::isDigit);
    return plain ? Optional.of(Integer.parseInt(part)) : Optional.empty();
  }
}
