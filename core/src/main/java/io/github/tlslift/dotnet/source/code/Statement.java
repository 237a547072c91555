package io.github.tlslift.dotnet.source.code;

/**
 * An expression that runs.
 *
 * @param kind what its value is for
 */
public record Statement(Kind kind, Scope scope, Expr value) {
  /** What a statement does with its value. */
  public enum Kind {
    /** Nothing: a call, an assignment. */
    RUN,
    /** It is what the enclosing member gives. */
    RETURN,
    /** It is what a declaration starts with. */
    INITIAL,
    /** It decides whether or how often something runs, or is thrown. */
    TEST
  }
}
