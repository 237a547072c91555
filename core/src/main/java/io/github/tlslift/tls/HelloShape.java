package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything about a ClientHello but what differs each time: the name asked for, random bytes and
 * keys.
 *
 * @param recordVersion of the record it goes in
 * @param version {@code client_version} or {@code legacy_version}
 * @param extensions their types, in order
 * @param keyShares the groups that a key is sent for
 * @param tokenBinding the bytes of the token binding extension, which Windows changed with its
 *     builds; empty where there is none
 */
public record HelloShape(
    int recordVersion,
    int version,
    List<Integer> cipherSuites,
    List<Integer> extensions,
    List<Integer> groups,
    List<Integer> pointFormats,
    List<Integer> signatureSchemes,
    List<Integer> supportedVersions,
    List<Integer> keyShares,
    List<String> applicationProtocols,
    byte[] tokenBinding) {

  // What stands in an extension whatever the client (schannel-hellos.md section 1).
  private static final Map<Integer, String> FIXED =
      Map.of(
          Extension.STATUS_REQUEST,
          "0100000000",
          Extension.RENEGOTIATION_INFO,
          "00",
          Extension.PSK_KEY_EXCHANGE_MODES,
          "0101",
          0x5500,
          "000100020002");
  private static final int TOKEN_BINDING = 24;

  /** Copies everything. */
  public HelloShape {
    cipherSuites = List.copyOf(cipherSuites);
    extensions = List.copyOf(extensions);
    groups = List.copyOf(groups);
    pointFormats = List.copyOf(pointFormats);
    signatureSchemes = List.copyOf(signatureSchemes);
    supportedVersions = List.copyOf(supportedVersions);
    keyShares = List.copyOf(keyShares);
    applicationProtocols = List.copyOf(applicationProtocols);
    tokenBinding = tokenBinding.clone();
  }

  @Override
  public byte[] tokenBinding() {
    return tokenBinding.clone();
  }

  /** What differs from one hello to the next. */
  public interface Fresh {
    /** Random bytes. */
    byte[] random(int length);

    /** The public key for a group, as {@code key_exchange} has it. */
    byte[] publicKey(int group);
  }

  /**
   * A hello of this shape.
   *
   * @param serverName the name asked for; without one the extension is left out
   */
  public ClientHello hello(Optional<String> serverName, Fresh fresh) {
    boolean tls13 = !supportedVersions.isEmpty();
    List<Extension> all = new ArrayList<>();
    for (int type : extensions) {
      if (type != Extension.SERVER_NAME || serverName.isPresent()) {
        all.add(new Extension(type, data(type, serverName.orElse(""), fresh)));
      }
    }
    return new ClientHello(
        version,
        fresh.random(32),
        tls13 ? fresh.random(32) : new byte[0],
        cipherSuites,
        List.of(0),
        all.isEmpty() ? Optional.empty() : Optional.of(all));
  }

  private byte[] data(int type, String serverName, Fresh fresh) {
    String fixed = FIXED.get(type);
    if (fixed != null) {
      return HexFormat.of().parseHex(fixed);
    }
    return WireWriter.written(w -> write(type, serverName, fresh, w));
  }

  private void write(int type, String serverName, Fresh fresh, WireWriter w) {
    switch (type) {
      case Extension.SERVER_NAME -> name(serverName, w);
      case Extension.SUPPORTED_GROUPS -> w.vector16(v -> v.all16(groups));
      case Extension.EC_POINT_FORMATS -> w.vector8(v -> pointFormats.forEach(v::u8));
      case Extension.SIGNATURE_ALGORITHMS -> w.vector16(v -> v.all16(signatureSchemes));
      case Extension.SUPPORTED_VERSIONS -> w.vector8(v -> v.all16(supportedVersions));
      case Extension.ALPN -> w.vector16(v -> applicationProtocols.forEach(p -> protocol(p, v)));
      case Extension.KEY_SHARE -> w.vector16(v -> keyShares.forEach(g -> share(g, fresh, v)));
      case TOKEN_BINDING -> w.bytes(tokenBinding);
      default -> {}
    }
  }

  private static void name(String serverName, WireWriter w) {
    byte[] name = serverName.getBytes(StandardCharsets.US_ASCII);
    w.vector16(list -> list.u8(0).vector16(n -> n.bytes(name)));
  }

  private static void protocol(String name, WireWriter w) {
    w.vector8(p -> p.bytes(name.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static void share(int group, Fresh fresh, WireWriter w) {
    w.u16(group).vector16(k -> k.bytes(fresh.publicKey(group)));
  }

  /** The shape of a hello that was seen. */
  public static HelloShape of(int recordVersion, ClientHello h) throws MalformedInputException {
    return new HelloShape(
        recordVersion,
        h.version(),
        h.cipherSuites(),
        h.extensionTypes(),
        h.groups(),
        h.pointFormats(),
        h.signatureSchemes(),
        h.supportedVersions(),
        h.keyShareGroups(),
        h.applicationProtocols(),
        h.extension(TOKEN_BINDING).map(Extension::data).orElse(new byte[0]));
  }
}
