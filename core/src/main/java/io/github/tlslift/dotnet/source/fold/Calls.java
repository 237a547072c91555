package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

  private final Program program;
  private final Folder folder;

  Calls(Program program, Folder folder) {
    this.program = program;
    this.folder = folder;
  }

  Value fold(Expr.Call c, Scope scope, Code code) {
    String name = c.lastName();
    Optional<Value> own = ownMethod(c, name, scope, code);
    if (own.isPresent()) {
      return own.get();
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "parse" -> lastText(c, scope, code).asProtocols();
      case "getnames", "getvalues" -> Value.unknown("every member that the runtime knows");
      case "join" -> joined(c, scope, code);
      case "aggregate" -> aggregate(c, scope, code);
      case "getenvironmentvariable" -> named("the environment variable ", c, scope, code);
      case "get", "getvalue", "getsection", "getappsetting" -> setting(c, scope, code);
      case "getvalueordefault", "requiredvalue" -> target(c, scope, code);
      default -> other(c, name, scope, code);
    };
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
          arg.value() instanceof Expr.TypeRef
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

  // items.Aggregate((a, b) => a | b)
  private Value aggregate(Expr.Call c, Scope scope, Code code) {
    boolean ors =
        c.args().stream()
            .anyMatch(
                a ->
                    a.value() instanceof Expr.Lambda l
                        && l.body().filter(b -> isOr(b)).isPresent());
    Expr list =
        c.callee() instanceof Expr.Member m
            ? folder.names().definition(m.target(), scope, code)
            : c;
    if (!ors || !(list instanceof Expr.Items items)) {
      return Value.unknown("what Aggregate gives");
    }
    Value all = Value.number(0);
    for (Expr item : items.items()) {
      all = Operators.binary("|", all, folder.fold(item, scope, code));
    }
    return all;
  }

  private static boolean isOr(Expr e) {
    return e instanceof Expr.Binary b && b.op().equals("|");
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

  Value index(Expr.Index i, Scope scope, Code code) {
    String of = i.target().lastName();
    Optional<String> key =
        i.args().isEmpty() ? Optional.empty() : folder.fold(i.args().get(0), scope, code).text();
    if (of.equalsIgnoreCase("AppSettings") && key.isPresent()) {
      return Value.unknown("appSettings:" + key.get());
    }
    Expr list = folder.names().definition(i.target(), scope, code);
    if (list instanceof Expr.Items items) {
      return folder.union(items.items(), scope, code);
    }
    return Value.unknown(
        key.map(k -> "the setting \"" + k + "\"")
            .orElse("an item of " + (of.isEmpty() ? "a list" : of)));
  }

  // VB writes an index like a call.
  private Optional<Value> ownMethod(Expr.Call c, String name, Scope scope, Code code) {
    if (name.equalsIgnoreCase("AppSettings")) {
      Optional<String> key = c.arg(0).flatMap(a -> folder.fold(a, scope, code).text());
      return key.map(k -> Value.unknown("appSettings:" + k));
    }
    List<Program.Named> all =
        program.members(name, code).stream()
            .filter(m -> m.scope().parameters().size() >= c.args().size())
            .toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    String owner =
        c.callee() instanceof Expr.Member m ? program.simpleName(m.target().path(), code) : "";
    Scope type = scope.nearest(Scope.Kind.TYPE);
    List<Program.Named> fitting =
        all.stream().filter(m -> isOn(m.scope(), owner, type, code)).toList();
    Value value =
        (fitting.isEmpty() ? all : fitting)
            .stream().map(m -> folder.names().returned(m.scope())).reduce(Value.none(), Value::or);
    return value.isNone() ? Optional.empty() : Optional.of(value);
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
