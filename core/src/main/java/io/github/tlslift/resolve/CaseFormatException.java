package io.github.tlslift.resolve;

/** A case table that breaks its grammar; the message names row and column. */
public final class CaseFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public CaseFormatException(String message) {
    super(message);
  }
}
