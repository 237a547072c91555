package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Certificate message up to TLS 1.2 (RFC 5246 7.4.2).
 *
 * @param chain the certificates in DER, as sent
 */
public record CertificateMessage(List<byte[]> chain) {

  /** Copies the list. */
  public CertificateMessage {
    chain = List.copyOf(chain);
  }

  /**
   * Reads the body of the handshake message.
   *
   * @throws MalformedInputException with the field and the offset in the body
   */
  public static CertificateMessage read(byte[] body) throws MalformedInputException {
    WireReader list = WireReader.of(body).part24("certificate_list");
    List<byte[]> chain = new ArrayList<>();
    while (list.more()) {
      chain.add(list.vector24("ASN.1Cert"));
    }
    return new CertificateMessage(chain);
  }
}
