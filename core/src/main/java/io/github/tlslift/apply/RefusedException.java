package io.github.tlslift.apply;

/** Nothing was written: the message names the file, says why and what to do. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the reason. */
  public RefusedException(String reason) {
    super(reason);
  }
}
