package io.github.tlslift.model;

import java.util.Arrays;
import java.util.Optional;

/** The runtime line a process runs on (facts R1). */
public enum Clr {
  CLR2("2"),
  CLR4("4"),
  CORE("core"),
  NATIVE("native");

  private final String id;

  Clr(String id) {
    this.id = id;
  }

  /** The name in CSV and JSON. */
  public String id() {
    return id;
  }

  /** The line of an id. */
  public static Optional<Clr> parse(String text) {
    return Arrays.stream(values()).filter(c -> c.id.equals(text)).findFirst();
  }
}
