package io.github.tlslift.why.signal;

import io.github.tlslift.model.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row of {@code signals.csv}: something that may be seen, and how much it speaks for each cause.
 *
 * @param id its name
 * @param family of a family only the strongest that was seen counts, for they say the same
 * @param phrases letters and digits of sentences, any of which is the sign
 * @param pattern the same as an expression; empty where sentences do
 * @param needs other signs that must be there too
 * @param weights natural logarithms of odds, by cause
 * @param says what it means, for people
 * @param reason what the row rests on
 */
public record Signal(
    String id,
    String family,
    List<String> phrases,
    Optional<Pattern> pattern,
    Needs needs,
    Map<Cause, Double> weights,
    String says,
    String reason) {

  /** Copies the lists. */
  public Signal {
    phrases = List.copyOf(phrases);
    weights = Map.copyOf(weights);
  }

  /** Whether text can show it. */
  public boolean isInText() {
    return !phrases.isEmpty() || pattern.isPresent();
  }

  /** Whether other signs must be there too. */
  public boolean hasNeeds() {
    return !needs.isNone();
  }

  /** Whether other signs make it, without text of its own. */
  public boolean isCombination() {
    return !isInText() && hasNeeds();
  }

  /** How much it speaks for a cause; less than nothing where it speaks against it. */
  public double weight(Cause cause) {
    return weights.getOrDefault(cause, 0.0);
  }

  /** How much it speaks for the cause that it speaks for most. */
  public double strength() {
    return weights.values().stream().mapToDouble(w -> w).max().orElse(0);
  }
}
