package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import java.util.List;
import java.util.Optional;

/** Takes every expression of a file to every sink. */
public final class Walker {
  private static final List<Sink> SINKS =
      List.of(
          new ProcessProtocols(),
          new ObjectProtocols(),
          new Streams(),
          new ClientUses(),
          new Validation(),
          new Switches(),
          new RegistryWrites(),
          new Strings());

  private final Found found;

  /** A walker that notes into {@code found}. */
  public Walker(Found found) {
    this.found = found;
  }

  /** Looks at all of one reading. */
  public void walk(Code code) {
    for (Statement s : code.statements()) {
      visit(s.value(), new Place(s.scope(), code, "", Optional.empty()));
    }
    for (Scope scope : code.scopes()) {
      for (Scope.Parameter p : scope.parameters()) {
        if (p.byDefault() != null) {
          visit(p.byDefault(), new Place(scope, code, "", Optional.empty()));
        }
      }
    }
  }

  private void visit(Expr e, Place at) {
    SINKS.forEach(s -> s.look(e, at, found));
    if (e instanceof Expr.Choice c) {
      c.conditions().forEach(x -> visit(x, at));
      c.branches().forEach(b -> visit(b, chosen(c, at)));
    } else if (e instanceof Expr.New n) {
      n.args().forEach(a -> visit(a.value(), at));
      Place inside = new Place(at.scope(), at.code(), n.type(), at.choice());
      n.members().forEach(m -> visit(m, inside));
    } else if (e instanceof Expr.Assign a) {
      visit(a.target(), at);
      visit(a.value(), new Place(at.scope(), at.code(), "", at.choice()));
    } else {
      Scope scope = e instanceof Expr.Lambda l ? l.scope() : at.scope();
      Place inside = new Place(scope, at.code(), at.owner(), at.choice());
      e.children().forEach(c -> visit(c, inside));
    }
  }

  private static Place chosen(Expr.Choice c, Place at) {
    Optional<String> condition =
        c.conditions().isEmpty()
            ? Optional.of("a choice")
            : Optional.of(at.text(c.conditions().get(0)));
    return new Place(at.scope(), at.code(), at.owner(), condition);
  }
}
