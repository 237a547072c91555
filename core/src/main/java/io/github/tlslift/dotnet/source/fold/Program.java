package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The code of one project, indexed by name. */
public final class Program {
  /** An expression where it stands. */
  public record Site<E extends Expr>(E expr, Scope scope, Code code) {}

  /** A variable where it stands. */
  public record Declared(Variable variable, Code code) {}

  /** A type or member where it stands. */
  public record Named(Scope scope, Code code) {}

  private final List<Code> codes;
  private final Map<String, List<Site<Expr.Assign>>> assigns = new HashMap<>();
  private final Map<String, List<Site<Expr.Call>>> calls = new HashMap<>();
  private final Map<String, List<Site<Expr.New>>> creations = new HashMap<>();
  private final Map<String, List<Declared>> variables = new HashMap<>();
  private final Map<String, List<Named>> types = new HashMap<>();
  private final Map<String, List<Named>> members = new HashMap<>();
  private final Map<Scope, List<Site<Expr>>> returns = new IdentityHashMap<>();
  private final Map<String, String> aliases = new HashMap<>();

  /** Indexes the readings of all files. */
  public Program(List<Code> codes) {
    this.codes = List.copyOf(codes);
    codes.forEach(this::index);
  }

  public List<Code> codes() {
    return codes;
  }

  private void index(Code code) {
    code.aliases().forEach((alias, name) -> aliases.put(key(alias, code), name));
    for (Scope scope : code.scopes()) {
      if (scope.kind() == Scope.Kind.TYPE) {
        add(types, scope.name(), code, new Named(scope, code));
      } else if (scope.kind() == Scope.Kind.MEMBER) {
        add(members, scope.name(), code, new Named(scope, code));
      }
    }
    code.variables().forEach(v -> add(variables, v.name(), code, new Declared(v, code)));
    code.statements().forEach(s -> statement(s, code));
  }

  private void statement(Statement s, Code code) {
    if (s.kind() == Statement.Kind.RETURN) {
      Scope member =
          s.scope().nearest(x -> x.kind() == Scope.Kind.MEMBER || x.kind() == Scope.Kind.LAMBDA);
      if (member != null) {
        returns
            .computeIfAbsent(member, m -> new ArrayList<>())
            .add(new Site<>(s.value(), s.scope(), code));
      }
    }
    walk(s.value(), s.scope(), code);
  }

  private void walk(Expr root, Scope scope, Code code) {
    Deque<Site<Expr>> open = new ArrayDeque<>();
    open.push(new Site<>(root, scope, code));
    while (!open.isEmpty()) {
      Site<Expr> site = open.pop();
      Expr e = site.expr();
      if (e instanceof Expr.Assign a) {
        add(assigns, a.target().lastName(), code, new Site<>(a, site.scope(), code));
      } else if (e instanceof Expr.Call c) {
        add(calls, c.lastName(), code, new Site<>(c, site.scope(), code));
      } else if (e instanceof Expr.New n) {
        add(creations, n.simpleType(), code, new Site<>(n, site.scope(), code));
      }
      Scope inner = e instanceof Expr.Lambda l ? l.scope() : site.scope();
      e.children().forEach(c -> open.push(new Site<>(c, inner, code)));
    }
  }

  private static <T> void add(Map<String, List<T>> map, String name, Code code, T item) {
    map.computeIfAbsent(key(name, code), k -> new ArrayList<>(2)).add(item);
  }

  /** The name as it is compared: in one case where the language does not tell cases apart. */
  public static String key(String name, Code code) {
    return code.language().anyCase() ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** Assignments to something whose last name is this. */
  public List<Site<Expr.Assign>> assigns(String name, Code code) {
    return assigns.getOrDefault(key(name, code), List.of());
  }

  /** Calls of something whose last name is this. */
  public List<Site<Expr.Call>> calls(String name, Code code) {
    return calls.getOrDefault(key(name, code), List.of());
  }

  /** Creations of the type. */
  public List<Site<Expr.New>> creations(String type, Code code) {
    return creations.getOrDefault(key(type, code), List.of());
  }

  /** Variables, fields and properties of the name. */
  public List<Declared> variables(String name, Code code) {
    return variables.getOrDefault(key(name, code), List.of());
  }

  /** Types of the simple name. */
  public List<Named> types(String name, Code code) {
    return types.getOrDefault(key(name, code), List.of());
  }

  /** Methods, constructors and accessors of the name. */
  public List<Named> members(String name, Code code) {
    return members.getOrDefault(key(name, code), List.of());
  }

  /** What the member gives back. */
  public List<Site<Expr>> returns(Scope member) {
    return returns.getOrDefault(member, List.of());
  }

  /** A dotted name with its alias, if it starts with one, written out. */
  public String expand(String path, Code code) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    String full = aliases.get(key(first, code));
    return full == null ? path : full + (dot < 0 ? "" : path.substring(dot));
  }

  /** The last part of a dotted name, aliases written out. */
  public String simpleName(String path, Code code) {
    String full = expand(path, code);
    return full.substring(full.lastIndexOf('.') + 1);
  }
}
