package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.io.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The code of one project, indexed by name. */
public final class Program {
  /**
   * An expression where it stands.
   *
   * @param owner for a member initialiser the type of the new object, empty where it is not known;
   *     null elsewhere
   */
  public record Site<E extends Expr>(E expr, Scope scope, Code code, @Nullable String owner) {}

  /** A variable where it stands. */
  public record Declared(Variable variable, Code code) {}

  /** A type or member where it stands. */
  public record Named(Scope scope, Code code) {}

  private static final Map<Set<String>, Words> SEARCHES = new ConcurrentHashMap<>();

  private final List<Code> codes;
  private final Asked asked = new Asked();
  private final Map<Set<String>, Boolean> mentioned = new HashMap<>();
  private final Map<String, List<Site<Expr.Assign>>> assigns = new HashMap<>();
  private final Map<String, List<Site<Expr.Call>>> calls = new HashMap<>();
  private final Map<String, List<Site<Expr.Call>>> references = new HashMap<>();
  private final Map<String, List<Site<Expr.New>>> creations = new HashMap<>();
  private final Map<String, List<Declared>> variables = new HashMap<>();
  private final Map<String, List<Named>> types = new HashMap<>();
  private final Map<String, List<Named>> members = new HashMap<>();
  private final Map<Scope, String> lambdas = new IdentityHashMap<>();
  private final Map<Scope, List<Site<Expr>>> returns = new IdentityHashMap<>();
  private final Map<String, String> sharedAliases = new HashMap<>();
  private final List<String> sharedStatics = new ArrayList<>();
  private final Map<Code, Map<String, String>> aliases = new IdentityHashMap<>();

  /** Indexes the readings of all files. */
  public Program(List<Code> codes) {
    this.codes = List.copyOf(codes);
    codes.forEach(this::index);
  }

  public List<Code> codes() {
    return codes;
  }

  /** Whether some file has one of the words somewhere, whatever their case. */
  public boolean mentions(Set<String> words) {
    return mentioned.computeIfAbsent(words, this::find);
  }

  private boolean find(Set<String> words) {
    Words search = SEARCHES.computeIfAbsent(words, all -> Words.of(Map.of(1, all)));
    return codes.stream().anyMatch(c -> c.mentions(search));
  }

  private void index(Code code) {
    code.sharedAliases().forEach((alias, name) -> sharedAliases.put(key(alias, code), name));
    sharedStatics.addAll(code.sharedStatics());
    Map<String, String> own = new HashMap<>();
    code.aliases().forEach((alias, name) -> own.put(key(alias, code), name));
    aliases.put(code, own);
    for (Scope scope : code.scopes()) {
      if (scope.kind() == Scope.Kind.TYPE) {
        add(types, scope.name(), code, new Named(scope, code));
      } else if (scope.kind() == Scope.Kind.MEMBER) {
        add(members, scope.name(), code, new Named(scope, code));
      }
    }
    for (Variable v : code.variables()) {
      add(variables, v.name(), code, new Declared(v, code));
      if (v.value() instanceof Expr.Lambda l) {
        lambdas.put(l.scope(), v.name());
      }
    }
    code.statements().forEach(s -> statement(s, code));
  }

  private void statement(Statement s, Code code) {
    if (s.kind() == Statement.Kind.RETURN) {
      Scope member =
          s.scope().nearest(x -> x.kind() == Scope.Kind.MEMBER || x.kind() == Scope.Kind.LAMBDA);
      if (member != null) {
        returns
            .computeIfAbsent(member, m -> new ArrayList<>())
            .add(new Site<>(s.value(), s.scope(), code, null));
      }
    }
    walk(s.value(), s.scope(), code);
  }

  private void walk(Expr root, Scope scope, Code code) {
    Deque<Site<Expr>> open = new ArrayDeque<>();
    open.push(new Site<>(root, scope, code, null));
    while (!open.isEmpty()) {
      Site<Expr> site = open.pop();
      Expr e = site.expr();
      if (e instanceof Expr.Assign a) {
        add(assigns, a.target().lastName(), code, new Site<>(a, site.scope(), code, site.owner()));
      } else if (e instanceof Expr.Call c) {
        add(calls, c.lastName(), code, new Site<>(c, site.scope(), code, null));
        c.args().stream()
            // Visual Basic says so where the member is declared.
            .filter(a -> a.byReference() || code.language() == Code.Language.VB)
            .map(a -> a.value().lastName())
            .distinct()
            .forEach(n -> add(references, n, code, new Site<>(c, site.scope(), code, null)));
      } else if (e instanceof Expr.New n) {
        add(creations, n.simpleType(), code, new Site<>(n, site.scope(), code, null));
        n.args().forEach(x -> open.push(new Site<>(x.value(), site.scope(), code, null)));
        n.members().forEach(m -> open.push(new Site<>(m, site.scope(), code, n.simpleType())));
        continue;
      }
      Scope inner =
          e instanceof Expr.Lambda l
              ? l.scope()
              : e instanceof Expr.Scoped s ? s.scope() : site.scope();
      e.children().forEach(c -> open.push(new Site<>(c, inner, code, null)));
    }
  }

