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
  private final List<Sink> sinks;

  /** A walker that notes into {@code found}. */
  public Walker(Found found) {
    this.found = found;
    sinks = SINKS.stream().filter(s -> s.mayFind(found.folder().program())).toList();
  }

  /** Looks at all of one reading. */
  public void walk(Code code) {
    for (Statement s : code.statements()) {
      visit(s.value(), new Place(s.scope(), code, Optional.empty(), Optional.empty()));
    }
    for (Scope scope : code.scopes()) {
      for (Scope.Parameter p : scope.parameters()) {
        if (p.byDefault() != null) {
          visit(p.byDefault(), new Place(scope, code, Optional.empty(), Optional.empty()));
        }
      }
    }
  }

  private void visit(Expr e, Place at) {
    sinks.forEach(s -> s.look(e, at, found));
    if (e instanceof Expr.Choice c) {
      c.conditions().forEach(x -> visit(x, at));
      c.branches().forEach(b -> visit(b, isDecided(b, at) ? at : chosen(c, at)));
    } else if (e instanceof Expr.New n) {
      n.args().forEach(a -> visit(a.value(), at.outside()));
      boolean given = n.type().isEmpty() || n.type().equals("hashtable") && at.owner().isPresent();
      String type = given ? at.owner().orElse("") : n.type();
      n.members().forEach(m -> visit(m, at.inside(type)));
    } else if (e instanceof Expr.Call c && c.arg("Property").isPresent()) {
      Place inside = at.inside(found.typeOf(c, at));
      c.args().forEach(a -> visit(a.value(), a.name().equals("Property") ? inside : at));
    } else if (e instanceof Expr.Assign a) {
      visit(a.target(), at.outside());
      assigned(a, at);
    } else {
      Scope scope =
          e instanceof Expr.Lambda l
              ? l.scope()
              : e instanceof Expr.Scoped s ? s.scope() : at.scope();
      Place inside = new Place(scope, at.code(), at.owner(), at.choice());
      e.children().forEach(c -> visit(c, inside));
    }
  }

  // What is created for a property without its type being named has the property's type.
  private void assigned(Expr.Assign a, Place at) {
    boolean unnamed =
        a.value() instanceof Expr.Items || a.value() instanceof Expr.New n && n.type().isEmpty();
    if (!unnamed) {
      visit(a.value(), at.outside());
      return;
    }
    Place inside = at.inside(found.typeOf(a.target(), at));
    if (a.value() instanceof Expr.Items i) {
      i.items().forEach(m -> visit(m, m instanceof Expr.Assign ? inside : at.outside()));
    } else {
      visit(a.value(), inside);
    }
  }

  // The scope of the branch says what decides.
  private static boolean isDecided(Expr branch, Place at) {
    return branch instanceof Expr.Scoped s && at.code().decision(s.scope()).isPresent();
  }

  private static Place chosen(Expr.Choice c, Place at) {
    Optional<String> condition =
        c.conditions().isEmpty()
            ? Optional.of("a choice")
            : Optional.of(at.text(c.conditions().get(0)));
    return new Place(at.scope(), at.code(), at.owner(), condition);
  }
}
