package io.github.tlslift.net.tap;

import java.util.Locale;

/** One end of a connection. */
public enum Side {
  CLIENT,
  SERVER;

  /** For people and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
