package io.github.tlslift.capture.attempt;

import java.util.Optional;

/**
 * How a connection ended; times in seconds.
 *
 * @param by who was the first to end it; empty where nobody is seen to
 * @param at when, or when the capture ends, from the first packet of the connection on
 * @param quiet how long nobody had sent anything before that
 * @param clientSpokeAfter whether the client sent more after the server had ended it
 * @param strangerReset whether the reset came from another number of hops away than the server
 */
public record Ending(
    How how,
    Optional<Side> by,
    double at,
    double quiet,
    boolean clientSpokeAfter,
    boolean strangerReset) {

  /** The ways of ending. */
  public enum How {
    /** The sender will send no more. */
    FIN,
    /** The sender takes nothing more. */
    RST,
    /** The first packet was answered by a reset. */
    REFUSED,
    /** The first packet was never answered. */
    UNANSWERED,
    /** Open at the end of the capture. */
    OPEN
  }
}
