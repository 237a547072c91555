package io.github.tlslift.model;

import java.util.Locale;

/** What a place does to a protocol value. */
public enum Operation {
  /** Replaces the value. */
  SET,
  /** Adds versions and keeps the others ({@code |=}). */
  ADD,
  /** Takes versions away and keeps the others ({@code &= ~}). */
  REMOVE,
  /** Puts back a value that was read from the same property before. */
  RESTORE,
  /** Uses the API without naming a value: the default in force decides. */
  USE;

  /** The id in JSON and SARIF. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
