package io.github.tlslift.model;

import java.util.List;

/**
 * What happens on one Windows version.
 *
 * @param windows the version's id
 * @param name the version's name
 * @param decides whether the version counts for the exit code
 * @param offer the offer that the verdict is about; where it depends, the worst one
 * @param verdict whether it meets the server
 * @param alternatives what else may be true, where the verdict depends; else empty
 */
public record WindowsOutcome(
    String windows,
    String name,
    boolean decides,
    Offer offer,
    Verdict verdict,
    List<Alternative> alternatives) {

  /** Copies the alternatives. */
  public WindowsOutcome {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * One of the things that may be true.
   *
   * @param when in which case
   */
  public record Alternative(String when, Offer offer, Verdict verdict) {}
}
