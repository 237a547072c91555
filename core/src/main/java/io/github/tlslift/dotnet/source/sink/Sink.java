package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.fold.Program;

/** Looks at one expression and notes what it decides. */
interface Sink {
  void look(Expr e, Place at, Found found);

  /** Whether there can be anything in the program: false spares looking at each expression. */
  default boolean mayFind(Program program) {
    return true;
  }
}
