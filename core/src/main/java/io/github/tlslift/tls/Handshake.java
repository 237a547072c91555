package io.github.tlslift.tls;

import java.util.Arrays;

/**
 * A handshake message (RFC 8446 4).
 *
 * @param type {@link #CLIENT_HELLO} and its kin
 */
public record Handshake(int type, byte[] body) {
  public static final int CLIENT_HELLO = 1;
  public static final int SERVER_HELLO = 2;
  public static final int NEW_SESSION_TICKET = 4;
  public static final int ENCRYPTED_EXTENSIONS = 8;
  public static final int CERTIFICATE = 11;
  public static final int SERVER_KEY_EXCHANGE = 12;
  public static final int CERTIFICATE_REQUEST = 13;
  public static final int SERVER_HELLO_DONE = 14;
  public static final int CERTIFICATE_VERIFY = 15;
  public static final int CERTIFICATE_STATUS = 22;

  /** Copies the bytes. */
  public Handshake {
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  /** The message, header and all. */
  public byte[] bytes() {
    return WireWriter.written(w -> w.u8(type).vector24(b -> b.bytes(body)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Handshake h && h.type == type && Arrays.equals(h.body, body);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(body);
  }
}
