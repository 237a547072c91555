package io.github.tlslift.capture.judge;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a certificate says of itself.
 *
 * @param validFrom in seconds since 1970
 * @param names those of the subject, in lower case
 */
record CertificateFacts(
    String subject, String issuer, long validFrom, long validTo, List<String> names) {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  CertificateFacts {
    names = List.copyOf(names);
  }

  /** Those of the first of a chain; empty where there is none that can be read. */
  static Optional<CertificateFacts> ofLeaf(List<byte[]> chain) {
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return factory.generateCertificate(new ByteArrayInputStream(chain.get(0)))
              instanceof X509Certificate certificate
          ? Optional.of(of(certificate))
          : Optional.empty();
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  private static CertificateFacts of(X509Certificate c) throws CertificateException {
    return new CertificateFacts(
        c.getSubjectX500Principal().getName(),
        c.getIssuerX500Principal().getName(),
        c.getNotBefore().toInstant().getEpochSecond(),
        c.getNotAfter().toInstant().getEpochSecond(),
        names(c));
  }

  // Without names of the extension the common name counts, as it does for Windows.
  private static List<String> names(X509Certificate c) throws CertificateException {
    List<String> names = new ArrayList<>();
    Collection<List<?>> alternative = c.getSubjectAlternativeNames();
    if (alternative != null) {
      for (List<?> name : alternative) {
        if (name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS)) {
          names.add(name.get(1).toString().toLowerCase(Locale.ROOT));
        }
      }
    }
    if (names.isEmpty()) {
      commonName(c.getSubjectX500Principal().getName()).ifPresent(names::add);
    }
    return names;
  }

  private static Optional<String> commonName(String subject) {
    for (String part : subject.split(",", -1)) {
      if (part.toUpperCase(Locale.ROOT).startsWith("CN=")) {
        return Optional.of(part.substring(3).toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  boolean isValidAt(long seconds) {
    return validFrom <= seconds && seconds <= validTo;
  }

  boolean isSelfSigned() {
    return subject.equals(issuer);
  }

  /** Whether a host name is one of its names; a star stands for one label (RFC 6125 6.4.3). */
  boolean covers(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    int dot = lower.indexOf('.');
    String star = dot < 0 ? lower : "*" + lower.substring(dot);
    return names.contains(lower) || names.contains(star);
  }
}
