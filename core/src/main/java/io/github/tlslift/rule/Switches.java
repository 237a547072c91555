package io.github.tlslift.rule;

import java.util.Locale;

/** Which AppContext switches decide about TLS. */
final class Switches {
  private Switches() {}

  static boolean isTls(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("systemdefaulttlsversions")
        || lower.contains("schusestrongcrypto")
        || lower.contains("servicepointmanagersecurityprotocols");
  }

  static String shortName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
