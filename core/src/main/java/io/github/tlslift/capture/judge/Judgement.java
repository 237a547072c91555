package io.github.tlslift.capture.judge;

import io.github.tlslift.model.Cause;
import java.util.List;
import java.util.Optional;

/**
 * Why an attempt failed.
 *
 * @param cause empty where it did not fail
 * @param confidence from 0 to 1
 * @param alternatives other causes that look the same from here, the likeliest first
 * @param says what gives the cause away, as a sentence without its full stop
 * @param facts what happened, in its order
 */
public record Judgement(
    Optional<Cause> cause,
    double confidence,
    List<Cause> alternatives,
    String says,
    List<String> facts) {

  /** Copies the lists. */
  public Judgement {
    alternatives = List.copyOf(alternatives);
    facts = List.copyOf(facts);
  }
}
