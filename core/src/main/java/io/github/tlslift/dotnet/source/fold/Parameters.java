package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The value of a parameter: what the calls in the project pass for it. */
final class Parameters {
  private final Program program;
  private final Folder folder;
  private final Deque<Frame> frames = new ArrayDeque<>();

  Parameters(Program program, Folder folder) {
    this.program = program;
    this.folder = folder;
  }

  /** Runs a step in which the parameters of a member have the arguments of one call. */
  Value within(Frame frame, Supplier<Value> run) {
    frames.push(frame);
    try {
      return run.get();
    } finally {
      frames.pop();
    }
  }

  /** The value of a parameter of the scope; empty where it has none of that name. */
  Optional<Value> fold(String name, Scope scope, Code code) {
    List<Scope.Parameter> all = scope.parameters();
    for (int i = 0; i < all.size(); i++) {
      if (Program.key(all.get(i).name(), code).equals(Program.key(name, code))) {
        int index = i;
        return Optional.of(
            folder.once(
                new Step(all.get(i), code, frames.size()), () -> value(scope, index, code)));
      }
    }
    return Optional.empty();
  }

  private Value value(Scope scope, int index, Code code) {
    Frame frame = frames.peek();
    if (frame == null || frame.member() != scope) {
      return passed(scope, index, code);
    }
    frames.pop();
    try {
      Value given = argument(frame.args(), scope, index, frame.scope(), frame.code());
      return given.isNone() ? passed(scope, index, code) : given;
    } finally {
      frames.push(frame);
    }
  }

  private Value passed(Scope member, int index, Code code) {
    Scope.Parameter parameter = member.parameters().get(index);
    String called = member.kind() == Scope.Kind.LAMBDA ? program.nameOf(member) : member.name();
    if (member.kind() == Scope.Kind.LAMBDA) {
      Value given = called.isEmpty() ? Value.none() : fromCalls(called, member, index, code);
      return given.isNone()
          ? Value.unknown("the argument " + parameter.name() + " of a function value")
          : given;
    }
    Value all =
        member.has("setter") ? assigned(member, code) : fromCalls(called, member, index, code);
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

  private Value fromCalls(String called, Scope member, int index, Code code) {
    Value all = Value.none();
    List<Program.Site<Expr.Call>> calls =
        called.isEmpty() ? List.of() : program.calls(called, code);
    if (member.parameters().get(index).rest() && calls.size() > 1) {
      // What a loop over them adds up to differs from call to call.
      return Value.unknown("the arguments of " + called);
    }
    for (Program.Site<Expr.Call> c : calls) {
      List<Expr.Arg> args = Frame.arguments(member, c.expr());
      if (member.takes(args.size()) && reaches(c, member)) {
        all = all.or(argument(args, member, index, c.scope(), c.code()));
      }
    }
    Scope type = member.kind() == Scope.Kind.TYPE ? member : member.parent();
    boolean constructs = member.kind() == Scope.Kind.TYPE || member.has("constructor");
    if (type != null && constructs) {
      for (Program.Site<Expr.New> n : program.creations(type.name(), code)) {
        if (member.takes(n.expr().args().size())) {
          all = all.or(argument(n.expr().args(), member, index, n.scope(), n.code()));
        }
      }
    }
    return all;
  }

  // A call by this name may be of another type's member.
  private boolean reaches(Program.Site<Expr.Call> call, Scope member) {
    Scope declaring = member.nearest(Scope.Kind.TYPE);
    if (declaring == null) {
      return true;
    }
    Scope calling = call.scope().nearest(Scope.Kind.TYPE);
    String type =
        call.expr().callee() instanceof Expr.Member m
            ? targetType(m, call)
            : calling == null ? "" : calling.name();
    return Program.key(type, call.code()).equals(Program.key(declaring.name(), call.code()))
        || program.members(member.name(), call.code()).stream()
            .noneMatch(o -> isIn(o.scope(), type, call.code()));
  }

  private String targetType(Expr.Member m, Program.Site<Expr.Call> call) {
    String owner = program.simpleName(m.target().path(), call.code());
    return program.types(owner, call.code()).isEmpty()
        ? new Types(program).of(m.target(), call.scope(), call.code())
        : owner;
  }

  private static boolean isIn(Scope member, String type, Code code) {
    Scope declaring = member.nearest(Scope.Kind.TYPE);
    return declaring != null && Program.key(declaring.name(), code).equals(Program.key(type, code));
  }

  // Any of the arguments that are left; of a list given for all of them, the list.
  private Value rest(List<Expr.Arg> args, int index, Scope at, Code code) {
    List<Expr> left = args.stream().skip(index).map(Expr.Arg::value).toList();
    if (left.size() != 1) {
      return folder.union(left, at, code);
    }
    return folder.definition(left.get(0), at, code) instanceof Expr.Items list
        ? folder.union(list.items(), at, code)
        : folder.fold(left.get(0), at, code);
  }

  private Value argument(List<Expr.Arg> args, Scope member, int index, Scope at, Code code) {
    Scope.Parameter parameter = member.parameters().get(index);
    if (parameter.rest()) {
      return rest(args, index, at, code);
    }
    int position = 0;
    for (Expr.Arg arg : args) {
      if (arg.name().equalsIgnoreCase(parameter.name())) {
        return folder.fold(arg.value(), at, code);
      }
      if (arg.name().equals("@")) {
        Optional<Value> splatted = splatted(arg.value(), parameter.name(), at, code);
        if (splatted.isPresent()) {
          return splatted.get();
        }
      }
      if (arg.name().isEmpty() && position++ == index) {
        return folder.fold(arg.value(), at, code);
      }
    }
    return parameter.byDefault() == null
        ? Value.none()
        : folder.fold(parameter.byDefault(), member, code);
  }

  // Apply @{ Protocol = 'Tls12' }
  private Optional<Value> splatted(Expr e, String name, Scope at, Code code) {
    return folder.definition(e, at, code) instanceof Expr.New table
        ? table.members().stream()
            .filter(Expr.Assign.class::isInstance)
            .map(Expr.Assign.class::cast)
            .filter(a -> a.target().lastName().equalsIgnoreCase(name))
            .findFirst()
            .map(a -> folder.fold(a.value(), at, code))
        : Optional.empty();
  }
}
