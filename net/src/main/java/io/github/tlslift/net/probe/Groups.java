package io.github.tlslift.net.probe;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.CodePoint;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.ServerKeyExchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * The groups worth asking for, those that servers have most likely first (IANA, RFC 8446 4.2.7).
 */
final class Groups {
  static final List<Integer> ALL =
      List.of(
          0x1D, 0x17, 0x18, 0x19, 0x1E, 0x11EC, 0x11EB, 0x11ED, 0x100, 0x101, 0x102, 0x103, 0x104,
          0x16, 0x1A, 0x1B, 0x1C, 0x1F, 0x20, 0x21);

  private Groups() {}

  /** Those that are left. */
  static List<Integer> without(Collection<Integer> found) {
    List<Integer> left = new ArrayList<>(ALL);
    left.removeAll(found);
    return left;
  }

  /** The group that a server selected; empty where it selected none. */
  static OptionalInt selected(Answer.Accepted a) {
    try {
      return a.version() == TlsVersion.TLS13.wire() ? a.hello().keyShareGroup() : ofCurve(a);
    } catch (MalformedInputException e) {
      return OptionalInt.empty();
    }
  }

  /** Whether the suite has ephemeral keys on a curve (RFC 8422). */
  static boolean usesCurve(int suite) {
    return CodePoint.SUITE.name(suite).contains("ECDHE");
  }

  private static OptionalInt ofCurve(Answer.Accepted a) throws MalformedInputException {
    var body = a.message(Handshake.SERVER_KEY_EXCHANGE);
    return body.isPresent() && usesCurve(a.hello().cipherSuite())
        ? ServerKeyExchange.ofCurve(body.get(), a.version() == TlsVersion.TLS12.wire()).group()
        : OptionalInt.empty();
  }
}
