package io.github.tlslift.capture.tcp;

import io.github.tlslift.capture.attempt.Side;

/** Is told the bytes of a connection, in order for each side. */
public interface Listener {

  /** The next bytes of a side, {@code at} seconds after the first packet. */
  void data(Side from, byte[] bytes, int start, int count, double at);

  /** The next bytes of a side are not in the capture. */
  void missing(Side from, int count, double at);

  /** Whether it wants to hear more of a side. */
  boolean wants(Side from);

  /** About how many bytes of memory it holds. */
  int weight();
}
