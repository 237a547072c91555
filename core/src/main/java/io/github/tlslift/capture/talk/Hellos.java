package io.github.tlslift.capture.talk;

import io.github.tlslift.capture.attempt.Hello;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.tls.ClientHello;
import io.github.tlslift.tls.Fingerprint;
import io.github.tlslift.tls.Sslv2ClientHello;
import java.util.List;
import java.util.Optional;

/** The facts of a hello, of whatever of it can be read. */
final class Hellos {
  private static final int SSL2 = 0x0002;
  private static final int VERSION_AT = 4;

  private Hellos() {}

  static Hello of(byte[] body, int recordVersion, double at) {
    try {
      return whole(ClientHello.read(body), recordVersion, at);
    } catch (MalformedInputException e) {
      return cut(body.length < 2 ? 0 : u16(body, 0), recordVersion, at);
    }
  }

  private static Hello whole(ClientHello h, int recordVersion, double at)
      throws MalformedInputException {
    return new Hello(
        h.version(),
        recordVersion,
        h.supportedVersions(),
        h.cipherSuites(),
        h.serverName(),
        h.applicationProtocols(),
        Optional.of(Fingerprint.ja3(h)),
        Optional.of(Fingerprint.ja4(h)),
        at,
        true);
  }

  private static Hello cut(int version, int recordVersion, double at) {
    return new Hello(
        version,
        recordVersion,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        at,
        false);
  }

  /** The version of a hello of which only the first bytes are there. */
  static Optional<Hello> ofBeginning(byte[] message, int whole, int recordVersion, double at) {
    boolean readable = whole >= VERSION_AT + 2 && message[0] == 1;
    return readable
        ? Optional.of(cut(u16(message, VERSION_AT), recordVersion, at))
        : Optional.empty();
  }

  static Optional<Hello> ofSsl2(byte[] record, double at) {
    try {
      Sslv2ClientHello h = Sslv2ClientHello.read(record);
      return Optional.of(
          new Hello(
              h.version(),
              SSL2,
              List.of(),
              h.cipherSpecs(),
              Optional.empty(),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              at,
              true));
    } catch (MalformedInputException e) {
      return Optional.empty();
    }
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }
}
