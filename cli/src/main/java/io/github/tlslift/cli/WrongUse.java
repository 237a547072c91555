package io.github.tlslift.cli;

/** The command line asks for what cannot be; the message says what is wrong and the next step. */
final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongUse(String message) {
    super(message);
  }
}
