package io.github.tlslift.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a connection fails; the ids are the same in text, JSON, SARIF and docs. */
public enum Cause {
  CLIENT_PROTOCOL_TOO_OLD,
  SERVER_PROTOCOL_TOO_OLD,
  NO_COMMON_CIPHER_SUITE,
  CERTIFICATE_UNTRUSTED,
  CERTIFICATE_NAME_MISMATCH,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_REVOCATION,
  CLIENT_CERTIFICATE,
  SNI_MISSING,
  MIDDLEBOX,
  PLAINTEXT_ON_TLS_PORT,
  IDLE_CONNECTION_CLOSED,
  NETWORK,
  HTTP_OR_AUTH,
  UNSUPPORTED_BY_RUNTIME,
  UNKNOWN;

  /** Such as {@code client-protocol-too-old}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The cause of an id. */
  public static Optional<Cause> parse(String id) {
    return Arrays.stream(values()).filter(c -> c.id().equals(id)).findFirst();
  }
}
