package io.github.tlslift.model;

/**
 * An address a program connects to.
 *
 * @param host a name or address, lower case
 * @param port such as 443
 * @param scheme {@code https}, {@code smtp}, {@code ftp}, {@code sql}, {@code ldap}, {@code
 *     net.tcp}, ...
 */
public record Destination(String host, int port, String scheme, Location location)
    implements Evidence {

  /** {@code host}, with the port where it is not the scheme's own. */
  public String display() {
    return port == 443 ? host : host + ":" + port;
  }
}
