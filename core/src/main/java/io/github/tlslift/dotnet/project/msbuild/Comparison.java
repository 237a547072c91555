package io.github.tlslift.dotnet.project.msbuild;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Compares two texts as MSBuild does: as numbers, then as truth values, then as text. */
final class Comparison {
  private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9A-Fa-f]{1,8}");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,18}(?:\\.[0-9]{1,18})?");

  private Comparison() {}

  static Truth decide(Text left, String operator, Text right) {
    if (!left.known() || !right.known()) {
      return Truth.UNDECIDED;
    }
    if (operator.equals("==")) {
      return Truth.of(equal(left.value(), right.value()));
    }
    if (operator.equals("!=")) {
      return Truth.of(!equal(left.value(), right.value()));
    }
    OptionalInt order = order(left.value(), right.value());
    return order.isEmpty() ? Truth.UNDECIDED : Truth.of(holds(operator, order.getAsInt()));
  }

  private static boolean holds(String operator, int order) {
    return switch (operator) {
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order >= 0;
    };
  }

  private static boolean equal(String left, String right) {
    Optional<BigDecimal> a = number(left);
    Optional<BigDecimal> b = number(right);
    if (a.isPresent() && b.isPresent()) {
      return a.get().compareTo(b.get()) == 0;
    }
    Optional<Boolean> c = bool(left);
    Optional<Boolean> d = bool(right);
    boolean both = c.isPresent() && d.isPresent();
    return both ? c.equals(d) : left.equalsIgnoreCase(right);
  }

  private static OptionalInt order(String left, String right) {
    Optional<BigDecimal> a = number(left);
    Optional<BigDecimal> b = number(right);
    return a.isPresent() && b.isPresent()
        ? OptionalInt.of(a.get().compareTo(b.get()))
        : Versions.compare(left, right);
  }

  private static Optional<BigDecimal> number(String text) {
    if (HEXADECIMAL.matcher(text).matches()) {
      return Optional.of(BigDecimal.valueOf(Long.parseLong(text.substring(2), 16)));
    }
    return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  static Optional<Boolean> bool(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "on", "yes", "!false", "!off", "!no" -> Optional.of(true);
      case "false", "off", "no", "!true", "!on", "!yes" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
