package io.github.tlslift.windows;

import io.github.tlslift.model.TlsVersion;
import java.util.List;

/**
 * A cipher suite that a Windows version offers by default, at its place in the order.
 *
 * @param name the IANA name
 * @param versions the protocol versions it is offered in
 * @param strongCrypto whether {@code SCH_USE_STRONG_CRYPTO} leaves it in
 */
public record CipherSuite(String name, List<TlsVersion> versions, boolean strongCrypto) {

  /** Copies the versions. */
  public CipherSuite {
    versions = List.copyOf(versions);
  }
}
