package io.github.tlslift.capture;

import io.github.tlslift.tls.Alert;
import io.github.tlslift.tls.ClientHello;
import io.github.tlslift.tls.Extension;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.ServerHello;
import io.github.tlslift.tls.TlsRecord;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What two sides may say: records of a handshake, and what stands around them. */
final class Talks {
  static final int TLS10 = 0x0301;
  static final int TLS11 = 0x0302;
  static final int TLS12 = 0x0303;
  static final int TLS13 = 0x0304;
  static final int SUITE = 0xC02F;

  private Talks() {}

  /** A hello for a host; versions of TLS 1.3 stand in the extension. */
  static byte[] hello(int version, String host, int... supported) {
    List<Extension> extensions = new ArrayList<>();
    if (!host.isEmpty()) {
      extensions.add(new Extension(Extension.SERVER_NAME, name(host)));
    }
    if (supported.length > 0) {
      ByteBuffer list = ByteBuffer.allocate(1 + 2 * supported.length);
      list.put((byte) (2 * supported.length));
      for (int v : supported) {
        list.putShort((short) v);
      }
      extensions.add(new Extension(Extension.SUPPORTED_VERSIONS, list.array()));
    }
    ClientHello hello =
        new ClientHello(
            version,
            new byte[32],
            new byte[0],
            List.of(SUITE, 0x009C, 0x002F),
            List.of(0),
            Optional.of(extensions));
    return handshake(TLS10, Handshake.CLIENT_HELLO, hello.body());
  }

  private static byte[] name(String host) {
    byte[] text = host.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(5 + text.length)
        .putShort((short) (3 + text.length))
        .put((byte) 0)
        .putShort((short) text.length)
        .put(text)
        .array();
  }

  static byte[] answer(int version) {
    boolean tls13 = version == TLS13;
    Extension selected = new Extension(Extension.SUPPORTED_VERSIONS, new byte[] {3, 4});
    ServerHello hello =
        new ServerHello(
            tls13 ? TLS12 : version,
            new byte[32],
            new byte[0],
            tls13 ? 0x1301 : SUITE,
            0,
            Optional.of(tls13 ? List.of(selected) : List.of()));
    return handshake(TLS12, Handshake.SERVER_HELLO, hello.body());
  }

  /** A message in a record of its own. */
  static byte[] handshake(int recordVersion, int type, byte[] body) {
    return TlsRecord.of(TlsRecord.HANDSHAKE, recordVersion, new Handshake(type, body).bytes());
  }

  /** The server's certificates, in DER. */
  static byte[] certificate(byte[]... chain) {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    for (byte[] der : chain) {
      list.writeBytes(length24(der.length));
      list.writeBytes(der);
    }
    byte[] body = join(length24(list.size()), list.toByteArray());
    return handshake(TLS12, Handshake.CERTIFICATE, body);
  }

  private static byte[] length24(int length) {
    return new byte[] {(byte) (length >> 16), (byte) (length >> 8), (byte) length};
  }

  static byte[] alert(int level, int description) {
    return TlsRecord.of(TlsRecord.ALERT, TLS12, new Alert(level, description).fragment());
  }

  static byte[] certificateRequest() {
    return handshake(TLS12, Handshake.CERTIFICATE_REQUEST, new byte[] {1, 1, 0, 0, 0, 0});
  }

  static byte[] keys() {
    return handshake(TLS12, 16, new byte[33]);
  }

  /** The change of ciphers and a message that is encrypted by then. */
  static byte[] finished() {
    return join(
        TlsRecord.of(TlsRecord.CHANGE_CIPHER_SPEC, TLS12, new byte[] {1}),
        TlsRecord.of(TlsRecord.HANDSHAKE, TLS12, new byte[40]));
  }

  static byte[] data(int length) {
    return TlsRecord.of(TlsRecord.APPLICATION_DATA, TLS12, new byte[length]);
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
