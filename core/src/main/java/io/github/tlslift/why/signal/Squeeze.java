package io.github.tlslift.why.signal;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text without all that copying, wrapping and quoting change: only letters without their accents,
 * in lower case, and digits are left.
 */
public final class Squeeze {
  private Squeeze() {}

  /** The letters and digits of a text. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .chars()
        .filter(Squeeze::isKept)
        .forEach(c -> out.append((char) c));
    return out.toString();
  }

  private static boolean isKept(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
