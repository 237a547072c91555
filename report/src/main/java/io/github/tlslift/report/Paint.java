package io.github.tlslift.report;

/** The few colours in use, as SGR parameters (ECMA-48 8.3.117). */
enum Paint {
  PLAIN(""),
  BOLD("1"),
  DIM("2"),
  BAD("1;31"),
  DOUBTFUL("33"),
  GOOD("32");

  private final String parameters;

  Paint(String parameters) {
    this.parameters = parameters;
  }

  /** The text in this colour. */
  String on(String text) {
    return this == PLAIN || text.isEmpty()
        ? text
        : "\u001b[" + parameters + "m" + text + "\u001b[0m";
  }
}
