package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;
import java.util.Map;
import java.util.Optional;

/**
 * What one address answered.
 *
 * @param address as text
 * @param suites of each version accepted; empty where they were not asked for
 * @param certificate empty where none was seen
 * @param asksForClientCertificate empty where no handshake up to TLS 1.2 was seen
 * @param staplesOcsp the same
 * @param secureRenegotiation the same (RFC 5746)
 * @param sessionTickets whether it would send one, the same (RFC 5077)
 * @param groups those of ephemeral keys, in the newest version
 * @param connections how many were opened
 */
public record AddressReport(
    String address,
    Map<TlsVersion, VersionAnswer> versions,
    Map<TlsVersion, SuiteAnswer> suites,
    Optional<CertificateVerdicts> certificate,
    Optional<Boolean> asksForClientCertificate,
    Optional<Boolean> staplesOcsp,
    Optional<Boolean> secureRenegotiation,
    Optional<Boolean> sessionTickets,
    Details details,
    GroupAnswer groups,
    int connections) {

  /** Copies the maps, in the order of versions. */
  public AddressReport {
    versions = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(versions));
    suites = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(suites));
  }
}
