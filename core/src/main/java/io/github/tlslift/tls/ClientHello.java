package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A ClientHello as it stands on the wire, SSL 3.0 to TLS 1.3 (RFC 6101 5.6.1.2, RFC 8446 4.1.2).
 *
 * @param version {@code client_version} or {@code legacy_version}
 * @param random 32 bytes
 * @param extensions in their order; absent where the hello ends before them
 */
public record ClientHello(
    int version,
    byte[] random,
    byte[] sessionId,
    List<Integer> cipherSuites,
    List<Integer> compressionMethods,
    Optional<List<Extension>> extensions) {
  private static final int RANDOM = 32;

  /** Copies everything. */
  public ClientHello {
    random = random.clone();
    sessionId = sessionId.clone();
    cipherSuites = List.copyOf(cipherSuites);
    compressionMethods = List.copyOf(compressionMethods);
    extensions = extensions.map(List::copyOf);
  }

  /**
   * Reads the body of the handshake message.
   *
   * @throws MalformedInputException with the field and the offset in the body
   */
  public static ClientHello read(byte[] body) throws MalformedInputException {
    WireReader in = WireReader.of(body);
    int version = in.u16("client_version");
    byte[] random = in.bytes(RANDOM, "random");
    byte[] sessionId = in.vector8("session_id");
    List<Integer> suites = in.part16("cipher_suites").all16("cipher_suites");
    List<Integer> compression = new ArrayList<>();
    for (byte b : in.vector8("compression_methods")) {
      compression.add(b & 0xFF);
    }
    Optional<List<Extension>> extensions =
        in.more() ? Optional.of(Extension.read(in.part16("extensions"))) : Optional.empty();
    if (in.more()) {
      throw new MalformedInputException(in.position(), "ClientHello", "bytes after the extensions");
    }
    return new ClientHello(version, random, sessionId, suites, compression, extensions);
  }

  /** The body of the handshake message. */
  public byte[] body() {
    return WireWriter.written(
        w -> {
          w.u16(version).bytes(random).vector8(s -> s.bytes(sessionId));
          w.vector16(c -> c.all16(cipherSuites));
          w.vector8(c -> compressionMethods.forEach(c::u8));
          extensions.ifPresent(all -> Extension.write(all, w));
        });
  }

  /** The extension of a type. */
  public Optional<Extension> extension(int type) {
    return all().stream().filter(e -> e.type() == type).findFirst();
  }

  /** The types of the extensions, in order. */
  public List<Integer> extensionTypes() {
    return all().stream().map(Extension::type).toList();
  }

  private List<Extension> all() {
    return extensions.orElse(List.of());
  }

  /** The host name asked for; empty where none is (RFC 6066 3). */
  public Optional<String> serverName() throws MalformedInputException {
    Optional<Extension> sni = extension(Extension.SERVER_NAME);
    if (sni.isEmpty() || sni.get().data().length == 0) {
      return Optional.empty();
    }
    WireReader names = sni.get().reader().part16("server_name_list");
    while (names.more()) {
      int type = names.u8("name_type");
      byte[] name = names.vector16("HostName");
      if (type == 0) {
        return Optional.of(new String(name, StandardCharsets.US_ASCII));
      }
    }
    return Optional.empty();
  }

  /** The versions offered by {@code supported_versions}; empty without it. */
  public List<Integer> supportedVersions() throws MalformedInputException {
    Optional<Extension> e = extension(Extension.SUPPORTED_VERSIONS);
    return e.isEmpty()
        ? List.of()
        : WireReader.of(e.get().reader().vector8("versions")).all16("versions");
  }

  /** The groups offered, curves among them; empty without the extension. */
  public List<Integer> groups() throws MalformedInputException {
    return list16(Extension.SUPPORTED_GROUPS, "named_group_list");
  }

  /** The signature schemes offered; empty without the extension. */
  public List<Integer> signatureSchemes() throws MalformedInputException {
    return list16(Extension.SIGNATURE_ALGORITHMS, "supported_signature_algorithms");
  }

  private List<Integer> list16(int type, String field) throws MalformedInputException {
    Optional<Extension> e = extension(type);
    return e.isEmpty() ? List.of() : e.get().reader().part16(field).all16(field);
  }

  /** The point formats offered; empty without the extension (RFC 8422 5.1.2). */
  public List<Integer> pointFormats() throws MalformedInputException {
    List<Integer> formats = new ArrayList<>();
    Optional<Extension> e = extension(Extension.EC_POINT_FORMATS);
    if (e.isPresent()) {
      for (byte b : e.get().reader().vector8("ec_point_format_list")) {
        formats.add(b & 0xFF);
      }
    }
    return formats;
  }

  /** The application protocols offered; empty without the extension (RFC 7301 3.1). */
  public List<String> applicationProtocols() throws MalformedInputException {
    List<String> all = new ArrayList<>();
    Optional<Extension> e = extension(Extension.ALPN);
    if (e.isPresent()) {
      WireReader names = e.get().reader().part16("protocol_name_list");
      while (names.more()) {
        all.add(new String(names.vector8("ProtocolName"), StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }

  /** The groups that a key share is sent for (RFC 8446 4.2.8). */
  public List<Integer> keyShareGroups() throws MalformedInputException {
    List<Integer> groups = new ArrayList<>();
    Optional<Extension> e = extension(Extension.KEY_SHARE);
    if (e.isPresent()) {
      WireReader shares = e.get().reader().part16("client_shares");
      while (shares.more()) {
        groups.add(shares.u16("group"));
        shares.vector16("key_exchange");
      }
    }
    return groups;
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
    return other instanceof ClientHello h && Arrays.equals(h.body(), body());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(body());
  }
}
