package io.github.tlslift.dotnet.source.code;

import java.util.Locale;
import java.util.Optional;

/** Whole numbers as C#, VB, F# and PowerShell write them. */
public final class Numbers {
  private Numbers() {}

  /** The value of {@code 0xC00}, {@code &HC00}, {@code 0b11}, {@code 3_072u}, {@code 3072}. */
  public static Optional<Long> parse(String literal) {
    String text = literal.replace("_", "").toLowerCase(Locale.ROOT);
    if (text.startsWith("0x") || text.startsWith("&h")) {
      return digits(withoutSuffix(text.substring(2), "ul", "lu", "u", "l", "i", "y", "n"), 16);
    }
    if (text.startsWith("0b") || text.startsWith("&b")) {
      return digits(withoutSuffix(text.substring(2), "ul", "lu", "u", "l"), 2);
    }
    if (text.startsWith("0o") || text.startsWith("&o")) {
      return digits(withoutSuffix(text.substring(2), "ul", "lu", "u", "l"), 8);
    }
    return digits(
        withoutSuffix(text, "ul", "lu", "us", "uy", "u", "l", "i", "s", "y", "n", "d"), 10);
  }

  private static String withoutSuffix(String text, String... suffixes) {
    for (String suffix : suffixes) {
      if (text.endsWith(suffix) && text.length() > suffix.length()) {
        return text.substring(0, text.length() - suffix.length());
      }
    }
    return text;
  }

  private static Optional<Long> digits(String text, int radix) {
    try {
      return Optional.of(Long.parseLong(text, radix));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }
}
