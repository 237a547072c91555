package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Operators;
import io.github.tlslift.dotnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What calls give: conversions of .NET, and methods of the project. */
final class Calls {
  private static final Set<String> CONVERSIONS =
      Set.of(
          "toobject",
          "toint32",
          "toint64",
          "touint32",
          "toint16",
          "tostring",
          "trim",
          "tolower",
          "toupper",
          "tolowerinvariant",
          "toupperinvariant",
          "enumofvalue",
          "changetype",
          "abs");

  private static final Set<String> KNOWN_TYPES =
      Set.of(
          "enum",
          "convert",
          "int",
          "int32",
          "integer",
          "string",
          "math",
          "long",
          "type",
          "console",
          "environment",
          "configurationmanager",
          "activator",
          "path",
          "regex",
          "version",
          "uint32",
          "int64",
          "securityprotocoltype",
          "sslprotocols",
          "languageprimitives",
          "short",
          "byte");
  private static final Set<String> THROWING =
      Set.of("failwith", "failwithf", "raise", "invalidarg", "invalidop", "reraise");

  private final Program program;
  private final Folder folder;

  Calls(Program program, Folder folder) {
    this.program = program;
    this.folder = folder;
  }

  Value fold(Expr.Call c, Scope scope, Code code) {
    String name = c.lastName();
    if (THROWING.contains(name.toLowerCase(Locale.ROOT))
        && code.language() == Code.Language.FSHARP) {
      return Value.none();
    }
    if (c.args().isEmpty() && name.equalsIgnoreCase("toobject")) {
      return Value.unknown("what ToObject gives");
    }
    Optional<Value> own = ownMethod(c, name, scope, code);
    if (own.isPresent()) {
      return own.get();
    }
    Expr called = folder.names().definition(invoked(c), scope, code);
    if (called instanceof Expr.Lambda l) {
      Value result = folder.names().result(l, new Frame(l.scope(), c.args(), c, scope, code));
      return result.isNone() ? Value.unknown("what " + name + " gives") : result;
    }
    if (called instanceof Expr.Items items && code.language() == Code.Language.VB) {
      List<Expr> index = c.args().stream().map(Expr.Arg::value).toList();
      return item(items, new Expr.Index(called, index, c.start(), c.end()), scope, code);
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "parse", "tryparse" -> lastText(c, scope, code).asProtocols();
      case "toobject" ->
          folder.fold(c.args().get(c.args().size() > 1 ? 1 : 0).value(), scope, code);
      case "concat" -> concat(c, scope, code);
      case "join-path", "combine" -> path(c, scope, code);
      case "format" -> formatted(c, scope, code);
      case "getnames", "getvalues" -> Value.unknown("every member that the runtime knows");
      case "join" -> joined(c, scope, code);
      case "sum" -> sum(c, scope, code);
      case "replace" -> replaced(c, scope, code);
      case "substring" -> substring(c, scope, code);
      case "aggregate", "reduce", "fold" -> aggregate(c, scope, code);
      case "getenvironmentvariable" -> named("the environment variable ", c, scope, code);
      case "getvalue" ->
          reflects(c, scope, code)
              ? Value.of(Atom.Bits.before("ServicePointManager.SecurityProtocol"))
              : setting(c, scope, code);
      case "get", "getsection", "getappsetting" -> setting(c, scope, code);
      case "getvalueordefault", "requiredvalue" -> target(c, scope, code);
      default -> other(c, name, scope, code);
    };
  }

  // f.Invoke() calls f.
  private static Expr invoked(Expr.Call c) {
    return c.callee() instanceof Expr.Member m && m.name().equals("Invoke")
        ? m.target()
        : c.callee();
  }

  private Value other(Expr.Call c, String name, Scope scope, Code code) {
    if (!CONVERSIONS.contains(name.toLowerCase(Locale.ROOT))) {
      return Value.unknown("what " + (name.isEmpty() ? "a call" : name) + " gives");
    }
    Optional<Expr> operand =
        c.args().stream()
            .map(Expr.Arg::value)
            .filter(a -> !(a instanceof Expr.TypeRef))
            .findFirst();
    Value value = operand.map(o -> folder.fold(o, scope, code)).orElse(target(c, scope, code));
    boolean text = name.toLowerCase(Locale.ROOT).startsWith("toint");
    return text && c.args().size() == 2
        ? based(value, c, scope, code)
        : text ? number(value) : value;
  }

