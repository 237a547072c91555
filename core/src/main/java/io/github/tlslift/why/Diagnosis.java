package io.github.tlslift.why;

import io.github.tlslift.model.Cause;
import io.github.tlslift.why.signal.Sighting;
import java.util.List;

/**
 * An answer to why a connection fails.
 *
 * @param cause the likeliest
 * @param confidence its probability
 * @param alternatives other causes that are still possible, likeliest first
 * @param evidence what speaks for the cause, strongest first
 * @param against what speaks against it, strongest first
 * @param question what would tell the cause from the next likely one; empty where nothing competes
 * @param next what to do
 */
public record Diagnosis(
    Cause cause,
    double confidence,
    List<Alternative> alternatives,
    List<Sighting> evidence,
    List<Sighting> against,
    String question,
    List<String> next) {

  /** Copies the lists. */
  public Diagnosis {
    alternatives = List.copyOf(alternatives);
    evidence = List.copyOf(evidence);
    against = List.copyOf(against);
    next = List.copyOf(next);
  }

  /** Another cause that is still possible. */
  public record Alternative(Cause cause, double confidence) {}
}
