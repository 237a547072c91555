package io.github.tlslift.why;

import io.github.tlslift.model.Cause;
import io.github.tlslift.why.signal.Signal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How likely each cause is: the base rate, and the weight of the strongest sign of each family,
 * added up as logarithms of odds.
 */
final class Odds {
  // Families are not as independent as the sum takes them for. OddsTest prints how sure the answers
  // are and how many are right; this brings the two together.
  static final double TEMPERATURE = 1.15;

  private Odds() {}

  /** A probability for each cause; together they are 1. */
  static Map<Cause, Double> of(Collection<Signal> seen, Map<Cause, Double> baseRates) {
    Map<Cause, Double> scores = new EnumMap<>(Cause.class);
    baseRates.forEach((cause, rate) -> scores.put(cause, Math.log(rate)));
    for (Signal signal : strongest(seen).values()) {
      signal.weights().forEach((cause, weight) -> scores.merge(cause, weight, Double::sum));
    }
    return normalised(scores);
  }

  /** The sign that counts, of each family. */
  static Map<String, Signal> strongest(Collection<Signal> seen) {
    Map<String, Signal> strongest = new LinkedHashMap<>();
    for (Signal signal : seen) {
      strongest.merge(signal.family(), signal, (a, b) -> b.strength() > a.strength() ? b : a);
    }
    return strongest;
  }

  private static Map<Cause, Double> normalised(Map<Cause, Double> scores) {
    double top = scores.values().stream().mapToDouble(s -> s).max().orElse(0);
    Map<Cause, Double> odds = new EnumMap<>(Cause.class);
    scores.forEach((cause, s) -> odds.put(cause, Math.exp((s - top) / TEMPERATURE)));
    double sum = odds.values().stream().mapToDouble(o -> o).sum();
    odds.replaceAll((cause, o) -> o / sum);
    return odds;
  }
}
