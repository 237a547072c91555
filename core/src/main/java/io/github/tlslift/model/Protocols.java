package io.github.tlslift.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value of {@code SecurityProtocolType} or {@code SslProtocols}. Bits that no version owns
 * survive.
 *
 * @param mask the number .NET hands on; 0 is {@code SystemDefault} or {@code None}: Schannel
 *     chooses
 */
public record Protocols(int mask) {

  /** {@code SystemDefault}: Schannel chooses. */
  public static final Protocols OS_DEFAULT = new Protocols(0);

  /** All bits of the named versions. */
  public static final int KNOWN_BITS = 16380;

  /** The value with exactly these versions. */
  public static Protocols of(TlsVersion... versions) {
    return new Protocols(
        Arrays.stream(versions).mapToInt(TlsVersion::mask).reduce(0, (a, b) -> a | b));
  }

  /** False for 0, which asks Windows to choose. */
  public boolean isExplicit() {
    return mask != 0;
  }

  /** Whether the client bit of the version is set. */
  public boolean contains(TlsVersion version) {
    return (mask & clientBit(version)) != 0;
  }

  /** Whether anything below TLS 1.2 is in the set. */
  public boolean hasLegacy() {
    return versions().stream().anyMatch(TlsVersion::isLegacy);
  }

  /** The versions in the set, oldest first; empty for {@code SystemDefault}. */
  public List<TlsVersion> versions() {
    return Arrays.stream(TlsVersion.values()).filter(this::contains).toList();
  }

  /** Ids for JSON and SARIF: {@code [tls1.0, tls1.2]}, or {@code [os-default]}. */
  public List<String> ids() {
    return isExplicit() ? versions().stream().map(TlsVersion::id).toList() : List.of("os-default");
  }

  /** For people: {@code TLS 1.0, TLS 1.2}, or {@code the operating system's choice}. */
  public String display() {
    return isExplicit()
        ? versions().stream().map(TlsVersion::display).collect(Collectors.joining(", "))
        : "the operating system's choice";
  }

  /** As .NET prints it: {@code Tls, Tls12}, or {@code SystemDefault}. */
  public String enumNames() {
    return isExplicit()
        ? versions().stream().map(TlsVersion::enumName).collect(Collectors.joining(", "))
        : "SystemDefault";
  }

  // SP_PROT_*_CLIENT is the upper bit of each pair; SSL 2.0 alone has 8 (facts section 1).
  private static int clientBit(TlsVersion version) {
    return version.mask() & (version.mask() << 1);
  }
}
