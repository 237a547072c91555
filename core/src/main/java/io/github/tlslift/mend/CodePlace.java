package io.github.tlslift.mend;

import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Location;
import java.util.Optional;

/**
 * The assignment or call at a place of code.
 *
 * @param expr it
 * @param member whether it is a member of an object initialiser
 * @param body whether it is the whole body of a function value
 */
record CodePlace(
    Neighbours around, Code.Language language, Expr expr, boolean member, boolean body) {

  static CodePlace find(SourceText text, Location at) throws NotEditableException {
    for (Code code : SourceReader.parse(text).codes()) {
      for (Statement statement : code.statements()) {
        Optional<Found> found = find(statement.value(), false, false, at);
        if (found.isPresent()) {
          Expr expr = found.get().expr();
          Neighbours around = Neighbours.of(text, expr.start(), expr.end());
          return new CodePlace(
              around, code.language(), expr, found.get().member(), found.get().body());
        }
      }
    }
    throw new NotEditableException(at + " is not plain code, a string perhaps; edit it by hand");
  }

  private record Found(Expr expr, boolean member, boolean body) {}

  private static Optional<Found> find(Expr e, boolean member, boolean body, Location at) {
    if (isAt(e, at)) {
      return Optional.of(new Found(e, member, body));
    }
    for (Expr child : e.children()) {
      boolean inside = e instanceof Expr.New n && n.members().contains(child);
      Optional<Found> found = find(child, inside, e instanceof Expr.Lambda, at);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  // A call is placed at its name.
  private static boolean isAt(Expr e, Location at) {
    int end = at.offset() + at.length();
    if (e instanceof Expr.Call c && c.end() == end) {
      int name = Math.max(c.start(), c.callee().end() - c.lastName().length());
      return c.start() == at.offset() || name == at.offset();
    }
    return e instanceof Expr.Assign && e.start() == at.offset() && e.end() == end;
  }

  /** The value that is given: what is assigned, or the argument that names the protocols. */
  Expr value() throws NotEditableException {
    if (expr instanceof Expr.Assign a) {
      return a.value();
    }
    Expr.Call call = (Expr.Call) expr;
    return call.arg("enabledSslProtocols")
        .or(() -> call.arg("sslProtocolType"))
        .or(() -> call.arg("SslProtocol"))
        .or(() -> call.arg(2))
        .orElseThrow(
            () -> new NotEditableException("the call at " + around.at() + " is not one we edit"));
  }

  /** The text of an expression. */
  String text(Expr e) {
    return around.text().substring(e.start(), e.end());
  }

  /** The property that is assigned, as written; else by its full name. */
  String target() {
    boolean written =
        expr instanceof Expr.Assign a && a.target().lastName().equalsIgnoreCase("SecurityProtocol");
    return written ? text(((Expr.Assign) expr).target()) : Phrases.of(language).property();
  }
}
