package io.github.tlslift.capture.attempt;

import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.CodePoint;
import java.util.List;
import java.util.Optional;

/**
 * What a client asked for.
 *
 * @param version {@code client_version} or {@code legacy_version}, as on the wire
 * @param recordVersion that of the record around it; 0x0002 for a hello of SSL 2.0
 * @param supportedVersions those of the extension, as on the wire
 * @param suites as on the wire, of three bytes in a hello of SSL 2.0
 * @param ja3 empty where the hello cannot be read to its end
 * @param at in seconds after the first packet
 * @param isWhole whether all of it is in the capture
 */
public record Hello(
    int version,
    int recordVersion,
    List<Integer> supportedVersions,
    List<Integer> suites,
    Optional<String> serverName,
    List<String> applicationProtocols,
    Optional<String> ja3,
    Optional<String> ja4,
    double at,
    boolean isWhole) {

  /** Copies the lists. */
  public Hello {
    supportedVersions = List.copyOf(supportedVersions);
    suites = List.copyOf(suites);
    applicationProtocols = List.copyOf(applicationProtocols);
  }

  /** The highest version asked for, as on the wire. */
  public int highest() {
    return supportedVersions.stream()
        .filter(v -> !CodePoint.isGrease(v))
        .mapToInt(Integer::intValue)
        .max()
        .orElse(version);
  }

  /** The lowest version asked for, where it shows: before TLS 1.3 it does not. */
  public Optional<Integer> lowest() {
    return supportedVersions.stream().filter(v -> !CodePoint.isGrease(v)).min(Integer::compare);
  }

  /** Whether TLS 1.2 or newer is asked for. */
  public boolean isModern() {
    return highest() >= TlsVersion.TLS12.wire();
  }
}
