package io.github.tlslift.model;

import java.util.List;

/**
 * One reason on the way to an offer.
 *
 * @param rule the rule of the facts, {@code R1} to {@code R18}
 * @param says the reason, for people, without a full stop
 * @param at the places it rests on; empty where nothing was read
 * @param basis what it rests on instead of a place, such as {@code registry not given}; empty where
 *     the places say enough
 * @param confidence how far the rule itself is established
 */
public record TrailStep(
    String rule, String says, List<Location> at, String basis, Confidence confidence) {

  /** Copies the places. */
  public TrailStep {
    at = List.copyOf(at);
  }
}
