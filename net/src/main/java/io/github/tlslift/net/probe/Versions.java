package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;

/** The numbers of versions on the wire (RFC 8446 appendix B.3.1.1). */
final class Versions {
  static final int SSL2 = 0x0002;
  static final int SSL3 = 0x0300;
  static final int TLS12 = 0x0303;
  static final int TLS13 = 0x0304;

  private Versions() {}

  static int number(TlsVersion version) {
    return switch (version) {
      case SSL2 -> SSL2;
      case SSL3 -> SSL3;
      case TLS10 -> 0x0301;
      case TLS11 -> 0x0302;
      case TLS12 -> TLS12;
      case TLS13 -> TLS13;
    };
  }
}
