package io.github.tlslift.why;

import io.github.tlslift.model.Cause;
import io.github.tlslift.why.signal.Sighting;
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
  static Map<Cause, Double> of(Collection<Sighting> seen, Map<Cause, Double> baseRates) {
    Map<Cause, Double> scores = new EnumMap<>(Cause.class);
    baseRates.forEach((cause, rate) -> scores.put(cause, Math.log(rate)));
    for (Sighting sighting : strongest(seen).values()) {
      sighting
          .signal()
          .weights()
          .forEach((cause, weight) -> scores.merge(cause, weight, Double::sum));
    }
    return normalised(scores);
  }

  /** What counts of each family: what is strong, and what is frequent. */
  static Map<String, Sighting> strongest(Collection<Sighting> seen) {
    Map<String, Sighting> strongest = new LinkedHashMap<>();
    for (Sighting s : seen) {
      strongest.merge(s.signal().family(), s, (a, b) -> loudness(b) > loudness(a) ? b : a);
    }
    return strongest;
  }

  private static double loudness(Sighting s) {
    return s.signal().strength() + Math.log(s.count());
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
