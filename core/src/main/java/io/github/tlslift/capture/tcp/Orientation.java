package io.github.tlslift.capture.tcp;

import io.github.tlslift.capture.packet.Segment;

/** Which side is the client, from the first segment that is seen. */
final class Orientation {
  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int SERVER_HELLO = 2;

  private Orientation() {}

  static boolean isByClient(Segment s) {
    if (s.isSyn()) {
      return !s.isAcknowledging();
    }
    return switch (hello(s)) {
      case CLIENT_HELLO -> true;
      case SERVER_HELLO -> false;
      // The lower port is that of the service.
      default -> s.flow().fromPort() >= s.flow().toPort();
    };
  }

  private static int hello(Segment s) {
    byte[] b = s.bytes();
    int at = s.start();
    boolean handshake = s.captured() > 5 && b[at] == HANDSHAKE && b[at + 1] == 3;
    return handshake ? b[at + 5] : 0;
  }
}
