package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.api.ProtocolMembers;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Operators;
import io.github.tlslift.dotnet.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds what expressions may be worth, without running anything: constants, fields, locals in the
 * order of the text, parameters from the calls in the project, what methods give back.
 */
public final class Folder {
  private static final int DEEPEST = 60;
  private static final int MOST_STEPS = 4_000;

  private final Program program;
  private final Names names;
  private final Calls calls;
  private final Conditions conditions;
  private final Set<Step> inProgress = new HashSet<>();
  private int depth;
  private int steps;

  /** A folder over a program. */
  public Folder(Program program) {
    this.program = program;
    names = new Names(program, this);
    calls = new Calls(program, this);
    conditions = new Conditions(program, this);
  }

  public Program program() {
    return program;
  }

  /** What an infix operator, in C# spelling, makes of two values. */
  public static Value operator(String op, Value left, Value right) {
    return Operators.binary(op, left, right);
  }

  /** What a name was given, where it was given one expression; else the expression itself. */
  public Expr definition(Expr e, Scope scope, Code code) {
    return following(() -> names.definition(e, scope, code));
  }

  /** Does something and notes the names that it looks up. */
  public <T> T following(Supplier<T> step) {
    program.asked().enter();
    try {
      return step.get();
    } finally {
      program.asked().leave();
    }
  }

  /** What a condition over literals and constants comes to; empty of any other. */
  public Optional<Boolean> constant(Expr condition, Scope scope, Code code) {
    return following(() -> conditions.constant(condition, scope, code));
  }

  Names names() {
    return names;
  }

  Calls calls() {
    return calls;
  }

  /** The value of an expression that stands in the scope. */
  public Value fold(Expr e, Scope scope, Code code) {
    steps = depth == 0 ? 0 : steps + 1;
    if (depth > DEEPEST || steps > MOST_STEPS) {
      return Value.unknown("too many steps");
    }
    depth++;
    program.asked().enter();
    try {
      return dispatch(e, scope, code);
    } finally {
      program.asked().leave();
      depth--;
    }
  }

  /** Runs a step unless the same step is already under way: a value that depends on itself. */
  Value once(Step step, Supplier<Value> run) {
    if (!inProgress.add(step)) {
      return Value.none();
    }
    try {
      return run.get();
    } finally {
      inProgress.remove(step);
    }
  }

  private Value dispatch(Expr e, Scope scope, Code code) {
    if (e instanceof Expr.Num n) {
      return Value.number(n.value());
    }
    if (e instanceof Expr.Str s) {
      return text(s, scope, code);
    }
    if (e instanceof Expr.Bool b) {
      return Value.of(new Atom.Flag(b.value()));
    }
    if (e instanceof Expr.Null) {
      return Value.of(new Atom.Nothing());
    }
    if (e instanceof Expr.Name n) {
      return names.fold(n, scope, code);
    }
    if (e instanceof Expr.Member m) {
      return member(m, scope, code);
    }
    return composed(e, scope, code);
  }

  private Value text(Expr.Str s, Scope scope, Code code) {
    String[] pieces = s.value().split("\0", -1);
    if (pieces.length == 1 && !s.holes()) {
      return Value.of(new Atom.Text(s.value()));
    }
    if (pieces.length != s.parts().size() + 1) {
      return Value.unknown("a text made at run time");
    }
    Value all = Value.of(new Atom.Text(pieces[0]));
    for (int i = 1; i < pieces.length; i++) {
      all = Operators.binary("concat", all, fold(s.parts().get(i - 1), scope, code));
      all = Operators.binary("concat", all, Value.of(new Atom.Text(pieces[i])));
    }
    return all;
  }

  private Value composed(Expr e, Scope scope, Code code) {
    if (e instanceof Expr.Unary u) {
      return Operators.unary(u.op(), fold(u.operand(), scope, code));
    }
    if (e instanceof Expr.Binary b) {
      return binary(b, scope, code);
    }
    if (e instanceof Expr.Cast c) {
      return cast(c, scope, code);
    }
    if (e instanceof Expr.Choice c) {
      return chosen(c, scope, code);
    }
    if (e instanceof Expr.Call c) {
      return calls.fold(c, scope, code);
    }
    if (e instanceof Expr.Index i) {
      return calls.index(i, scope, code);
    }
    if (e instanceof Expr.Scoped s) {
      return fold(s.value(), s.scope(), code);
    }
    if (e instanceof Expr.Assign a) {
      return fold(a.value(), scope, code);
    }
    if (e instanceof Expr.Items i) {
      return items(i, scope, code);
    }
    if (e instanceof Expr.Opaque o) {
      return opaque(o, scope, code);
    }
    if (e instanceof Expr.New n && n.simpleType().equals("Lazy") && n.args().size() == 1) {
      Expr maker = n.args().get(0).value();
      return maker instanceof Expr.Lambda l ? names.result(l, code) : fold(maker, scope, code);
    }
    boolean empty = e instanceof Expr.New n && n.args().isEmpty();
    return empty && ProtocolMembers.isEnum(program.simpleName(((Expr.New) e).type(), code))
        ? Value.number(0)
        : Value.unknown("an object");
  }

