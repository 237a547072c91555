package io.github.tlslift.model;

import java.util.Locale;

/** How much a finding matters, worst first. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** The level in SARIF and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
