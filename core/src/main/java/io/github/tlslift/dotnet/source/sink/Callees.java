package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.source.fold.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which members of the program a call, a creation or the mention of a type runs. */
final class Callees {
  private final Program program;

  Callees(Program program) {
    this.program = program;
  }

  /** The methods that a call may run; none where it may be somebody else's. */
  List<Program.Named> of(Expr.Call call, Scope scope, Code code) {
    String name = call.lastName();
    List<Program.Named> all =
        name.isEmpty()
            ? List.of()
            : program.members(name, code).stream()
                .filter(m -> isSameLanguage(m, code))
                .filter(m -> !m.scope().has("constructor") && fits(m.scope(), call))
                .filter(m -> isTarget(m, call.callee(), scope, code))
                .toList();
    List<Program.Named> exact =
        all.stream().filter(m -> m.scope().parameters().size() == call.args().size()).toList();
    return exact.isEmpty() ? all : exact;
  }

  /** The method that a name stands for where it is not called; none where there are several. */
  List<Program.Named> handed(Expr.Call call, Scope scope, Code code) {
    List<Program.Named> all = of(call, scope, code);
    return all.size() == 1 ? all : List.of();
  }

  /** The constructors that a creation may run. */
  List<Program.Named> constructors(String type, int args, Code code) {
    return program.members(type, code).stream()
        .filter(m -> m.scope().has("constructor") && !isStatic(m.scope()))
        .filter(m -> m.scope().parameters().size() >= args)
        .toList();
  }

  /** What runs when a type is first used. */
  List<Program.Named> initializers(String type, Code code) {
    return program.members(type, code).stream()
        .filter(m -> m.scope().has("constructor") && isStatic(m.scope()))
        .toList();
  }

  /** The setters that an assignment runs. */
  List<Program.Named> setters(Expr.Assign assign, Scope scope, Code code) {
    String name = assign.target().lastName();
    return name.isEmpty()
        ? List.of()
        : program.members(name, code).stream()
            .filter(m -> m.scope().has("setter"))
            .filter(m -> isTarget(m, assign.target(), scope, code))
            .toList();
  }

  private static boolean isSameLanguage(Program.Named m, Code code) {
    return m.code().language() == code.language() && !m.scope().has("setter");
  }

  // Calls of F# are curried, those of PowerShell name their arguments.
  private static boolean fits(Scope member, Expr.Call call) {
    return member.takes(call.args().size()) || member.takes(call.args().size() - 1);
  }

  private boolean isTarget(Program.Named m, Expr callee, Scope scope, Code code) {
    Scope declaring = m.scope().nearest(Scope.Kind.TYPE);
    if (!(callee instanceof Expr.Member target) || declaring == null) {
      return true;
    }
    return owner(target.target(), scope, code)
        .map(o -> Program.key(o, code).equals(Program.key(declaring.name(), code)))
        .orElseGet(() -> program.members(m.scope().name(), code).size() == 1);
  }

  // The type before the dot; empty where it is not known.
  private Optional<String> owner(Expr target, Scope scope, Code code) {
    String named = program.simpleName(target.path(), code);
    if (!named.isEmpty() && !program.types(named, code).isEmpty()) {
      return Optional.of(named);
    }
    if (List.of("this", "base", "me", "mybase", "myclass")
        .contains(named.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    String type = new Types(program).of(target, scope, code);
    return type.isEmpty() ? Optional.empty() : Optional.of(type);
  }

  private static boolean isStatic(Scope member) {
    return member.has("static") || member.has("shared");
  }
}