  private static Value number(Value value) {
    return value.text().isPresent() ? value.asProtocols() : value;
  }

  // Convert.ToInt32("C00", 16)
  private Value based(Value value, Expr.Call c, Scope scope, Code code) {
    Optional<Integer> radix = folder.fold(c.args().get(1).value(), scope, code).number();
    try {
      return value.text().isPresent() && radix.isPresent()
          ? Value.number(
              Long.parseLong(
                  value.text().get().toLowerCase(Locale.ROOT).replace("0x", ""), radix.get()))
          : value;
    } catch (NumberFormatException noNumber) {
      return Value.unknown("no number: " + value.text().orElse(""));
    }
  }

  private Value target(Expr.Call c, Scope scope, Code code) {
    return c.callee() instanceof Expr.Member m
        ? folder.fold(m.target(), scope, code)
        : Value.unknown("what " + c.lastName() + " gives");
  }

  // Enum.Parse(typeof(T), text), int.Parse(text), Enum.Parse<T>(text, true).
  private Value lastText(Expr.Call c, Scope scope, Code code) {
    for (Expr.Arg arg : c.args()) {
      Value value =
          folder.names().definition(arg.value(), scope, code) instanceof Expr.TypeRef
              ? Value.none()
              : folder.fold(arg.value(), scope, code);
      boolean text =
          value.possible().stream().anyMatch(a -> a instanceof Atom.Text || a instanceof Atom.Bits);
      if (text || (value.unknown().isPresent() && !isType(arg.value(), code))) {
        return value;
      }
    }
    return Value.unknown("a text made at run time");
  }

  /** Whether TryParse finds protocols in its text; one in the settings is taken to have some. */
  boolean isReadable(Expr.Call tryParse, Scope scope, Code code) {
    Value text = lastText(tryParse, scope, code);
    boolean setting = text.unknown().filter(r -> r.startsWith("appSettings:")).isPresent();
    return setting && text.possible().isEmpty()
        || text.asProtocols().number().filter(n -> n != 0).isPresent();
  }

  private boolean isType(Expr e, Code code) {
    return io.github.tlslift.dotnet.api.ProtocolMembers.isEnum(program.simpleName(e.path(), code));
  }

  private Value joined(Expr.Call c, Scope scope, Code code) {
    if (c.args().size() < 2) {
      return Value.unknown("a joined text");
    }
    Optional<String> by = folder.fold(c.args().get(0).value(), scope, code).text();
    List<Expr> items = c.args().stream().skip(1).map(Expr.Arg::value).toList();
    Expr first = folder.names().definition(items.get(0), scope, code);
    return join(first instanceof Expr.Items i ? i.items() : items, by, scope, code);
  }

  /** Texts joined by a separator. */
  Value join(List<Expr> items, Optional<String> by, Scope scope, Code code) {
    StringBuilder joined = new StringBuilder();
    for (Expr item : items) {
      Value value = folder.fold(item, scope, code);
      Optional<String> text = value.text().or(() -> value.number().map(n -> Integer.toString(n)));
      if (text.isEmpty() || by.isEmpty()) {
        return Value.unknown("a joined text");
      }
      joined.append(joined.length() == 0 ? "" : by.get()).append(text.get());
    }
    return Value.of(new Atom.Text(joined.toString()));
  }

  private Value concat(Expr.Call c, Scope scope, Code code) {
    return join(c.args().stream().map(Expr.Arg::value).toList(), Optional.of(""), scope, code);
  }

  // Join-Path a b, Path.Combine(a, b)
  private Value path(Expr.Call c, Scope scope, Code code) {
    Value all = Value.none();
    for (Expr.Arg arg : c.args()) {
      Value part = folder.fold(arg.value(), scope, code);
      all =
          all.isNone()
              ? part
              : Operators.binary(
                  "concat", Operators.binary("concat", all, Value.of(new Atom.Text("\\"))), part);
    }
    return all.isNone() ? Value.unknown("a path") : all;
  }

