package io.github.tlslift.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A protocol version as {@code System.Net.SecurityProtocolType} and Schannel number it, oldest
 * first. Source: facts section 1; each value is a client bit plus a server bit of {@code
 * SP_PROT_*}.
 */
public enum TlsVersion {
  SSL2(12, 0x0002, "ssl2", "SSL 2.0", "Ssl2"),
  SSL3(48, 0x0300, "ssl3", "SSL 3.0", "Ssl3"),
  TLS10(192, 0x0301, "tls1.0", "TLS 1.0", "Tls"),
  TLS11(768, 0x0302, "tls1.1", "TLS 1.1", "Tls11"),
  TLS12(3072, 0x0303, "tls1.2", "TLS 1.2", "Tls12"),
  TLS13(12288, 0x0304, "tls1.3", "TLS 1.3", "Tls13");

  private final int mask;
  private final int wire;
  private final String id;
  private final String display;
  private final String enumName;

  TlsVersion(int mask, int wire, String id, String display, String enumName) {
    this.mask = mask;
    this.wire = wire;
    this.id = id;
    this.display = display;
    this.enumName = enumName;
  }

  /** The two bits of the version in a .NET protocol number. */
  public int mask() {
    return mask;
  }

  /** The number on the wire (RFC 8446 appendix B.3.1.1, RFC 6101 appendix E). */
  public int wire() {
    return wire;
  }

  /** The version of a number on the wire. */
  public static Optional<TlsVersion> ofWire(int number) {
    return Arrays.stream(values()).filter(v -> v.wire == number).findFirst();
  }

  /** The id in JSON, SARIF and CSV, such as {@code tls1.2}. */
  public String id() {
    return id;
  }

  /** The name for people, such as {@code TLS 1.2}. */
  public String display() {
    return display;
  }

  /** The member of {@code SecurityProtocolType} and {@code SslProtocols}, such as {@code Tls12}. */
  public String enumName() {
    return enumName;
  }

  /** Whether services that dropped TLS 1.0 and 1.1 refuse it. */
  public boolean isLegacy() {
    return compareTo(TLS12) < 0;
  }

  /** The version of an id or display name, whatever its case: {@code tls1.2}, {@code TLS 1.2}. */
  public static Optional<TlsVersion> parse(String text) {
    String key = text.toLowerCase(Locale.ROOT).replace(" ", "");
    return Arrays.stream(values())
        .filter(
            v ->
                v.id.equals(key) || v.display.toLowerCase(Locale.ROOT).replace(" ", "").equals(key))
        .findFirst();
  }
}
