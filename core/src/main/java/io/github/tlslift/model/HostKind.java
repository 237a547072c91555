package io.github.tlslift.model;

import java.util.Arrays;
import java.util.Optional;

/** What starts the CLR and so decides target framework and config file (facts section 4). */
public enum HostKind {
  EXE("exe"),
  SERVICE("service"),
  ASPNET("aspnet"),
  APP_SERVICE("appservice"),
  POWERSHELL51("powershell51"),
  POWERSHELL7("powershell7"),
  COM("com"),
  OFFICE("office"),
  NATIVE("native"),
  /** A library on its own: whoever loads it decides. */
  LIBRARY("library");

  private final String id;

  HostKind(String id) {
    this.id = id;
  }

  /** The name in {@code --host}, CSV and JSON. */
  public String id() {
    return id;
  }

  /** The host of an id. */
  public static Optional<HostKind> parse(String text) {
    return Arrays.stream(values()).filter(h -> h.id.equalsIgnoreCase(text)).findFirst();
  }
}
