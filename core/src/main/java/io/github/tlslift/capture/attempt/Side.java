package io.github.tlslift.capture.attempt;

/** Who of the two. */
public enum Side {
  CLIENT,
  SERVER;

  /** The other one. */
  public Side other() {
    return this == CLIENT ? SERVER : CLIENT;
  }

  /** Such as {@code the client}. */
  @Override
  public String toString() {
    return this == CLIENT ? "the client" : "the server";
  }
}
