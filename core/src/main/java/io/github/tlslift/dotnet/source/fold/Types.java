package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Variable;
import java.util.Optional;
import java.util.Set;

/** The type of an expression, as far as declarations and creations show it. */
public final class Types {
  private static final Set<String> INFERRED = Set.of("", "var", "object", "dynamic", "Object");
  private final Program program;

  /** Over the declarations of a program. */
  public Types(Program program) {
    this.program = program;
  }

  /** The simple name of the type; empty where it is not known. */
  public String of(Expr e, Scope scope, Code code) {
    return of(e, scope, code, 0);
  }

  private String of(Expr e, Scope scope, Code code, int depth) {
    if (depth > 6) {
      return "";
    }
    if (e instanceof Expr.New n) {
      return program.simpleName(bare(n.type()), code);
    }
    if (e instanceof Expr.Cast c) {
      return program.simpleName(bare(c.type()), code);
    }
    if (e instanceof Expr.Call c) {
      return created(c, code);
    }
    if (e instanceof Expr.Name || e instanceof Expr.Member) {
      return named(e.lastName(), scope, code, depth);
    }
    return "";
  }

  // F# creates without new, PowerShell by New-Object and [T]::new().
  private String created(Expr.Call c, Code code) {
    String name = c.lastName();
    if (name.equalsIgnoreCase("New-Object")) {
      return c.arg("TypeName")
          .or(() -> c.arg(0))
          .filter(Expr.Str.class::isInstance)
          .map(s -> program.simpleName(((Expr.Str) s).value(), code))
          .orElse("");
    }
    if (name.equals("new") && c.callee() instanceof Expr.Member m) {
      return program.simpleName(m.target().path(), code);
    }
    boolean fsharp = code.language() == Code.Language.FSHARP;
    return fsharp && !name.isEmpty() && Character.isUpperCase(name.charAt(0)) ? name : "";
  }

  private String named(String name, Scope scope, Code code, int depth) {
    for (Scope s = scope; s != null; s = s.parent()) {
      for (Scope.Parameter p : s.parameters()) {
        if (Program.key(p.name(), code).equals(Program.key(name, code)) && !p.type().isEmpty()) {
          return program.simpleName(bare(p.type()), code);
        }
      }
      Scope at = s;
      Optional<Variable> declared =
          program.variables(name, code).stream()
              .map(Program.Declared::variable)
              .filter(
                  v ->
                      v.scope() == at
                          || (at.kind() == Scope.Kind.TYPE
                              && v.scope().kind() == Scope.Kind.TYPE
                              && v.scope().name().equals(at.name()))
                          || v.traits().contains("assigned")
                              && v.scope().nearest(Scope.Kind.MEMBER) == at)
              .findFirst();
      if (declared.isPresent()) {
        return ofVariable(declared.get(), code, depth);
      }
    }
    return "";
  }

  private String ofVariable(Variable v, Code code, int depth) {
    if (!INFERRED.contains(v.type())) {
      return program.simpleName(bare(v.type()), code);
    }
    return v.value() == null ? "" : of(v.value(), v.scope(), code, depth + 1);
  }

  private static String bare(String type) {
    int angle = type.indexOf('<');
    return angle < 0 ? type : type.substring(0, angle);
  }
}
