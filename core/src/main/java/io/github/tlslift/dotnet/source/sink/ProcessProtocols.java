package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.value.Change;
import io.github.tlslift.dotnet.value.Value;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Guard;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Role;
import java.util.Optional;
import java.util.Set;

/** {@code ServicePointManager.SecurityProtocol} given a value, by name or by reflection. */
final class ProcessProtocols implements Sink {
  static final String PROPERTY = "ServicePointManager.SecurityProtocol";
  private static final Set<String> WORDS = Set.of("SecurityProtocol");
  private static final String MEMBER = "System.Net." + PROPERTY;

  @Override
  public boolean mayFind(Program program) {
    return program.mentions(WORDS);
  }

  @Override
  public void look(Expr e, Place at, Found found) {
    if (e instanceof Expr.Assign a && isProperty(a.target(), at, found)) {
      note(a.op(), a.value(), a, at, found);
    } else if (e instanceof Expr.Call c) {
      byCall(c, at, found);
    }
  }

  private static void note(String op, Expr value, Expr e, Place at, Found found) {
    Guards guards = new Guards(found.folder(), PROPERTY);
    Guard guard =
        at.alternative(e)
            .map(Guard::in)
            .orElse(at.hasOtherCondition(e) ? Guard.SOMETIMES : Guard.ALWAYS);
    Guards.Chosen chosen = guards.chosen(op, value, at);
    Change change = eachOf(found.change(op, chosen.value(), PROPERTY, at), chosen.value(), at);
    found.protocols(
        Role.PROCESS_PROTOCOLS,
        MEMBER,
        Optional.empty(),
        change,
        guards.around(at).and(guard).and(chosen.guard()),
        e,
        at.location(e),
        at);
  }

  // Adding each item that a loop goes through adds them all.
  private static Change eachOf(Change change, Expr value, Place at) {
    boolean each =
        change.operation() == Operation.ADD
            && !(value instanceof Expr.Choice)
            && change.value().unknown().isEmpty()
            && at.code().variables().stream().anyMatch(v -> v.scope() == at.scope() && isEach(v));
    int all = change.value().possible().stream().reduce(0, (a, b) -> a | b);
    return each ? new Change(change.operation(), FoldedValue.of(all)) : change;
  }

  private static boolean isEach(Variable v) {
    return v.value() instanceof Expr.Opaque o && o.what().equals("each");
  }

  private static boolean isProperty(Expr target, Place at, Found found) {
    boolean anyCase = at.code().language().anyCase();
    if (!Text.is(target.lastName(), "SecurityProtocol", anyCase)) {
      return false;
    }
    if (target instanceof Expr.Member m) {
      return isManager(m.target(), at, found);
    }
    return target instanceof Expr.Name
        && found.folder().program().statics(at.code()).stream()
            .anyMatch(s -> Text.endsWithName(s, "ServicePointManager"))
        && found.folder().program().variables("SecurityProtocol", at.code()).isEmpty();
  }

  private static boolean isManager(Expr e, Place at, Found found) {
    Program program = found.folder().program();
    Expr defined = found.folder().definition(e, at.scope(), at.code());
    String name =
        defined instanceof Expr.Str s
            ? typeName(s.value())
            : program.simpleName(defined.path(), at.code());
    return Text.is(name, "ServicePointManager", at.code().language().anyCase())
        && program.types("ServicePointManager", at.code()).isEmpty();
  }

  // System.Net.ServicePointManager, System, Version=4.0.0.0
  private static String typeName(String text) {
    int comma = text.indexOf(',');
    String name = (comma < 0 ? text : text.substring(0, comma)).strip();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static void byCall(Expr.Call c, Place at, Found found) {
    String name = c.lastName();
    if (name.equals("set_SecurityProtocol") && c.args().size() == 1) {
      note("=", c.args().get(0).value(), c, at, found);
    } else if (c.args().size() >= 2 && name.equalsIgnoreCase("SetValue")) {
      if (reflects(c, at, found)) {
        note("=", c.args().get(1).value(), c, at, found);
      }
    } else if (c.args().size() >= 2 && name.equalsIgnoreCase("Invoke")) {
      if (invokesSetter(c, at, found)) {
        note("=", first(c.args().get(1).value(), at, found), c, at, found);
      }
    } else if (name.equalsIgnoreCase("InvokeMember") && isNamed(c.arg(0), at, found)) {
      invoked(c, at, found);
    }
  }

  private static void invoked(Expr.Call c, Place at, Found found) {
    Optional<Expr> args = c.arg(4);
    args.ifPresent(a -> note("=", first(a, at, found), c, at, found));
  }

  // The one argument of new object[] { value }.
  private static Expr first(Expr args, Place at, Found found) {
    Expr list = found.folder().definition(args, at.scope(), at.code());
    return list instanceof Expr.Items i && !i.items().isEmpty() ? i.items().get(0) : list;
  }

  // property.GetSetMethod().Invoke(null, new object[] { value })
  private static boolean invokesSetter(Expr.Call c, Place at, Found found) {
    Expr method =
        c.callee() instanceof Expr.Member m
            ? found.folder().definition(m.target(), at.scope(), at.code())
            : c;
    return method instanceof Expr.Call get
        && get.lastName().equals("GetSetMethod")
        && reflects(get, at, found);
  }

  // typeof(ServicePointManager).GetProperty("SecurityProtocol").SetValue(null, value)
  private static boolean reflects(Expr.Call c, Place at, Found found) {
    if (!(c.callee() instanceof Expr.Member m)) {
      return false;
    }
    Expr property = found.folder().definition(m.target(), at.scope(), at.code());
    return property instanceof Expr.Call get
        && isOnManager(get, at, found)
        && (get.lastName().equalsIgnoreCase("GetProperty")
            || get.lastName().equalsIgnoreCase("GetField")
            || get.lastName().equalsIgnoreCase("GetDeclaredProperty"))
        && isNamed(get.arg(0), at, found);
  }

  // Not on another type that is known.
  private static boolean isOnManager(Expr.Call get, Place at, Found found) {
    if (!(get.callee() instanceof Expr.Member m)) {
      return true;
    }
    Expr type = found.folder().definition(m.target(), at.scope(), at.code());
    return isManager(type, at, found)
        || !(type instanceof Expr.TypeRef)
            && !(type instanceof Expr.Call c
                && c.lastName().equals("GetType")
                && !ofText(c, at, found));
  }

  private static boolean ofText(Expr.Call getType, Place at, Found found) {
    return getType
        .arg(0)
        .map(a -> found.fold(a, at))
        .flatMap(Value::text)
        .filter(t -> typeName(t).equals("ServicePointManager"))
        .isPresent();
  }

  private static boolean isNamed(Optional<Expr> name, Place at, Found found) {
    Optional<String> text = name.map(n -> found.fold(n, at)).flatMap(Value::text);
    return text.filter(t -> t.equals("SecurityProtocol") || t.equals("s_SecurityProtocolType"))
        .isPresent();
  }
}
