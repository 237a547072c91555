package io.github.tlslift.net.probe;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a handshake of TLS 1.3 shows to a client that finishes it.
 *
 * @param chain the certificates, as sent
 * @param asksForClientCertificate whether a CertificateRequest came
 */
record Finished(List<X509Certificate> chain, boolean asksForClientCertificate) {
  /** Copies the chain. */
  Finished {
    chain = List.copyOf(chain);
  }
}
