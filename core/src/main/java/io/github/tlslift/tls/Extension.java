package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An extension of a hello, whatever it is.
 *
 * @param type its number
 * @param data its bytes
 */
public record Extension(int type, byte[] data) {
  public static final int SERVER_NAME = 0;
  public static final int STATUS_REQUEST = 5;
  public static final int SUPPORTED_GROUPS = 10;
  public static final int EC_POINT_FORMATS = 11;
  public static final int SIGNATURE_ALGORITHMS = 13;
  public static final int ALPN = 16;
  public static final int EXTENDED_MASTER_SECRET = 23;
  public static final int SESSION_TICKET = 35;
  public static final int SUPPORTED_VERSIONS = 43;
  public static final int COOKIE = 44;
  public static final int PSK_KEY_EXCHANGE_MODES = 45;
  public static final int POST_HANDSHAKE_AUTH = 49;
  public static final int KEY_SHARE = 51;
  public static final int RENEGOTIATION_INFO = 0xFF01;

  /** Copies the bytes. */
  public Extension {
    data = data.clone();
  }

  @Override
  public byte[] data() {
    return data.clone();
  }

  /** Its name. */
  public String name() {
    return CodePoint.EXTENSION.name(type);
  }

  static List<Extension> read(WireReader in) throws MalformedInputException {
    List<Extension> all = new ArrayList<>();
    while (in.more()) {
      all.add(new Extension(in.u16("extension_type"), in.vector16("extension_data")));
    }
    return all;
  }

  static void write(List<Extension> all, WireWriter out) {
    out.vector16(w -> all.forEach(e -> w.u16(e.type).vector16(d -> d.bytes(e.data))));
  }

  WireReader reader() {
    return WireReader.of(data);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Extension e && e.type == type && Arrays.equals(e.data, data);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return name() + "[" + data.length + "]";
  }
}
