package io.github.tlslift.why;

import io.github.tlslift.model.Cause;
import io.github.tlslift.why.Diagnosis.Alternative;
import io.github.tlslift.why.signal.Sighting;
import io.github.tlslift.why.signal.Signal;
import io.github.tlslift.why.signal.SignalTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Signs, whoever saw them, to a diagnosis. */
public final class Diagnose {
  private static final double LEAST_SIGN = 0.8;
  private static final double LEAST_ALTERNATIVE = 0.01;
  private static final int MOST_ALTERNATIVES = 5;

  private final List<Sighting> sightings;
  private final Map<Cause, Double> odds;

  private Diagnose(List<Sighting> sightings, Map<Cause, Double> baseRates) {
    this.sightings = sightings;
    this.odds = Odds.of(sightings, baseRates);
  }

  /** The diagnosis of what was seen. */
  public static Diagnosis of(List<Sighting> seen) {
    return of(seen, BaseRates.all());
  }

  static Diagnosis of(List<Sighting> seen, Map<Cause, Double> baseRates) {
    return new Diagnose(withCombinations(seen), baseRates).diagnosis();
  }

  private static List<Sighting> withCombinations(List<Sighting> seen) {
    List<Sighting> all = new ArrayList<>(seen);
    for (Signal signal : SignalTable.all()) {
      Set<String> ids = all.stream().map(s -> s.signal().id()).collect(Collectors.toSet());
      if (signal.isCombination() && signal.needs().areMetBy(ids)) {
        all.add(combined(signal, ids, all));
      }
    }
    boolean telling = all.stream().anyMatch(s -> s.signal().strength() >= LEAST_SIGN);
    if (!telling) {
      all.add(Sighting.of("too-little", ""));
    }
    return all;
  }

  private static Sighting combined(Signal signal, Set<String> ids, List<Sighting> seen) {
    List<String> parts = signal.needs().met(ids);
    Sighting first =
        seen.stream().filter(s -> parts.contains(s.signal().id())).findFirst().orElseThrow();
    return new Sighting(signal, first.source(), first.line(), first.text(), 1);
  }

  private Diagnosis diagnosis() {
    List<Alternative> ranked =
        odds.entrySet().stream()
            .map(e -> new Alternative(e.getKey(), e.getValue()))
            .sorted(Comparator.comparingDouble(Alternative::confidence).reversed())
            .toList();
    Alternative first = ranked.get(0);
    List<Alternative> others =
        ranked.stream()
            .skip(1)
            .filter(a -> a.confidence() >= LEAST_ALTERNATIVE)
            .limit(MOST_ALTERNATIVES)
            .toList();
    return new Diagnosis(
        first.cause(),
        first.confidence(),
        others,
        speaking(s -> weight(s, first.cause())),
        speaking(s -> -weight(s, first.cause())),
        Advice.question(first.cause(), others),
        Advice.next(first.cause()));
  }

  private static double weight(Sighting sighting, Cause cause) {
    return sighting.signal().weight(cause);
  }

  private List<Sighting> speaking(ToDoubleFunction<Sighting> loudness) {
    return Odds.strongest(sightings).values().stream()
        .filter(s -> loudness.applyAsDouble(s) > 0)
        .sorted(Comparator.comparingDouble(loudness).reversed())
        .toList();
  }
}
