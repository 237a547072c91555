package io.github.tlslift.capture.attempt;

/** An address and a port. */
public record Endpoint(String address, int port) {

  /** Such as {@code 10.0.0.1:443} or {@code [2001:db8::1]:443}. */
  @Override
  public String toString() {
    return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port;
  }
}
