package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.ClientHello;
import io.github.tlslift.tls.CodePoint;
import io.github.tlslift.tls.Extension;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.HelloShape;
import io.github.tlslift.tls.Sslv2ClientHello;
import io.github.tlslift.tls.TlsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hellos that ask for one version and some suites. */
final class Hellos {
  static final List<Integer> SCHEMES =
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

  /** The record that asks for what is wished. */
  static byte[] record(Wish wish, Optional<String> serverName) {
    TlsVersion version = wish.version();
    if (version == TlsVersion.SSL2) {
      List<Integer> specs = CodePoint.SSL2_SUITE.codes();
      return new Sslv2ClientHello(TlsVersion.SSL2.wire(), specs, new byte[0], FRESH.random(16))
          .record();
    }
    int number = version.wire();
    ClientHello hello = compressing(shape(wish, number).hello(serverName, FRESH), wish.deflate());
    int record = version == TlsVersion.SSL3 ? number : 0x0301;
    byte[] message = new Handshake(Handshake.CLIENT_HELLO, hello.body()).bytes();
    return TlsRecord.of(TlsRecord.HANDSHAKE, record, message);
  }

  private static ClientHello compressing(ClientHello h, boolean deflate) {
    return deflate
        ? new ClientHello(
            h.version(), h.random(), h.sessionId(), h.cipherSuites(), List.of(1, 0), h.extensions())
        : h;
  }

  private static HelloShape shape(Wish wish, int number) {
    boolean tls13 = wish.version() == TlsVersion.TLS13;
    return new HelloShape(
        0x0301,
        tls13 ? TlsVersion.TLS12.wire() : number,
        wish.suites(),
        extensions(wish),
        wish.groups(),
        List.of(0),
        wish.schemes(),
        tls13 ? List.of(TlsVersion.TLS13.wire()) : List.of(),
        List.of(),
        wish.protocols(),
        new byte[0]);
  }

  private static List<Integer> extensions(Wish wish) {
    List<Integer> types = new ArrayList<>(extensions(wish.version()));
    if (!wish.protocols().isEmpty()) {
      types.add(Extension.ALPN);
    }
    return types;
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
