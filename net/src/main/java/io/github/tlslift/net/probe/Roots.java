package io.github.tlslift.net.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificates that a chain may end in. */
public final class Roots {
  private Roots() {}

  /** Those of this Java. */
  public static List<TrustAnchor> ofJdk() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      @Nullable KeyStore theirs = null;
      factory.init(theirs);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .flatMap(m -> Arrays.stream(((X509TrustManager) m).getAcceptedIssuers()))
          .map(c -> new TrustAnchor(c, null))
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no trust store", e);
    }
  }

  /**
   * Those of a file of certificates in PEM or DER.
   *
   * @throws IOException where it cannot be read, with the reason
   */
  public static List<TrustAnchor> of(Path file) throws IOException {
    List<TrustAnchor> roots = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        roots.add(new TrustAnchor((X509Certificate) c, null));
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no certificates: " + e.getMessage(), e);
    }
    return roots;
  }
}
