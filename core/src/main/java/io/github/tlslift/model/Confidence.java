package io.github.tlslift.model;

import java.util.Locale;
import java.util.Optional;

/** How far a statement can be relied on, best first. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW;

  /** The id in CSV and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The weaker of the two. */
  public Confidence and(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The confidence of an id. */
  public static Optional<Confidence> parse(String text) {
    for (Confidence c : values()) {
      if (c.id().equals(text)) {
        return Optional.of(c);
      }
    }
    return Optional.empty();
  }
}
