package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A ServerHello or HelloRetryRequest (RFC 5246 7.4.1.3, RFC 8446 4.1.3 and 4.1.4).
 *
 * @param version {@code server_version} or {@code legacy_version}
 */
public record ServerHello(
    int version,
    byte[] random,
    byte[] sessionId,
    int cipherSuite,
    int compressionMethod,
    Optional<List<Extension>> extensions) {
  // SHA-256 of "HelloRetryRequest" (RFC 8446 4.1.3).
  private static final byte[] RETRY =
      HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

  /** Copies everything. */
  public ServerHello {
    random = random.clone();
    sessionId = sessionId.clone();
    extensions = extensions.map(List::copyOf);
  }

  /**
   * Reads the body of the handshake message.
   *
   * @throws MalformedInputException with the field and the offset in the body
   */
  public static ServerHello read(byte[] body) throws MalformedInputException {
    WireReader in = WireReader.of(body);
    int version = in.u16("server_version");
    byte[] random = in.bytes(32, "random");
    byte[] sessionId = in.vector8("session_id");
    int suite = in.u16("cipher_suite");
    int compression = in.u8("compression_method");
    Optional<List<Extension>> extensions =
        in.more() ? Optional.of(Extension.read(in.part16("extensions"))) : Optional.empty();
    return new ServerHello(version, random, sessionId, suite, compression, extensions);
  }

  /** The body of the handshake message. */
  public byte[] body() {
    return WireWriter.written(
        w -> {
          w.u16(version).bytes(random).vector8(s -> s.bytes(sessionId));
          w.u16(cipherSuite).u8(compressionMethod);
          extensions.ifPresent(all -> Extension.write(all, w));
        });
  }

  /** Whether the server asks for another hello instead. */
  public boolean isRetryRequest() {
    return Arrays.equals(random, RETRY);
  }

  /** The extension of a type. */
  public Optional<Extension> extension(int type) {
    return extensions.orElse(List.of()).stream().filter(e -> e.type() == type).findFirst();
  }

  /** The version selected: that of {@code supported_versions} where it is there. */
  public int selectedVersion() throws MalformedInputException {
    Optional<Extension> e = extension(Extension.SUPPORTED_VERSIONS);
    return e.isEmpty() ? version : e.get().reader().u16("selected_version");
  }

  /** The group of the key share, or the one a HelloRetryRequest asks for; empty without either. */
  public OptionalInt keyShareGroup() throws MalformedInputException {
    Optional<Extension> e = extension(Extension.KEY_SHARE);
    return e.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(e.get().reader().u16("selected_group"));
  }

  /** The application protocol selected; empty where none is. */
  public Optional<String> applicationProtocol() throws MalformedInputException {
    Optional<Extension> e = extension(Extension.ALPN);
    if (e.isEmpty()) {
      return Optional.empty();
    }
    byte[] name = e.get().reader().part16("protocol_name_list").vector8("ProtocolName");
    return Optional.of(new String(name, StandardCharsets.ISO_8859_1));
  }

  @Override
  public byte[] random() {
    return random.clone();
  }

  @Override
  public byte[] sessionId() {
    return sessionId.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ServerHello h && Arrays.equals(h.body(), body());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(body());
  }
}
