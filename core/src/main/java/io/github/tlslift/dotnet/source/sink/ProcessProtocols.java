package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.source.fold.Value;
import io.github.tlslift.model.Role;
import java.util.Optional;

/** {@code ServicePointManager.SecurityProtocol} given a value, by name or by reflection. */
final class ProcessProtocols implements Sink {
  private static final String PROPERTY = "ServicePointManager.SecurityProtocol";
  private static final String MEMBER = "System.Net." + PROPERTY;

  @Override
  public void look(Expr e, Place at, Found found) {
    if (e instanceof Expr.Assign a && isProperty(a.target(), at, found)) {
      note(a.op(), a.value(), a, at, found);
    } else if (e instanceof Expr.Call c) {
      byCall(c, at, found);
    }
  }

  private static void note(String op, Expr value, Expr e, Place at, Found found) {
    Change change = Change.of(op, found.fold(value, at), PROPERTY);
    found.protocols(
        Role.PROCESS_PROTOCOLS, MEMBER, Optional.empty(), change, e, at.location(e), at);
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
        && at.code().statics().stream().anyMatch(s -> Text.endsWithName(s, "ServicePointManager"))
        && found.folder().program().variables("SecurityProtocol", at.code()).isEmpty();
  }

  private static boolean isManager(Expr e, Place at, Found found) {
    Program program = found.folder().program();
    Expr defined = found.folder().definition(e, at.scope(), at.code());
    String name = program.simpleName(defined.path(), at.code());
    return Text.is(name, "ServicePointManager", at.code().language().anyCase())
        && program.types("ServicePointManager", at.code()).isEmpty();
  }

  private static void byCall(Expr.Call c, Place at, Found found) {
    String name = c.lastName();
    if (name.equals("set_SecurityProtocol") && c.args().size() == 1) {
      note("=", c.args().get(0).value(), c, at, found);
    } else if (name.equalsIgnoreCase("SetValue")
        && c.args().size() >= 2
        && reflects(c, at, found)) {
      note("=", c.args().get(1).value(), c, at, found);
    } else if (name.equalsIgnoreCase("InvokeMember") && isNamed(c.arg(0), at, found)) {
      invoked(c, at, found);
    }
  }

  private static void invoked(Expr.Call c, Place at, Found found) {
    Optional<Expr> args = c.arg(4);
    args.ifPresent(
        a -> {
          Expr list = found.folder().definition(a, at.scope(), at.code());
          Expr value =
              list instanceof Expr.Items i && !i.items().isEmpty() ? i.items().get(0) : list;
          note("=", value, c, at, found);
        });
  }

  // typeof(ServicePointManager).GetProperty("SecurityProtocol").SetValue(null, value)
  private static boolean reflects(Expr.Call c, Place at, Found found) {
    if (!(c.callee() instanceof Expr.Member m)) {
      return false;
    }
    Expr property = found.folder().definition(m.target(), at.scope(), at.code());
    return property instanceof Expr.Call get
        && (get.lastName().equalsIgnoreCase("GetProperty")
            || get.lastName().equalsIgnoreCase("GetField")
            || get.lastName().equalsIgnoreCase("GetDeclaredProperty"))
        && isNamed(get.arg(0), at, found);
  }

  private static boolean isNamed(Optional<Expr> name, Place at, Found found) {
    Optional<String> text = name.map(n -> found.fold(n, at)).flatMap(Value::text);
    return text.filter(t -> t.equals("SecurityProtocol") || t.equals("s_SecurityProtocolType"))
        .isPresent();
  }
}
