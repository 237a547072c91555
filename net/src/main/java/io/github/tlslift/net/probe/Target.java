package io.github.tlslift.net.probe;

import java.util.Optional;

/**
 * An endpoint to ask.
 *
 * @param host a name or an address
 * @param serverName what the hello asks for; empty where it asks for none
 */
public record Target(String host, int port, Optional<String> serverName, StartTls startTls) {

  /** Asks for its own name, where it is one. */
  public static Target of(String host, int port) {
    Optional<String> name = isAddress(host) ? Optional.empty() : Optional.of(host);
    return new Target(host, port, name, StartTls.forPort(port));
  }

  /** Whether a host is an address: a hello may not ask for one (RFC 6066 3). */
  static boolean isAddress(String host) {
    return host.contains(":") || host.matches("[0-9.]+");
  }

  /** {@code host:port}. */
  public String endpoint() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