  private Value chosen(Expr.Choice c, Scope scope, Code code) {
    boolean two = c.conditions().size() == 1 && c.branches().size() == 2;
    Optional<Boolean> settled =
        two ? conditions.decide(c.conditions().get(0), scope, code) : Optional.empty();
    return settled
        .map(yes -> fold(c.branches().get(yes ? 0 : 1), scope, code))
        .orElseGet(() -> union(c.branches(), scope, code));
  }

  private Value items(Expr.Items items, Scope scope, Code code) {
    if (items.items().size() == 1) {
      return fold(items.items().get(0), scope, code);
    }
    // A list of names is converted as if joined by commas (PowerShell).
    StringBuilder joined = new StringBuilder();
    for (Expr item : items.items()) {
      Value value = fold(item, scope, code);
      Optional<String> text = value.text().or(() -> value.number().map(n -> Integer.toString(n)));
      if (text.isEmpty()) {
        return together(items, scope, code);
      }
      joined.append(joined.length() == 0 ? "" : ", ").append(text.get());
    }
    return Value.of(new Atom.Text(joined.toString()));
  }

  private Value together(Expr.Items items, Scope scope, Code code) {
    if (code.language() != Code.Language.POWERSHELL) {
      return Value.unknown("a list");
    }
    Value all = Value.number(0);
    for (Expr item : items.items()) {
      all = Operators.binary("|", all, fold(item, scope, code).asProtocols());
    }
    return all;
  }

  private Value opaque(Expr.Opaque o, Scope scope, Code code) {
    return switch (o.what()) {
      case "try" -> union(o.parts(), scope, code);
      case "each" -> each(o.parts(), scope, code);
      case "throw" -> Value.none();
      default -> Value.unknown(o.what());
    };
  }

  // Any item of what a loop goes through.
  private Value each(List<Expr> parts, Scope scope, Code code) {
    Value all = Value.none();
    for (Expr part : parts) {
      Expr list = calls.split(names.definition(part, scope, code), scope, code);
      if (list instanceof Expr.Items items) {
        all = all.or(union(items.items(), scope, code));
      } else {
        Value value = fold(list, scope, code);
        all = all.or(value.isNone() ? Value.unknown("the items of a list") : value);
      }
    }
    return all.isNone() ? Value.unknown("the items of a list") : all;
  }

  Value union(List<Expr> branches, Scope scope, Code code) {
    Value all = Value.none();
    for (Expr branch : branches) {
      all = all.or(fold(branch, scope, code));
    }
    return all.isNone() ? Value.unknown("no value") : all;
  }

  private Value binary(Expr.Binary b, Scope scope, Code code) {
    Value left = fold(b.left(), scope, code);
    if (b.op().equals("??")) {
      return coalesced(b, left, scope, code);
    }
    if (b.op().equalsIgnoreCase("-replace")) {
      return replaced(b, scope, code);
    }
    if (b.op().equals("join")) {
      return joined(b, scope, code);
    }
    if (b.op().equals("format")) {
      return calls.format(b.left(), List.of(b.right()), scope, code);
    }
    if (b.op().equals("&&") || b.op().equals("||")) {
      return logical(b, left, scope, code);
    }
    if (isCondition(b.op())) {
      return Value.unknown("a condition");
    }
    return Operators.binary(b.op(), left, fold(b.right(), scope, code));
  }

  private Value logical(Expr.Binary b, Value left, Scope scope, Code code) {
    boolean and = b.op().equals("&&");
    Value decided = Value.of(new Atom.Flag(!and));
    if (left.equals(decided)) {
      return decided;
    }
    Value right = fold(b.right(), scope, code);
    return left.equals(Value.of(new Atom.Flag(and))) || right.equals(decided)
        ? right
        : Value.unknown("a condition");
  }

  // A nullable field starts as null, and who writes it may come later.
  private Value coalesced(Expr.Binary b, Value left, Scope scope, Code code) {
    Value value = orElse(left, () -> fold(b.right(), scope, code));
    return names.isOfType(b.left(), scope, code) ? value.or(fold(b.right(), scope, code)) : value;
  }

  /** The value, or the other where it may be missing: {@code ??}. */
  static Value orElse(Value value, Supplier<Value> other) {
    boolean only = value.possible().equals(Set.of(new Atom.Nothing()));
    boolean maybe = value.possible().contains(new Atom.Nothing());
    if (only && value.unknown().isEmpty()) {
      return other.get();
    }
    return maybe || value.unknown().isPresent() ? value.or(other.get()) : value;
  }

