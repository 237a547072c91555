package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Expr;

/** Looks at one expression and notes what it decides. */
interface Sink {
  void look(Expr e, Place at, Found found);
}
