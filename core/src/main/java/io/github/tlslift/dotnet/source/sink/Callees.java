package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Folder;
import io.github.tlslift.dotnet.source.fold.Hierarchy;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.dotnet.source.fold.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which members of the program a call, a creation or the mention of a type runs. */
final class Callees {
  private final Program program;
  private final Folder folder;
  private final Hierarchy hierarchy;

  Callees(Folder folder) {
    this.folder = folder;
    program = folder.program();
    hierarchy = new Hierarchy(program);
  }

  /** The methods that a call may run; none where it may be somebody else's. */
  List<Program.Named> of(Expr.Call call, Scope scope, Code code) {
    String name = call.lastName();
    List<Program.Named> all =
        name.isEmpty()
            ? List.of()
            : program.members(name, code).stream()
                .filter(m -> isSameLanguage(m, code) && !isAbstract(m.scope()))
                .filter(m -> !m.scope().has("constructor") && fits(m.scope(), call))
                .filter(m -> isTarget(m, call.callee(), scope, code))
                .toList();
    List<Program.Named> near =
        call.callee() instanceof Expr.Member ? all : within(all, scope, code);
    List<Program.Named> exact =
        near.stream().filter(m -> m.scope().parameters().size() == call.args().size()).toList();
    return exact.isEmpty() ? near : exact;
  }

  // A name alone is first looked for in the types around it and in what they derive from.
  private List<Program.Named> within(List<Program.Named> all, Scope scope, Code code) {
    for (Scope s = scope; s != null; s = s.parent()) {
      Scope type = s;
      List<Program.Named> own =
          s.kind() != Scope.Kind.TYPE
              ? List.of()
              : all.stream().filter(m -> isOf(m, type.name(), code)).toList();
      if (!own.isEmpty()) {
        return own;
      }
    }
    return all;
  }

  private boolean isOf(Program.Named member, String type, Code code) {
    Scope declaring = member.scope().nearest(Scope.Kind.TYPE);
    return declaring != null
        && (isSame(declaring.name(), type, code)
            || hierarchy.derives(type, declaring.name(), code)
            || hierarchy.derives(declaring.name(), type, code));
  }

  private static boolean isSame(String a, String b, Code code) {
    return Program.key(a, code).equals(Program.key(b, code));
  }

  /** The method that a name stands for where it is not called; none where there are several. */
  List<Program.Named> handed(Expr.Call call, Scope scope, Code code) {
    List<Program.Named> all = of(call, scope, code);
    return all.size() == 1 ? all : List.of();
  }

  /** The class of the project that a type derives from. */
  Optional<String> base(String type, Code code) {
    return hierarchy.bases(type, code).stream()
        .filter(b -> isClass(b, code) && !isSame(b, type, code))
        .findFirst();
  }

  private boolean isClass(String type, Code code) {
    return program.types(type, code).stream().anyMatch(t -> !t.scope().has("interface"));
  }

  /** The constructors that a creation may run. */
  List<Program.Named> constructors(String type, int args, Code code) {
    List<Program.Named> all =
        program.members(type, code).stream()
            .filter(m -> m.scope().has("constructor") && !isStatic(m.scope()))
            .filter(m -> m.scope().parameters().size() >= args)
            .toList();
    List<Program.Named> exact =
        all.stream().filter(m -> m.scope().parameters().size() == args).toList();
    return exact.isEmpty() ? all : exact;
  }

  /** What runs when a type is first used. */
  List<Program.Named> initializers(String type, Code code) {
    return program.members(type, code).stream()
        .filter(m -> m.scope().has("constructor") && isStatic(m.scope()))
        .toList();
  }

  /** The getters that the mention of a property runs. */
  List<Program.Named> getters(Expr e, Scope scope, Code code) {
    boolean name = e instanceof Expr.Name || e instanceof Expr.Member;
    List<Program.Named> all =
        !name || program.variables(e.lastName(), code).isEmpty()
            ? List.of()
            : program.members(e.lastName(), code).stream()
                .filter(m -> isSameLanguage(m, code) && m.scope().parameters().isEmpty())
                .filter(m -> isProperty(m) && isTarget(m, e, scope, code))
                .toList();
    return e instanceof Expr.Name ? within(all, scope, code) : all;
  }

  private boolean isProperty(Program.Named member) {
    Scope type = member.scope().nearest(Scope.Kind.TYPE);
    return program.variables(member.scope().name(), member.code()).stream()
        .map(Program.Declared::variable)
        .anyMatch(v -> v.isProperty() && v.scope() == type);
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
    // How the types stand to each other may be written in code that has no word of ours.
    return folder
        .following(() -> owner(target.target(), scope, code).map(o -> isOf(m, o, code)))
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
    String type = created(target, scope, code);
    return type.isEmpty() ? Optional.empty() : Optional.of(type);
  }

  // A local that is given one new object is of its type, whatever it is declared as.
  private String created(Expr target, Scope scope, Code code) {
    Types types = new Types(program);
    List<Program.Declared> locals =
        target instanceof Expr.Name n && program.isLocal(n.name(), scope, code)
            ? program.variables(n.name(), code).stream().filter(d -> d.code() == code).toList()
            : List.of();
    boolean once =
        locals.size() == 1
            && locals.get(0).variable().value() instanceof Expr.New
            && program.assigns(target.lastName(), code).isEmpty();
    Expr of = once ? locals.get(0).variable().value() : target;
    return of == null ? "" : types.of(of, scope, code);
  }

  private static boolean isAbstract(Scope member) {
    Scope type = member.nearest(Scope.Kind.TYPE);
    return member.has("abstract")
        || member.has("mustoverride")
        || type != null && type.has("interface");
  }

  private static boolean isStatic(Scope member) {
    return member.has("static") || member.has("shared");
  }
}