  // text -replace 'a', 'b'; what is replaced is a pattern, here one without special characters.
  private Value replaced(Expr.Binary b, Scope scope, Code code) {
    if (!(b.right() instanceof Expr.Items i) || i.items().size() != 2) {
      return Value.unknown("a replaced text");
    }
    Optional<String> plain =
        fold(i.items().get(0), scope, code).text().filter(p -> p.matches("[\\w ,;:/=-]+"));
    return calls.replace(b.left(), plain, i.items().get(1), scope, code);
  }

  // Those of PowerShell keep their own names: -like.
  private static boolean isCondition(String op) {
    boolean named = op.startsWith("-") && op.length() > 2;
    return named || op.equals("test");
  }

  private Value joined(Expr.Binary b, Scope scope, Code code) {
    Expr list = names.definition(b.left(), scope, code);
    List<Expr> items = list instanceof Expr.Items i ? i.items() : List.of(list);
    Optional<String> by = fold(b.right(), scope, code).text();
    return calls.join(items, by, scope, code);
  }

  private Value cast(Expr.Cast c, Scope scope, Code code) {
    Value value = fold(c.operand(), scope, code);
    String type = program.simpleName(c.type(), code).toLowerCase(Locale.ROOT);
    boolean numeric =
        ProtocolMembers.isEnum(type)
            || Set.of("int", "int32", "integer", "long", "int64", "uint32", "enum").contains(type);
    return numeric && value.possible().stream().anyMatch(Atom.Text.class::isInstance)
        ? value.asProtocols()
        : value;
  }

  private Value member(Expr.Member m, Scope scope, Code code) {
    String owner = owner(m.target(), scope, code);
    boolean anyCase = code.language().anyCase();
    if (ProtocolMembers.isEnum(owner) && program.types(owner, code).isEmpty()) {
      return protocol(m.name(), code);
    }
    if (is(owner, "ServicePointManager", anyCase) && is(m.name(), "SecurityProtocol", anyCase)) {
      return Value.of(Atom.Bits.before("ServicePointManager.SecurityProtocol"));
    }
    if ((m.name().equals("Value") || m.name().equals("Result") || m.name().equals("value__"))
        && names.memberValue(m, scope, code).isEmpty()) {
      return fold(m.target(), scope, code);
    }
    if (is(owner, "String", true) && is(m.name(), "Empty", anyCase)) {
      return Value.of(new Atom.Text(""));
    }
    Optional<Value> made = ofObject(m, scope, code);
    if (made.isPresent()) {
      return made.get();
    }
    return names
        .memberValue(m, scope, code)
        .orElseGet(() -> handlerProtocols(m).orElseGet(() -> missing(m)));
  }

  // A member of an object whose creation says its value: a record, a hashtable, an anonymous type.
  private Optional<Value> ofObject(Expr.Member m, Scope scope, Code code) {
    return names.definition(m.target(), scope, code) instanceof Expr.New n
            && program.types(program.simpleName(n.simpleType(), code), code).isEmpty()
        ? n.members().stream()
            .filter(Expr.Assign.class::isInstance)
            .map(Expr.Assign.class::cast)
            .filter(a -> is(a.target().lastName(), m.name(), code.language().anyCase()))
            .findFirst()
            .map(a -> fold(a.value(), scope, code))
        : Optional.empty();
  }

  // The type or object before the dot; a variable that holds a type stands for the type.
  private String owner(Expr target, Scope scope, Code code) {
    boolean variable = code.language() == Code.Language.POWERSHELL && target instanceof Expr.Name;
    Expr e = variable ? names.definition(target, scope, code) : target;
    return e instanceof Expr.Str s
        ? program.simpleName(s.value(), code)
        : program.simpleName((e instanceof Expr.TypeRef ? e : target).path(), code);
  }

  private static Optional<Value> handlerProtocols(Expr.Member m) {
    boolean protocols =
        m.name().equalsIgnoreCase("SslProtocols")
            || m.name().equalsIgnoreCase("EnabledSslProtocols");
    return protocols && !m.path().isEmpty()
        ? Optional.of(Value.of(Atom.Bits.before(m.path())))
        : Optional.empty();
  }

  private static Value missing(Expr.Member m) {
    String path = m.path();
    return Value.unknown("the value of " + (path.isEmpty() ? m.name() : path));
  }

  /** A member of the enums; names that never existed are nothing in PowerShell. */
  Value protocol(String name, Code code) {
    Optional<Value> value = ProtocolMembers.value(name).map(Value::number);
    return value.orElseGet(
        () ->
            code.language() == Code.Language.POWERSHELL
                ? Value.of(new Atom.Nothing())
                : Value.unknown("SecurityProtocolType has no member " + name));
  }

  static boolean is(String a, String b, boolean anyCase) {
    return anyCase ? a.equalsIgnoreCase(b) : a.equals(b);
  }
}
