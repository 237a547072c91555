package io.github.tlslift.model;

/** Which registry view a process reads on a 64-bit Windows. */
public enum Bitness {
  BITS_64("64"),
  BITS_32("32"),
  /** Not told: both views are judged where they differ. */
  UNKNOWN("unknown");

  private final String id;

  Bitness(String id) {
    this.id = id;
  }

  /** The name in CSV and JSON. */
  public String id() {
    return id;
  }
}
