package io.github.tlslift.capture.attempt;

import io.github.tlslift.model.TlsVersion;

/** Versions as they are on the wire (RFC 8446 4.1.2, appendix D). */
public final class Wire {
  private Wire() {}

  /** The number of a version. */
  public static int number(TlsVersion version) {
    return switch (version) {
      case SSL2 -> 0x0002;
      case SSL3 -> 0x0300;
      case TLS10 -> 0x0301;
      case TLS11 -> 0x0302;
      case TLS12 -> 0x0303;
      case TLS13 -> 0x0304;
    };
  }

  /** The name of a number, such as {@code TLS 1.2}; the number itself where it has none. */
  public static String name(int number) {
    for (TlsVersion version : TlsVersion.values()) {
      if (number(version) == number) {
        return version.display();
      }
    }
    return String.format("version 0x%04x", number);
  }
}
