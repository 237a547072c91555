package io.github.tlslift.model;

/** What a .NET member decides about TLS. */
public enum Role {
  /** {@code ServicePointManager.SecurityProtocol}: the process-wide static. */
  PROCESS_PROTOCOLS,
  /** {@code SslProtocols} of an HTTP handler. */
  HANDLER_PROTOCOLS,
  /** The protocol argument or option of an {@code SslStream}. */
  STREAM_PROTOCOLS,
  /** {@code sslProtocols} of a WCF transport binding. */
  WCF_PROTOCOLS,
  /** Opens connections with the defaults in force; {@link ApiUse#api()} names it. */
  CLIENT,
  /** Accepts any server certificate. */
  VALIDATION_OFF,
  /** {@code Encrypt} or {@code TrustServerCertificate} of a connection string. */
  CONNECTION_STRING
}