  private static <T> void add(Map<String, List<T>> map, String name, Code code, T item) {
    map.computeIfAbsent(key(name, code), k -> new ArrayList<>(2)).add(item);
  }

  /** The name as it is compared: in one case where the language does not tell cases apart. */
  public static String key(String name, Code code) {
    return code.language().anyCase() ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** Notes what is looked up. */
  Asked asked() {
    return asked;
  }

  /** What was looked up while values were followed. */
  public Wanted wanted() {
    return asked.wanted();
  }

  /** Assignments to something whose last name is this. */
  public List<Site<Expr.Assign>> assigns(String name, Code code) {
    asked.name(name);
    return assigns.getOrDefault(key(name, code), List.of());
  }

  /** Calls of something whose last name is this. */
  public List<Site<Expr.Call>> calls(String name, Code code) {
    asked.callersOf(name);
    return calls.getOrDefault(key(name, code), List.of());
  }

  /** Calls that may write something whose last name is this. */
  List<Site<Expr.Call>> references(String name, Code code) {
    return references.getOrDefault(key(name, code), List.of());
  }

  /** Creations of the type. */
  public List<Site<Expr.New>> creations(String type, Code code) {
    asked.callersOf(type);
    return creations.getOrDefault(key(type, code), List.of());
  }

  /** Variables, fields and properties of the name. */
  public List<Declared> variables(String name, Code code) {
    asked.name(name);
    return variables.getOrDefault(key(name, code), List.of());
  }

  /** Types of the simple name. */
  public List<Named> types(String name, Code code) {
    List<Named> found = types.getOrDefault(key(name, code), List.of());
    asked.type(name, !found.isEmpty());
    return found;
  }

  /** Whether a type of the project of that name has the field or property. */
  public boolean variable(String type, String name, Code code) {
    return variables(name, code).stream()
        .map(d -> d.variable().scope())
        .anyMatch(s -> s.kind() == Scope.Kind.TYPE && key(s.name(), code).equals(key(type, code)));
  }

  /** Whether the name is a local or parameter there. */
  public boolean isLocal(String name, Scope scope, Code code) {
    for (Scope s = scope; s != null && s.kind() != Scope.Kind.TYPE; s = s.parent()) {
      Scope at = s;
      boolean declared = variables(name, code).stream().anyMatch(d -> d.variable().scope() == at);
      boolean parameter =
          s.parameters().stream().anyMatch(p -> key(p.name(), code).equals(key(name, code)));
      if (declared || parameter) {
        return true;
      }
    }
    return false;
  }

  /** Methods, constructors and accessors of the name. */
  public List<Named> members(String name, Code code) {
    asked.name(name);
    return members.getOrDefault(key(name, code), List.of());
  }

  /** The variable that a function value was given to; empty where there is none. */
  String nameOf(Scope lambda) {
    return lambdas.getOrDefault(lambda, "");
  }

  /** What the member gives back. */
  public List<Site<Expr>> returns(Scope member) {
    return returns.getOrDefault(member, List.of());
  }

  /** Types whose members the file uses without the type's name. */
  public List<String> statics(Code code) {
    if (sharedStatics.isEmpty()) {
      return code.statics();
    }
    List<String> all = new ArrayList<>(code.statics());
    all.addAll(sharedStatics);
    return all;
  }

  /** A dotted name with its alias, if it starts with one, written out. */
  public String expand(String path, Code code) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    String key = key(first, code);
    String own = aliases.getOrDefault(code, Map.of()).get(key);
    String full = own == null ? sharedAliases.get(key) : own;
    return full == null ? path : full + (dot < 0 ? "" : path.substring(dot));
  }

  /** The last part of a dotted name, aliases written out. */
  public String simpleName(String path, Code code) {
    String full = expand(path, code);
    return full.substring(full.lastIndexOf('.') + 1);
  }
}
