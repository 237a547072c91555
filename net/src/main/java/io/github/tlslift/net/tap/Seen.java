package io.github.tlslift.net.tap;

import io.github.tlslift.model.TlsVersion;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What passed on one connection, without what differs each time.
 *
 * @param endpoint where the client wanted to go
 * @param how the end in words; empty where it connected
 * @param sni the name asked for; empty where none was
 * @param version selected by the server; empty before its hello
 * @param suite selected by the server; empty before its hello
 * @param alerts in clear, in their order
 * @param hello its fields ({@link io.github.tlslift.tls.HelloFields}); empty where none came
 */
public record Seen(
    String endpoint,
    Outcome outcome,
    String how,
    String sni,
    String version,
    String suite,
    List<SeenAlert> alerts,
    Map<String, String> hello) {

  /** Copies the collections. */
  public Seen {
    alerts = List.copyOf(alerts);
    hello = Collections.unmodifiableMap(new LinkedHashMap<>(hello));
  }

  /** What became of the handshake. */
  public enum Outcome {
    /** Both sides went on to encrypted traffic. */
    CONNECTED,
    /** It ended well, and nothing was sent afterwards. */
    ABANDONED,
    /** It began and did not end well. */
    FAILED,
    /** The client began with something else. */
    NO_TLS,
    /** The endpoint could not be reached. */
    UNREACHABLE,
    /** It was cut off before either. */
    UNFINISHED;

    /** In JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people. */
    public String display() {
      return name().replace('_', ' ');
    }
  }

  /** A connection on which no hello came. */
  static Seen without(String endpoint, Outcome outcome, String how) {
    return new Seen(endpoint, outcome, how, "", "", "", List.of(), Map.of());
  }

  /** The newest version that the hello offers; empty without one, or where it has no name. */
  public Optional<TlsVersion> newestOffered() {
    String shown = hello.getOrDefault("supported_versions", "");
    String all = shown.isEmpty() ? hello.getOrDefault("hello_version", "") : shown;
    return Arrays.stream(all.split(" ")).flatMap(n -> named(n).stream()).max(Enum::compareTo);
  }

  private static Optional<TlsVersion> named(String number) {
    return switch (number) {
      case "0002" -> Optional.of(TlsVersion.SSL2);
      case "0300" -> Optional.of(TlsVersion.SSL3);
      case "0301" -> Optional.of(TlsVersion.TLS10);
      case "0302" -> Optional.of(TlsVersion.TLS11);
      case "0303" -> Optional.of(TlsVersion.TLS12);
      case "0304" -> Optional.of(TlsVersion.TLS13);
      default -> Optional.empty();
    };
  }

  /** The id of a version number on the wire, or the number where it has none. */
  static String versionId(int number) {
    String hex = String.format("%04x", number);
    return named(hex).map(TlsVersion::id).orElse("0x" + hex);
  }
}
