package io.github.tlslift.edit;

/** A place that cannot be edited without risk; the message says why and what to do by hand. */
public final class NotEditableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the reason. */
  public NotEditableException(String reason) {
    super(reason);
  }
}
