package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.ClientHello;
import io.github.tlslift.tls.CodePoint;
import io.github.tlslift.tls.Extension;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.HelloShape;
import io.github.tlslift.tls.Sslv2ClientHello;
import io.github.tlslift.tls.TlsRecord;
import java.util.List;
import java.util.Optional;

/** The hellos that ask for one version and some suites. */
final class Hellos {
  private static final List<Integer> GROUPS =
      List.of(0x1D, 0x17, 0x18, 0x19, 0x1E, 0x16, 0x100, 0x101, 0x102);
  private static final List<Integer> SCHEMES =
      List.of(
          0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B,
          0x0401, 0x0501, 0x0601, 0x0203, 0x0201, 0x0402, 0x0202);
  private static final List<Integer> OLD =
      List.of(
          Extension.SERVER_NAME,
          Extension.STATUS_REQUEST,
          Extension.SUPPORTED_GROUPS,
          Extension.EC_POINT_FORMATS,
          Extension.SESSION_TICKET,
          Extension.EXTENDED_MASTER_SECRET,
          Extension.RENEGOTIATION_INFO);
  private static final List<Integer> TLS12 =
      List.of(
          Extension.SERVER_NAME,
          Extension.STATUS_REQUEST,
          Extension.SUPPORTED_GROUPS,
          Extension.EC_POINT_FORMATS,
          Extension.SIGNATURE_ALGORITHMS,
          Extension.SESSION_TICKET,
          Extension.EXTENDED_MASTER_SECRET,
          Extension.RENEGOTIATION_INFO);
  // Without a key the server asks for one, which names version, suite and group and costs it no
  // signature (RFC 8446 4.1.4, 4.2.8).
  private static final List<Integer> TLS13 =
      List.of(
          Extension.SERVER_NAME,
          Extension.SUPPORTED_GROUPS,
          Extension.SIGNATURE_ALGORITHMS,
          Extension.SUPPORTED_VERSIONS,
          Extension.PSK_KEY_EXCHANGE_MODES,
          Extension.KEY_SHARE);
  private static final HelloShape.Fresh FRESH = new FreshKeys();

  private Hellos() {}

  /** The record that asks for a version and some of its suites. */
  static byte[] record(TlsVersion version, List<Integer> suites, Optional<String> serverName) {
    if (version == TlsVersion.SSL2) {
      List<Integer> specs = CodePoint.SSL2_SUITE.codes();
      return new Sslv2ClientHello(Versions.SSL2, specs, new byte[0], FRESH.random(16)).record();
    }
    int number = Versions.number(version);
    ClientHello hello = shape(version, number, suites).hello(serverName, FRESH);
    int record = version == TlsVersion.SSL3 ? number : 0x0301;
    byte[] message = new Handshake(Handshake.CLIENT_HELLO, hello.body()).bytes();
    return TlsRecord.of(TlsRecord.HANDSHAKE, record, message);
  }

  private static HelloShape shape(TlsVersion version, int number, List<Integer> suites) {
    boolean tls13 = version == TlsVersion.TLS13;
    return new HelloShape(
        0x0301,
        tls13 ? Versions.TLS12 : number,
        suites,
        extensions(version),
        GROUPS,
        List.of(0),
        SCHEMES,
        tls13 ? List.of(Versions.TLS13) : List.of(),
        List.of(),
        List.of(),
        new byte[0]);
  }

  private static List<Integer> extensions(TlsVersion version) {
    return switch (version) {
      case SSL2, SSL3 -> List.of();
      case TLS10, TLS11 -> OLD;
      case TLS12 -> TLS12;
      case TLS13 -> TLS13;
    };
  }
}
