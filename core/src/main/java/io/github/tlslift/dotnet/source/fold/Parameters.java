package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import java.util.List;
import java.util.Optional;

/** The value of a parameter: what the calls in the project pass for it. */
final class Parameters {
  private final Program program;
  private final Folder folder;

  Parameters(Program program, Folder folder) {
    this.program = program;
    this.folder = folder;
  }

  /** The value of a parameter of the scope; empty where it has none of that name. */
  Optional<Value> fold(String name, Scope scope, Code code) {
    List<Scope.Parameter> all = scope.parameters();
    for (int i = 0; i < all.size(); i++) {
      if (Program.key(all.get(i).name(), code).equals(Program.key(name, code))) {
        int index = i;
        return Optional.of(
            folder.once(List.of(scope.start(), name, code), () -> passed(scope, index, code)));
      }
    }
    return Optional.empty();
  }

  private Value passed(Scope member, int index, Code code) {
    Scope.Parameter parameter = member.parameters().get(index);
    if (member.kind() == Scope.Kind.LAMBDA) {
      return Value.unknown("the argument " + parameter.name() + " of a function value");
    }
    Value all = member.has("setter") ? assigned(member, code) : fromCalls(member, index, code);
    if (all.isNone() && parameter.byDefault() != null) {
      all = folder.fold(parameter.byDefault(), member, code);
      return member.has("script")
          ? all.or(Value.unknown("the argument " + parameter.name() + " of the script"))
          : all;
    }
    String of = member.name().isEmpty() ? "the script" : member.name();
    return all.isNone() ? Value.unknown("the argument " + parameter.name() + " of " + of) : all;
  }

  private Value assigned(Scope setter, Code code) {
    Value all = Value.none();
    for (Program.Site<Expr.Assign> a : program.assigns(setter.name(), code)) {
      all = all.or(folder.fold(a.expr().value(), a.scope(), a.code()));
    }
    return all;
  }

  private Value fromCalls(Scope member, int index, Code code) {
    Value all = Value.none();
    for (Program.Site<Expr.Call> c : program.calls(member.name(), code)) {
      if (c.expr().args().size() <= member.parameters().size()) {
        all = all.or(argument(c.expr().args(), member, index, c.scope(), c.code()));
      }
    }
    Scope type = member.kind() == Scope.Kind.TYPE ? member : member.parent();
    boolean constructs = member.kind() == Scope.Kind.TYPE || member.has("constructor");
    if (type != null && constructs) {
      for (Program.Site<Expr.New> n : program.creations(type.name(), code)) {
        if (n.expr().args().size() <= member.parameters().size()) {
          all = all.or(argument(n.expr().args(), member, index, n.scope(), n.code()));
        }
      }
    }
    return all;
  }

  private Value argument(List<Expr.Arg> args, Scope member, int index, Scope at, Code code) {
    Scope.Parameter parameter = member.parameters().get(index);
    int position = 0;
    for (Expr.Arg arg : args) {
      if (arg.name().equalsIgnoreCase(parameter.name())) {
        return folder.fold(arg.value(), at, code);
      }
      if (arg.name().isEmpty() && position++ == index) {
        return folder.fold(arg.value(), at, code);
      }
    }
    return parameter.byDefault() == null
        ? Value.none()
        : folder.fold(parameter.byDefault(), member, code);
  }
}
