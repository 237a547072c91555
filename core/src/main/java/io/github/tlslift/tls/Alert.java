package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;

/**
 * An alert (RFC 8446 6).
 *
 * @param level 1 for a warning, 2 for the end
 * @param description its number
 */
public record Alert(int level, int description) {

  /** Reads the fragment of an alert record. */
  public static Alert read(byte[] fragment) throws MalformedInputException {
    WireReader in = WireReader.of(fragment);
    return new Alert(in.u8("level"), in.u8("description"));
  }

  /** Its name, such as {@code handshake_failure}. */
  public String name() {
    return CodePoint.ALERT.name(description);
  }

  public boolean isFatal() {
    return level == 2;
  }

  /** The fragment of an alert record. */
  public byte[] fragment() {
    return new byte[] {(byte) level, (byte) description};
  }
}
