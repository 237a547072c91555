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
    return number.isEmpty() ? Optional.empty() : TlsVersion.ofWire(Integer.parseInt(number, 16));
  }

  /** The id of a version number on the wire, or the number where it has none. */
  static String versionId(int number) {
    return TlsVersion.ofWire(number)
        .map(TlsVersion::id)
        .orElseGet(() -> String.format("0x%04x", number));
  }
}
