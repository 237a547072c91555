package io.github.tlslift.dotnet.assembly.fold;

/**
 * Where a value comes from that is followed only when somebody asks for it.
 *
 * @param method the row of the method that uses it
 * @param index where the call is, the row of the field, or the number of the argument
 */
public record Origin(Kind kind, int method, int index) {
  /** The kinds of origin. */
  public enum Kind {
    CALL,
    FIELD,
    PARAMETER
  }
}
