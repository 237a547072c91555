package io.github.tlslift.net.probe;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A chain as the server sent it, with each question about it answered apart.
 *
 * @param chain as sent
 * @param trusted empty where a root that is trusted ends it; else why not. Dates do not count
 * @param expired empty where every date holds
 * @param wrongName empty where the leaf is for the name asked for, or none was
 * @param order empty where each certificate is signed by the next
 */
public record CertificateVerdicts(
    List<X509Certificate> chain,
    Optional<String> trusted,
    Optional<String> expired,
    Optional<String> wrongName,
    Optional<String> order) {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  /** Copies the chain. */
  public CertificateVerdicts {
    chain = List.copyOf(chain);
  }

  /**
   * The verdicts on a chain in DER.
   *
   * @param name what the client asked for, or the address
   * @param now the date that counts
   * @throws GeneralSecurityException where a certificate cannot be read
   */
  static CertificateVerdicts of(
      List<byte[]> der, String name, Collection<TrustAnchor> roots, Date now)
      throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> chain = new ArrayList<>();
    for (byte[] one : der) {
      chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(one)));
    }
    return on(chain, name, roots, now);
  }

  /** The same of a chain that was read. */
  static CertificateVerdicts on(
      List<X509Certificate> chain, String name, Collection<TrustAnchor> roots, Date now) {
    return new CertificateVerdicts(
        chain, trusted(chain, roots), expired(chain, now), wrongName(chain, name), order(chain));
  }

  /** The certificate of the server itself. */
  public X509Certificate leaf() {
    return chain.get(0);
  }

  /** Whether it is signed with its own key. */
  public boolean isSelfSigned() {
    return isSignedBy(leaf(), leaf());
  }

  private static boolean isSignedBy(X509Certificate one, X509Certificate by) {
    if (!one.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
      return false;
    }
    try {
      one.verify(by.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Optional<String> trusted(
      List<X509Certificate> chain, Collection<TrustAnchor> roots) {
    if (chain.isEmpty()) {
      return Optional.of("no certificate was sent");
    }
    List<X509Certificate> path = path(chain, roots);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      CertPath built = CertificateFactory.getInstance("X.509").generateCertPath(path);
      PKIXParameters parameters = new PKIXParameters(Set.copyOf(roots));
      parameters.setRevocationEnabled(false);
      // Expiry is a verdict of its own: the path is judged at a date when the leaf was valid.
      parameters.setDate(path.get(0).getNotBefore());
      CertPathValidator.getInstance("PKIX").validate(built, parameters);
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      boolean self = isSignedBy(chain.get(0), chain.get(0));
      return Optional.of(self ? "self-signed" : "no trusted root ends the chain");
    }
  }

  // From the leaf as far as the server sent issuers, in whatever order, up to a root.
  private static List<X509Certificate> path(
      List<X509Certificate> chain, Collection<TrustAnchor> roots) {
    List<X509Certificate> path = new ArrayList<>();
    Optional<X509Certificate> next = Optional.of(chain.get(0));
    while (next.isPresent() && !path.contains(next.get())) {
      X509Certificate at = next.get();
      if (roots.stream().anyMatch(r -> at.equals(r.getTrustedCert()))) {
        break;
      }
      path.add(at);
      next = chain.stream().filter(c -> c != at && isSignedBy(at, c)).findFirst();
    }
    return path;
  }

  private static Optional<String> expired(List<X509Certificate> chain, Date now) {
    for (X509Certificate c : chain) {
      String subject = c.getSubjectX500Principal().getName();
      if (now.after(c.getNotAfter())) {
        return Optional.of(subject + " expired on " + day(c.getNotAfter()));
      }
      if (now.before(c.getNotBefore())) {
        return Optional.of(subject + " is valid from " + day(c.getNotBefore()) + " on");
      }
    }
    return Optional.empty();
  }

  private static String day(Date date) {
    return date.toInstant().toString().substring(0, 10);
  }

  private static Optional<String> wrongName(List<X509Certificate> chain, String name) {
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = names(chain.get(0));
    boolean matches = names.stream().anyMatch(n -> matches(n, name));
    return matches
        ? Optional.empty()
        : Optional.of("is for " + String.join(", ", names) + " and not for " + name);
  }

  /** The names a certificate is for: subjectAltName, else the common name (RFC 6125 6.4.4). */
  public static List<String> names(X509Certificate c) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> alternatives = c.getSubjectAlternativeNames();
      for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
        int type = (Integer) alternative.get(0);
        if (type == DNS || type == ADDRESS) {
          names.add(String.valueOf(alternative.get(1)));
        }
      }
    } catch (GeneralSecurityException e) {
      return List.of();
    }
    return names.isEmpty() ? commonName(c) : names;
  }

  private static List<String> commonName(X509Certificate c) {
    return Arrays.stream(c.getSubjectX500Principal().getName().split(",(?=[A-Za-z0-9.]+=)"))
        .filter(part -> part.startsWith("CN="))
        .map(part -> part.substring(3))
        .toList();
  }

  // A wildcard stands for one whole label on the left (RFC 6125 6.4.3).
  private static boolean matches(String pattern, String name) {
    String p = pattern.toLowerCase(Locale.ROOT);
    String n = name.toLowerCase(Locale.ROOT);
    if (Target.isAddress(name)) {
      return sameAddress(p, n);
    }
    int dot = n.indexOf('.');
    return p.equals(n) || p.startsWith("*.") && dot > 0 && p.substring(1).equals(n.substring(dot));
  }

  private static boolean sameAddress(String a, String b) {
    try {
      return Target.isAddress(a) && InetAddress.getByName(a).equals(InetAddress.getByName(b));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Optional<String> order(List<X509Certificate> chain) {
    for (int i = 0; i + 1 < chain.size(); i++) {
      if (!isSignedBy(chain.get(i), chain.get(i + 1))) {
        return Optional.of("certificate " + (i + 1) + " is not signed by the one after it");
      }
    }
    return Optional.empty();
  }
}