  private Value formatted(Expr.Call c, Scope scope, Code code) {
    List<Expr> rest = c.args().stream().skip(1).map(Expr.Arg::value).toList();
    return c.args().isEmpty()
        ? Value.unknown("a formatted text")
        : format(c.args().get(0).value(), rest, scope, code);
  }

  /** {@code string.Format} and {@code -f}: the items put in for {@code {0}}, {@code {1}}. */
  Value format(Expr pattern, List<Expr> arguments, Scope scope, Code code) {
    Optional<String> text = folder.fold(pattern, scope, code).text();
    List<Expr> items =
        arguments.size() == 1 && arguments.get(0) instanceof Expr.Items i ? i.items() : arguments;
    if (text.isEmpty()) {
      return Value.unknown("a formatted text");
    }
    Value all = Value.of(new Atom.Text(text.get()));
    for (int i = 0; i < items.size(); i++) {
      String hole = "{" + i + "}";
      Value item = folder.fold(items.get(i), scope, code);
      all = all.with(item, (a, b) -> Operators.replaced(a, hole, b));
    }
    return all;
  }

  // items.Sum()
  private Value sum(Expr.Call c, Scope scope, Code code) {
    Expr list =
        c.args().isEmpty() && c.callee() instanceof Expr.Member m
            ? folder.names().definition(m.target(), scope, code)
            : c;
    return list instanceof Expr.Items items
        ? items.items().stream()
            .map(i -> folder.fold(i, scope, code))
            .reduce(Value.number(0), (a, b) -> Operators.binary("+", a, b))
        : Value.unknown("what Sum gives");
  }

  // text.Replace("a", "b")
  private Value replaced(Expr.Call c, Scope scope, Code code) {
    if (c.args().size() != 2 || !(c.callee() instanceof Expr.Member m)) {
      return Value.unknown("what Replace gives");
    }
    Optional<String> part = folder.fold(c.args().get(0).value(), scope, code).text();
    return replace(m.target(), part, c.args().get(1).value(), scope, code);
  }

  // text.Substring(2), text.Substring(0, 5)
  private Value substring(Expr.Call c, Scope scope, Code code) {
    Optional<String> text = target(c, scope, code).text();
    List<Optional<Integer>> at =
        c.args().stream().map(a -> folder.fold(a.value(), scope, code).number()).toList();
    if (text.isEmpty() || at.isEmpty() || at.stream().anyMatch(Optional::isEmpty)) {
      return Value.unknown("what Substring gives");
    }
    int from = at.get(0).get();
    int to = at.size() < 2 ? text.get().length() : from + at.get(1).get();
    return from < 0 || to < from || to > text.get().length()
        ? Value.unknown("a part that the text does not have")
        : Value.of(new Atom.Text(text.get().substring(from, to)));
  }

  /** A text with a part of it replaced. */
  Value replace(Expr text, Optional<String> part, Expr by, Scope scope, Code code) {
    return part.isEmpty()
        ? Value.unknown("a replaced text")
        : folder
            .fold(text, scope, code)
            .with(folder.fold(by, scope, code), (a, b) -> Operators.replaced(a, part.get(), b));
  }

  // items.Aggregate((a, b) => a | b), items |> List.reduce (|||)
  private Value aggregate(Expr.Call c, Scope scope, Code code) {
    Value all = Value.number(0);
    boolean ors = false;
    boolean list = false;
    List<Expr> parts = new ArrayList<>(c.args().stream().map(Expr.Arg::value).toList());
    if (c.callee() instanceof Expr.Member m) {
      parts.add(m.target());
    }
    for (Expr part : parts) {
      Expr defined = folder.names().definition(part, scope, code);
      boolean or =
          part instanceof Expr.Lambda l && l.body().filter(b -> isOr(b)).isPresent()
              || part instanceof Expr.Opaque o && o.what().equals("|||");
      ors |= or;
      if (defined instanceof Expr.Items items) {
        list = true;
        for (Expr item : items.items()) {
          all = Operators.binary("|", all, folder.fold(item, scope, code));
        }
      } else if (!or && part != c.callee() && c.args().stream().anyMatch(a -> a.value() == part)) {
        all = Operators.binary("|", all, folder.fold(part, scope, code));
      }
    }
    return ors && list ? all : Value.unknown("what " + c.lastName() + " gives");
  }

