package io.github.tlslift.why;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Cause;
import java.util.EnumMap;
import java.util.Map;

/** How often each cause is behind a failure that somebody asks about, before anything is read. */
final class BaseRates {
  private static final Map<Cause, Double> ALL = load();

  private BaseRates() {}

  /** A rate for each cause. */
  static Map<Cause, Double> all() {
    return ALL;
  }

  private static Map<Cause, Double> load() {
    Map<Cause, Double> rates = new EnumMap<>(Cause.class);
    CsvTable.load(
            BaseRates.class,
            "base-rates.csv",
            r -> Map.entry(r.getField("cause"), Double.valueOf(r.getField("rate"))))
        .forEach(e -> rates.put(Cause.parse(e.getKey()).orElseThrow(), e.getValue()));
    return rates;
  }
}
