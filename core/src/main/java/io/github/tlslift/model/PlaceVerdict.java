package io.github.tlslift.model;

import java.util.Locale;

/** What a deciding place does by itself, whatever comes of it in the end. */
public enum PlaceVerdict {
  /** The set has something below TLS 1.2. */
  WEAK,
  /** Named versions, only 1.2 and 1.3. */
  HARDCODED,
  /** An AppContext switch or registry value turns an old behaviour on. */
  SWITCH,
  /** Leaves it to the operating system, or restores. */
  OK;

  /** The id in JSON and SARIF. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
