package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.fold.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What each member, function value, module and type of a program runs, in the order of the text.
 */
final class Bodies {
  private final Map<Scope, List<Statement>> statements = new IdentityHashMap<>();
  private final Map<Expr, String> names = new IdentityHashMap<>();
  private final Map<String, List<Program.Declared>> statics = new HashMap<>();
  private final Map<String, List<Program.Declared>> instances = new HashMap<>();
  private final Map<Scope, List<Code>> handed = new IdentityHashMap<>();

  Bodies(Program program) {
    program.codes().forEach(this::addStatements);
    program.codes().forEach(this::addVariables);
    program
        .codes()
        .forEach(
            c ->
                c.outer()
                    .ifPresent(
                        o -> handed.computeIfAbsent(o.scope(), s -> new ArrayList<>()).add(c)));
  }

  private void addStatements(Code code) {
    for (Statement s : code.statements()) {
      Scope owner =
          s.scope().nearest(x -> x.kind() == Scope.Kind.MEMBER || x.kind() == Scope.Kind.LAMBDA);
      Scope module = s.scope().nearest(Scope.Kind.TYPE);
      boolean ofModule = code.language() == Code.Language.FSHARP && module != null;
      if (owner != null) {
        statements.computeIfAbsent(owner, o -> new ArrayList<>()).add(s);
      } else if (ofModule && module != null && module.has("module")) {
        statements.computeIfAbsent(module, m -> new ArrayList<>()).add(s);
      }
    }
  }

  private void addVariables(Code code) {
    for (Variable v : code.variables()) {
      if (v.value() != null) {
        names.put(v.value(), v.name());
        if (v.scope().kind() == Scope.Kind.TYPE) {
          boolean shared = v.traits().contains("static") || v.traits().contains("shared");
          (shared ? statics : instances)
              .computeIfAbsent(Program.key(v.scope().name(), code), k -> new ArrayList<>())
              .add(new Program.Declared(v, code));
        }
      }
    }
  }

  /** The statements of a member, a function value or a module. */
  List<Statement> of(Scope owner) {
    return statements.getOrDefault(owner, List.of());
  }

  /** The variable that is given the value first; empty where there is none. */
  String name(Expr value) {
    return names.getOrDefault(value, "");
  }

  /** The fields that are set up with a type. */
  List<Program.Declared> statics(String type, Code code) {
    return statics.getOrDefault(Program.key(type, code), List.of());
  }

  /** The fields that are set up with each object. */
  List<Program.Declared> instances(String type, Code code) {
    return instances.getOrDefault(Program.key(type, code), List.of());
  }

  /** The code in a string that is handed over at a place. */
  Stream<Code> handed(Scope scope, int at) {
    return handed.getOrDefault(scope, List.of()).stream()
        .filter(c -> c.outer().filter(o -> o.at() == at).isPresent());
  }

  /** All expressions of a member's own statements. */
  Stream<Expr> expressions(Scope owner) {
    return of(owner).stream().flatMap(s -> parts(s.value()));
  }

  private static Stream<Expr> parts(Expr e) {
    return Stream.concat(Stream.of(e), e.children().stream().flatMap(Bodies::parts));
  }
}
