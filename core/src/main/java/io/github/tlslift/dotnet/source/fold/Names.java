package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.api.ProtocolMembers;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Operators;
import io.github.tlslift.dotnet.value.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks names up: locals, parameters, members of this type and of others. */
final class Names {
  private final Program program;
  private final Folder folder;
  private final Locals locals;
  private final Parameters parameters;
  private final Overrides overrides;
  private final Map<Program.Declared, Value> underWay = new IdentityHashMap<>();

  Names(Program program, Folder folder) {
    this.program = program;
    this.folder = folder;
    locals = new Locals(program, folder);
    parameters = new Parameters(program, folder);
    overrides = new Overrides(program);
  }

  /** The value of a simple name where it stands. */
  Value fold(Expr.Name name, Scope scope, Code code) {
    for (Scope s = scope; s != null; s = s.parent()) {
      Optional<Value> found = inScope(name, s, scope, code);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return imported(name, code).orElseGet(() -> Value.unknown("the value of " + name.name()));
  }

  /** Whether the name is one of the members of the type that it stands in. */
  boolean isOfType(Expr e, Scope scope, Code code) {
    if (!(e instanceof Expr.Name name)) {
      return false;
    }
    for (Scope s = scope; s != null; s = s.parent()) {
      if (inScope(name, s, scope, code).isPresent()) {
        return s.kind() == Scope.Kind.TYPE;
      }
    }
    return false;
  }

  private Optional<Value> inScope(Expr.Name name, Scope s, Scope use, Code code) {
    boolean script = s.has("module") && code.language() == Code.Language.FSHARP;
    if (script && use.nearest(Locals::isHome) == s) {
      Optional<Value> sofar = locals.fold(name, s, use, code);
      if (sofar.isPresent()) {
        return sofar;
      }
    }
    if (s.kind() == Scope.Kind.TYPE) {
      Optional<Value> own = ofType(s, name.name(), code);
      return own.isPresent() ? own : parameters.fold(name.name(), s, code);
    }
    Optional<Value> local = locals.fold(name, s, use, code);
    return local.isPresent()
        ? local
        : parameters
            .fold(name.name(), s, code)
            .map(given -> locals.reassigned(name, given, s, use, code));
  }

  /** What a parameter that a call may write has when the member ends. */
  Value leftIn(Program.Named member, int parameter, Frame call) {
    String name = member.scope().parameters().get(parameter).name();
    Expr.Name atEnd = new Expr.Name(name, Integer.MAX_VALUE, Integer.MAX_VALUE);
    Step step = new Step(member.scope(), call.site(), -1 - parameter);
    return folder.once(
        step, () -> parameters.within(call, () -> fold(atEnd, member.scope(), member.code())));
  }

  // using static, VB modules, F# modules that are opened.
  private Optional<Value> imported(Expr.Name name, Code code) {
    for (String type : program.statics(code)) {
      String simple = program.simpleName(type, code);
      if (ProtocolMembers.isEnum(simple) && ProtocolMembers.value(name.name()).isPresent()) {
        return Optional.of(folder.protocol(name.name(), code));
      }
      if (simple.equals("ServicePointManager") && name.name().equals("SecurityProtocol")) {
        return Optional.of(Value.of(Atom.Bits.before("ServicePointManager.SecurityProtocol")));
      }
      Optional<Value> own = ofTypes(simple, name.name(), code);
      if (own.isPresent()) {
        return own;
      }
    }
    return program.variables(name.name(), code).stream()
        .filter(d -> d.variable().scope().has("module"))
        .findFirst()
        .map(d -> field(d));
  }

  /** The value of {@code target.name} where the target is a type or object of this project. */
  Optional<Value> memberValue(Expr.Member m, Scope scope, Code code) {
    if (m.target() instanceof Expr.Name n && isSelf(n.name())) {
      Scope type = scope.nearest(Scope.Kind.TYPE);
      return type == null ? Optional.empty() : ofType(type, m.name(), code);
    }
    String owner = program.simpleName(m.target().path(), code);
    Optional<Value> byType = ofTypes(owner, m.name(), code);
    if (byType.isPresent()) {
      return byType;
    }
    String type = new Types(program).of(m.target(), scope, code);
    Optional<Value> byObject = ofTypes(type, m.name(), code);
    if (byObject.isPresent() || !type.isEmpty()) {
      return byObject;
    }
    return unique(m.name(), code);
  }

  private static boolean isSelf(String name) {
    return name.equals("this") || name.equals("base") || name.equals("self");
  }

  // A member that only one type of the project declares.
  private Optional<Value> unique(String name, Code code) {
    List<Program.Declared> all =
        program.variables(name, code).stream()
            .filter(d -> d.variable().scope().kind() == Scope.Kind.TYPE)
            .toList();
    long types = all.stream().map(d -> d.variable().scope().name()).distinct().count();
    return types == 1 && !name.equals("SslProtocols") && !name.equals("SecurityProtocol")
        ? Optional.of(fields(all))
        : Optional.empty();
  }

  private Optional<Value> ofTypes(String type, String name, Code code) {
    return type.isEmpty()
        ? Optional.empty()
        : program.types(type, code).stream()
            .map(t -> ofType(t.scope(), name, t.code()))
            .flatMap(Optional::stream)
            .reduce(Value::or);
  }

  private Optional<Value> ofType(Scope type, String name, Code code) {
    List<Program.Declared> own =
        program.variables(name, code).stream()
            .filter(d -> isSameType(d.variable().scope(), type, code))
            .toList();
    if (!own.isEmpty()) {
      List<Program.Declared> instead = overrides.of(name, type, code);
      boolean onlyThose = !instead.isEmpty() && own.stream().allMatch(Overrides::isAbstract);
      Value declared = onlyThose ? Value.none() : fields(own);
      return Optional.of(declared.or(fields(instead)));
    }
    if (type.has("record")) {
      Optional<Value> positional = parameters.fold(name, type, code);
      if (positional.isPresent()) {
        return positional;
      }
    }
    for (String base : type.bases()) {
      String simple = program.simpleName(base, code);
      Optional<Value> inherited =
          simple.equals(type.name()) ? Optional.empty() : ofTypes(simple, name, code);
      if (inherited.isPresent()) {
        return inherited;
      }
    }
    return Optional.empty();
  }

  // Parts of one partial type are different scopes of one name.
  private static boolean isSameType(Scope a, Scope b, Code code) {
    return a == b
        || (a.kind() == Scope.Kind.TYPE
            && b.kind() == Scope.Kind.TYPE
            && Program.key(a.name(), code).equals(Program.key(b.name(), code)));
  }

  private Value fields(List<Program.Declared> all) {
    return all.stream().map(this::field).reduce(Value.none(), Value::or);
  }

  private Value field(Program.Declared declared) {
    Value sofar = underWay.get(declared);
    return sofar == null
        ? folder.once(new Step(declared.variable(), declared.code(), 0), () -> fieldOnce(declared))
        : sofar;
  }

  private Value fieldOnce(Program.Declared declared) {
    Variable v = declared.variable();
    Code code = declared.code();
    if (v.traits().contains("enum")) {
      return enumMember(declared);
    }
    Value value = v.value() == null ? Value.none() : folder.fold(v.value(), v.scope(), code);
    if (v.isConstant()) {
      return value;
    }
    if (v.isProperty()) {
      value = value.or(getters(v, code));
    }
    value = written(declared, value);
    return value.isNone() ? Value.unknown("the value of " + v.name()) : value;
  }

  private Value getters(Variable v, Code code) {
    Value all = Value.none();
    for (Program.Named m : program.members(v.name(), code)) {
      boolean own = m.scope().parent() != null && isSameType(m.scope().parent(), v.scope(), code);
      if (own && !m.scope().has("setter")) {
        all = all.or(folder.once(new Step(m.scope(), m.code(), 0), () -> returned(m)));
      }
    }
    return all;
  }

  /** What a function value gives back. */
  Value result(Expr.Lambda l, Code code) {
    return l.body().isPresent()
        ? folder.fold(l.body().get(), l.scope(), code)
        : program.returns(l.scope()).stream()
            .map(r -> folder.fold(r.expr(), r.scope(), r.code()))
            .reduce(Value.none(), Value::or);
  }

  /** The same for a call of it. */
  Value result(Expr.Lambda l, Frame call) {
    Step step = new Step(l.scope(), call.site(), 1);
    return folder.once(step, () -> parameters.within(call, () -> result(l, call.code())));
  }

  /** What a member gives back to a call. */
  Value returned(Program.Named member, Frame call) {
    Step step = new Step(member.scope(), call.site(), 0);
    return folder.once(step, () -> parameters.within(call, () -> returned(member)));
  }

  private Value returned(Program.Named member) {
    return Stream.concat(program.returns(member.scope()).stream(), assignedToName(member))
        .map(r -> folder.fold(r.expr(), r.scope(), r.code()))
        .reduce(Value.none(), Value::or);
  }

  // VB: inside a function its name is what it gives back.
  private Stream<Program.Site<Expr>> assignedToName(Program.Named member) {
    return member.code().language() != Code.Language.VB
        ? Stream.empty()
        : program.assigns(member.scope().name(), member.code()).stream()
            .filter(a -> a.expr().target() instanceof Expr.Name)
            .filter(a -> member.scope().encloses(a.scope()))
            .map(a -> new Program.Site<>(a.expr().value(), a.scope(), a.code(), null));
  }

  // What the assignments make of it; one that reads the field itself sees what came before it.
  private Value written(Program.Declared declared, Value initial) {
    Variable v = declared.variable();
    Value all = initial;
    for (Program.Site<Expr.Assign> a : program.assigns(v.name(), declared.code())) {
      if (reaches(a, v, declared.code())) {
        underWay.put(declared, all);
        Value value = folder.fold(a.expr().value(), a.scope(), a.code());
        underWay.remove(declared);
        String op = a.expr().op();
        boolean plain = op.equals("=") || op.equals("??=");
        all =
            all.or(plain ? value : Operators.binary(op.substring(0, op.length() - 1), all, value));
      }
    }
    return all;
  }

  private boolean reaches(Program.Site<Expr.Assign> a, Variable v, Code code) {
    Expr target = a.expr().target();
    Scope type = a.scope().nearest(Scope.Kind.TYPE);
    boolean inside = type != null && isSameType(type, v.scope(), code);
    if (target instanceof Expr.Name && a.owner() != null) {
      String owner = program.simpleName(a.owner(), a.code());
      return Program.key(owner, code).equals(Program.key(v.scope().name(), code));
    }
    if (target instanceof Expr.Name) {
      return inside && !program.isLocal(target.lastName(), a.scope(), a.code());
    }
    if (target instanceof Expr.Member m && m.target() instanceof Expr.Name n) {
      String owner = program.simpleName(n.name(), a.code());
      return (isSelf(n.name()) && inside)
          || Program.key(owner, code).equals(Program.key(v.scope().name(), code))
          || new Types(program).of(n, a.scope(), a.code()).equals(v.scope().name());
    }
    return false;
  }

  // Without a value, an enum member is one more than the one before it.
  private Value enumMember(Program.Declared declared) {
    Variable v = declared.variable();
    long next = 0;
    for (Variable member : declared.code().variables()) {
      if (member.scope() == v.scope() && member.traits().contains("enum")) {
        Value value =
            member.value() == null
                ? Value.number(next)
                : folder.fold(member.value(), v.scope(), declared.code());
        if (member == v) {
          return value;
        }
        next = value.number().orElse(0) + 1L;
      }
    }
    return Value.unknown("the value of " + v.name());
  }

  /** The expression a name stands for, where it was given exactly one; else the expression. */
  Expr definition(Expr e, Scope scope, Code code) {
    Expr at = e;
    for (int steps = 0; steps < 8; steps++) {
      Expr next = step(at, scope, code);
      if (next == null) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private @Nullable Expr step(Expr e, Scope scope, Code code) {
    if (e instanceof Expr.Cast c) {
      return c.operand();
    }
    if (!(e instanceof Expr.Name) && !(e instanceof Expr.Member)) {
      return null;
    }
    List<Program.Declared> all =
        program.variables(e.lastName(), code).stream()
            .filter(d -> d.code() == code || d.variable().scope().kind() == Scope.Kind.TYPE)
            .filter(d -> d.variable().value() != null)
            .filter(
                d ->
                    d.variable().scope().kind() == Scope.Kind.TYPE
                        || d.variable().scope().encloses(scope)
                        || scope.encloses(d.variable().scope()))
            .toList();
    return all.isEmpty() ? null : all.get(all.size() - 1).variable().value();
  }
}
