package io.github.tlslift.capture.attempt;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One attempt at TLS in a capture.
 *
 * @param packet the number of its first packet, which orders the attempts
 * @param startNanos when that was, in nanoseconds since 1970
 * @param accepted when the server took the connection, in seconds after the first packet
 * @param resent how many segments of the client came again
 * @param isHeard whether the server acknowledged all that the client sent
 * @param isLate whether the connection was open before the capture began
 * @param doubts what of it the capture does not have
 */
public record Attempt(
    long packet,
    long startNanos,
    Endpoint client,
    Endpoint server,
    OptionalDouble accepted,
    int resent,
    boolean isHeard,
    boolean isLate,
    Talk talk,
    Ending ending,
    List<String> doubts) {

  /** Copies the doubts. */
  public Attempt {
    doubts = List.copyOf(doubts);
  }
}