  private static boolean isOr(Expr e) {
    return e instanceof Expr.Binary b && b.op().equals("|");
  }

  // typeof(ServicePointManager).GetProperty("SecurityProtocol").GetValue(null)
  private boolean reflects(Expr.Call c, Scope scope, Code code) {
    Expr property =
        c.callee() instanceof Expr.Member m
            ? folder.names().definition(m.target(), scope, code)
            : c;
    return property instanceof Expr.Call get
        && get.lastName().equals("GetProperty")
        && get.arg(0)
            .flatMap(a -> folder.fold(a, scope, code).text())
            .filter("SecurityProtocol"::equals)
            .isPresent();
  }

  private Value named(String what, Expr.Call c, Scope scope, Code code) {
    Optional<String> name = c.arg(0).flatMap(a -> folder.fold(a, scope, code).text());
    return Value.unknown(what + name.orElse("of a computed name"));
  }

  private Value setting(Expr.Call c, Scope scope, Code code) {
    String path = c.callee().path();
    boolean settings = path.endsWith("AppSettings.Get") || path.endsWith("AppSettings.GetValues");
    Optional<String> key = c.arg(0).flatMap(a -> folder.fold(a, scope, code).text());
    return settings && key.isPresent()
        ? Value.unknown("appSettings:" + key.get())
        : Value.unknown("a setting" + key.map(k -> " \"" + k + "\"").orElse(""));
  }

  /** The parts of {@code "a,b".Split(',')}; any other expression as it is. */
  Expr split(Expr e, Scope scope, Code code) {
    boolean splits =
        e instanceof Expr.Call c && c.lastName().equalsIgnoreCase("Split") && !c.args().isEmpty();
    if (!splits || !(e instanceof Expr.Call c) || !(c.callee() instanceof Expr.Member m)) {
      return e;
    }
    Optional<String> text = folder.fold(m.target(), scope, code).text();
    Optional<String> by = folder.fold(c.args().get(0).value(), scope, code).text();
    if (text.isEmpty() || by.isEmpty() || by.get().isEmpty()) {
      return e;
    }
    List<Expr> parts = new ArrayList<>();
    for (String part : text.get().split(Pattern.quote(by.get()), -1)) {
      parts.add(new Expr.Str(part, false, e.start(), e.end()));
    }
    return new Expr.Items(parts, e.start(), e.end());
  }

  Value index(Expr.Index i, Scope scope, Code code) {
    String of = i.target().lastName();
    Optional<String> key =
        i.args().isEmpty() ? Optional.empty() : folder.fold(i.args().get(0), scope, code).text();
    if (of.equalsIgnoreCase("AppSettings") && key.isPresent()) {
      return Value.unknown("appSettings:" + key.get());
    }
    Expr list = folder.names().definition(i.target(), scope, code);
    if (list instanceof Expr.Items items) {
      return item(items, i, scope, code);
    }
    if (list instanceof Expr.New table && !table.members().isEmpty()) {
      return entry(table, key, scope, code);
    }
    return Value.unknown(
        key.map(k -> "the setting \"" + k + "\"")
            .orElse("an item of " + (of.isEmpty() ? "a list" : of)));
  }

  private Value item(Expr.Items items, Expr.Index i, Scope scope, Code code) {
    // A name may be counted on by a loop.
    boolean settled = i.args().size() == 1 && !(i.args().get(0) instanceof Expr.Name);
    Optional<Integer> index =
        settled ? folder.fold(i.args().get(0), scope, code).number() : Optional.empty();
    return index.filter(n -> n >= 0 && n < items.items().size()).isPresent()
        ? folder.fold(items.items().get(index.get()), scope, code)
        : folder.union(items.items(), scope, code);
  }

