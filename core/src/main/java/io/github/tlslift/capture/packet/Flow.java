package io.github.tlslift.capture.packet;

/** From which address and port to which. */
public record Flow(Address from, int fromPort, Address to, int toPort) {

  /** The other way. */
  public Flow reversed() {
    return new Flow(to, toPort, from, fromPort);
  }

  /** Whether this of the two directions stands for both. */
  public boolean isFirst() {
    int ports = Integer.compare(fromPort, toPort);
    if (ports != 0) {
      return ports > 0;
    }
    int high = Long.compareUnsigned(from.high(), to.high());
    return high != 0 ? high > 0 : Long.compareUnsigned(from.low(), to.low()) >= 0;
  }
}