  // { "old", A }, ["old"] = A, old = A: the value of the key, or any value where that is not known.
  private Value entry(Expr.New table, Optional<String> key, Scope scope, Code code) {
    Value all = Value.none();
    for (Expr e : table.members()) {
      Expr name = e instanceof Expr.Assign a ? a.target() : e;
      Expr value = e instanceof Expr.Assign a ? a.value() : e;
      if (e instanceof Expr.Items pair && pair.items().size() == 2) {
        name = pair.items().get(0);
        value = pair.items().get(1);
      } else if (name instanceof Expr.Items i && i.items().size() == 1) {
        name = i.items().get(0);
      }
      Optional<String> called =
          name instanceof Expr.Name n
              ? Optional.of(n.name())
              : folder.fold(name, scope, code).text();
      if (key.isPresent() && called.equals(key)) {
        return folder.fold(value, scope, code);
      }
      all = all.or(folder.fold(value, scope, code));
    }
    return all;
  }

  // VB writes an index like a call.
  private Optional<Value> ownMethod(Expr.Call c, String name, Scope scope, Code code) {
    if (name.equalsIgnoreCase("AppSettings")) {
      Optional<String> key = c.arg(0).flatMap(a -> folder.fold(a, scope, code).text());
      return key.map(k -> Value.unknown("appSettings:" + k));
    }
    Value value =
        methods(c, scope, code)
            .map(m -> folder.names().returned(m, Frame.of(m.scope(), c, scope, code)))
            .reduce(Value.none(), Value::or);
    return value.isNone() ? Optional.empty() : Optional.of(value);
  }

  /** The methods of the project that a call may run. */
  Stream<Program.Named> methods(Expr.Call c, Scope scope, Code code) {
    List<Program.Named> all =
        program.members(c.lastName(), code).stream()
            .filter(m -> m.scope().takes(c.args().size()))
            .toList();
    if (all.isEmpty() || isElsewhere(c, scope, code)) {
      return Stream.empty();
    }
    String owner = c.callee() instanceof Expr.Member m ? ownerType(m, scope, code) : "";
    Scope type = scope.nearest(Scope.Kind.TYPE);
    List<Program.Named> fitting =
        all.stream().filter(m -> isOn(m.scope(), owner, type, code)).toList();
    return withOverrides(fitting.isEmpty() ? all : fitting, code);
  }

  private Stream<Program.Named> withOverrides(List<Program.Named> methods, Code code) {
    Overrides overrides = new Overrides(program);
    return methods.stream()
        .flatMap(m -> Stream.concat(Stream.of(m), overrides.of(m, code).stream()))
        .filter(m -> !Overrides.isAbstract(m))
        .distinct();
  }

  private String ownerType(Expr.Member m, Scope scope, Code code) {
    String owner = program.simpleName(m.target().path(), code);
    return program.types(owner, code).isEmpty() && !owner.equals("this")
        ? new Types(program).of(m.target(), scope, code)
        : owner;
  }

  // Enum.Parse, Convert.ToInt32: a type that the project does not have.
  private boolean isElsewhere(Expr.Call c, Scope scope, Code code) {
    if (!(c.callee() instanceof Expr.Member m) || m.target().path().isEmpty()) {
      return false;
    }
    String owner = program.simpleName(m.target().path(), code);
    boolean named = m.target() instanceof Expr.TypeRef || program.variables(owner, code).isEmpty();
    return named
        && KNOWN_TYPES.contains(owner.toLowerCase(Locale.ROOT))
        && program.types(owner, code).isEmpty();
  }

  private static boolean isOn(
      Scope member, String owner, @org.jspecify.annotations.Nullable Scope type, Code code) {
    Scope declaring = member.nearest(Scope.Kind.TYPE);
    String name = declaring == null ? "" : declaring.name();
    return owner.isEmpty() || owner.equals("this")
        ? type != null && Program.key(type.name(), code).equals(Program.key(name, code))
        : Program.key(owner, code).equals(Program.key(name, code));
  }
}
