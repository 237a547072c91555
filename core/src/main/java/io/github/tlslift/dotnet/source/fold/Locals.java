package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.api.ProtocolMembers;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Operators;
import io.github.tlslift.dotnet.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The value of a local where it is used: the writes before, in the order of the text. */
final class Locals {
  /**
   * A write; it counts for what stands after its end.
   *
   * @param by the call that may write it; empty for an assignment
   */
  private record Write(int at, Scope scope, String op, Expr value, Optional<Expr.Call> by) {
    Write(int at, Scope scope, String op, Expr value) {
      this(at, scope, op, value, Optional.empty());
    }
  }

  private final Program program;
  private final Folder folder;

  Locals(Program program, Folder folder) {
    this.program = program;
    this.folder = folder;
  }

  /** The value of a local declared in the scope, at the place where it is used. */
  Optional<Value> fold(Expr.Name name, Scope declared, Scope use, Code code) {
    List<Variable> variables =
        program.variables(name.name(), code).stream()
            .filter(d -> d.code() == code)
            .map(Program.Declared::variable)
            .filter(v -> belongs(v, declared))
            .toList();
    if (variables.isEmpty()) {
      return Optional.empty();
    }
    Optional<Expr> out = outValue(name, variables, code);
    if (out.isPresent()) {
      return Optional.of(folder.fold(out.get(), use, code).asProtocols());
    }
    Step step = new Step(variables.get(0), code, name.start());
    List<Write> writes = writes(name, variables, declared, code);
    Value start = start(variables.get(0), code);
    return Optional.of(folder.once(step, () -> flow(name, writes, start, declared, use, code)));
  }

  /** The value of a parameter of the scope, which its member may have written since. */
  Value reassigned(Expr.Name name, Value given, Scope declared, Scope use, Code code) {
    List<Write> writes = writes(name, List.of(), declared, code);
    return writes.isEmpty()
        ? given
        : folder.once(
            new Step(declared, code, name.start()),
            () -> flow(name, writes, given, declared, use, code));
  }

  // PowerShell variables belong to the function, whichever block assigns them.
  private static boolean belongs(Variable v, Scope declared) {
    if (v.scope() == declared) {
      return true;
    }
    return v.traits().contains("assigned")
        && declared.kind() == Scope.Kind.MEMBER
        && v.scope().nearest(Scope.Kind.MEMBER) == declared;
  }

  // The text that TryParse reads into an out variable.
  private Optional<Expr> outValue(Expr.Name name, List<Variable> variables, Code code) {
    Scope member = variables.get(0).scope().nearest(Scope.Kind.MEMBER);
    return program.calls("TryParse", code).stream()
        .filter(c -> c.code() == code && c.scope().nearest(Scope.Kind.MEMBER) == member)
        .filter(
            c ->
                c.expr().args().stream()
                    .anyMatch(
                        a ->
                            a.value() instanceof Expr.Name n
                                && Program.key(n.name(), code)
                                    .equals(Program.key(name.name(), code))))
        .flatMap(
            c ->
                c.expr().args().stream()
                    .map(Expr.Arg::value)
                    .filter(a -> !(a instanceof Expr.TypeRef)))
        .findFirst();
  }

  private Value flow(
      Expr.Name name, List<Write> writes, Value start, Scope declared, Scope use, Code code) {
    Scope home = declared.nearest(s -> isHome(s));
    boolean sameHome = use.nearest(s -> isHome(s)) == home;
    Set<Integer> complete = complete(writes, use, code);
    Value value = start;
    for (Write w : writes) {
      if (sameHome && w.at > name.start()) {
        continue;
      }
      Value before = value;
      value =
          accumulated(name, before, w, use, code)
              .orElseGet(() -> applied(before, w, use, complete, code));
    }
    return value.isNone() ? Value.unknown("the value of " + name.name()) : value;
  }

  // VB: a variable without a first value starts with 0.
  private Value start(Variable v, Code code) {
    String type = program.simpleName(v.type(), code);
    boolean number = ProtocolMembers.isEnum(type) || type.equalsIgnoreCase("Integer");
    return code.language() == Code.Language.VB && v.value() == null && number
        ? Value.number(0)
        : Value.none();
  }

  // PowerShell: a variable that was never given a value counts as 0.
  private static Value start(Code code) {
    return code.language() == Code.Language.POWERSHELL ? Value.number(0) : Value.none();
  }

  static boolean isHome(Scope s) {
    return s.kind() == Scope.Kind.MEMBER
        || s.kind() == Scope.Kind.LAMBDA
        || s.kind() == Scope.Kind.TYPE;
  }

  // A loop over known items that adds each of them adds them all.
  private Optional<Value> accumulated(Expr.Name name, Value before, Write w, Scope use, Code code) {
    Optional<Expr> item =
        isInLoop(w.scope, use, code) || isByIndex(w, use, code)
            ? added(name.name(), w, code)
            : Optional.empty();
    if (item.isEmpty()) {
      return Optional.empty();
    }
    Value items = folder.fold(item.get(), w.scope, code).asProtocols();
    if (items.possible().isEmpty()) {
      return Optional.of(items);
    }
    Value sum = before.isNone() ? start(code) : before;
    for (Atom atom : items.possible()) {
      sum = Operators.binary("|", sum, Value.of(atom));
    }
    return items.unknown().isPresent() ? Optional.empty() : Optional.of(sum);
  }

  // Whether a loop over items, and nothing else, stands between the write and the use.
  private static boolean isInLoop(Scope write, Scope use, Code code) {
    Scope loop = write.nearest(s -> s.encloses(use) || isLoop(s, code) || isBranch(s));
    return loop != null
        && !loop.encloses(use)
        && isLoop(loop, code)
        && (loop.parent() == null || branch(loop.parent(), use) == null);
  }

  // A loop that counts through a list that is written down.
  private boolean isByIndex(Write w, Scope use, Code code) {
    Expr value = w.value instanceof Expr.Binary b ? b.right() : w.value;
    boolean counts =
        w.scope.kind() == Scope.Kind.CONDITIONAL
            && (w.scope.condition().startsWith("for ") || w.scope.condition().startsWith("while "));
    return counts
        && branch(w.scope, use) == w.scope
        && value instanceof Expr.Index i
        && folder.definition(i.target(), w.scope, code) instanceof Expr.Items;
  }

  private static boolean isBranch(Scope s) {
    return s.kind() == Scope.Kind.CONDITIONAL || s.kind() == Scope.Kind.LAMBDA;
  }

  private static boolean isLoop(Scope s, Code code) {
    return code.variables().stream()
        .anyMatch(v -> v.scope() == s && v.value() instanceof Expr.Opaque);
  }

  // What is added by p |= item, or by p = p | item.
  private static Optional<Expr> added(String name, Write w, Code code) {
    if (w.op.equals("|=") || w.op.equals("+=")) {
      return Optional.of(w.value);
    }
    Expr value = w.value instanceof Expr.Cast c ? c.operand() : w.value;
    if (!w.op.equals("=") || !(value instanceof Expr.Binary b) || !b.op().equals("|")) {
      return Optional.empty();
    }
    String key = Program.key(name, code);
    boolean left = Program.key(b.left().path(), code).equals(key);
    boolean right = Program.key(b.right().path(), code).equals(key);
    return left == right ? Optional.empty() : Optional.of(left ? b.right() : b.left());
  }

  private Value applied(Value before, Write w, Scope use, Set<Integer> complete, Code code) {
    Value written = written(w, code);
    Value after = after(before, w.op, written);
    if (w.scope.encloses(use) || !isSometimes(w.scope, use)) {
      return after;
    }
    Scope branch = branch(w.scope, use);
    boolean first = branch != null && complete.remove(branch.chain());
    return first ? after : before.or(after);
  }

  private Value written(Write w, Code code) {
    return w.by.map(c -> leftBy(c, w, code)).orElseGet(() -> folder.fold(w.value, w.scope, code));
  }

  // What a call leaves in a variable that it was handed by reference.
  private Value leftBy(Expr.Call call, Write w, Code code) {
    List<Expr.Arg> args = call.args();
    int index = 0;
    while (index < args.size() && args.get(index).value() != w.value) {
      index++;
    }
    int at = index;
    Value left =
        folder
            .calls()
            .methods(call, w.scope, code)
            .filter(m -> at < m.scope().parameters().size())
            .map(m -> folder.names().leftIn(m, at, Frame.of(m.scope(), call, w.scope, code)))
            .reduce(Value.none(), Value::or);
    return left.isNone() ? Value.unknown("what " + call.lastName() + " gives") : left;
  }

  private static Value after(Value before, String op, Value written) {
    return switch (op) {
      case "=" -> written;
      case "??=" -> Folder.orElse(before, () -> written);
      default -> Operators.binary(op.substring(0, op.length() - 1), before, written);
    };
  }

  // Whether a condition stands between the write and what it has in common with the use.
  private static boolean isSometimes(Scope write, Scope use) {
    return branch(write, use) != null;
  }

  private static @Nullable Scope branch(Scope write, Scope use) {
    Scope outermost = null;
    for (Scope s = write; s != null && !s.encloses(use); s = s.parent()) {
      if (s.kind() == Scope.Kind.CONDITIONAL || s.kind() == Scope.Kind.LAMBDA) {
        outermost = s;
      }
    }
    return outermost;
  }

  // Decisions all of whose branches write: what was there before does not survive them.
  private Set<Integer> complete(List<Write> writes, Scope use, Code code) {
    Set<Integer> chains = new HashSet<>();
    for (Write w : writes) {
      Scope branch = branch(w.scope, use);
      if (branch != null && w.op.equals("=") && code.isComplete(branch.chain())) {
        chains.add(branch.chain());
      }
    }
    chains.removeIf(chain -> !allWrite(chain, writes, use, code));
    return chains;
  }

  private static boolean allWrite(int chain, List<Write> writes, Scope use, Code code) {
    Set<Scope> branches =
        code.scopes().stream()
            .filter(s -> s.kind() == Scope.Kind.CONDITIONAL && s.chain() == chain)
            .collect(Collectors.toSet());
    Set<Scope> writing = new HashSet<>();
    writes.forEach(w -> Optional.ofNullable(branch(w.scope, use)).ifPresent(writing::add));
    return writing.containsAll(branches);
  }

  private boolean isWritten(Expr.Arg arg, Program.Site<Expr.Call> call) {
    int index = call.expr().args().indexOf(arg);
    return arg.byReference()
        || folder
            .calls()
            .methods(call.expr(), call.scope(), call.code())
            .map(m -> m.scope().parameters())
            .anyMatch(p -> index < p.size() && p.get(index).byReference());
  }

  private static boolean isSame(String a, String b, Code code) {
    return Program.key(a, code).equals(Program.key(b, code));
  }

  private List<Write> writes(Expr.Name name, List<Variable> variables, Scope declared, Code code) {
    List<Write> writes = new ArrayList<>();
    for (Variable v : variables) {
      if (v.value() != null && !v.traits().contains("assigned")) {
        writes.add(new Write(v.value().end(), v.scope(), "=", v.value()));
      }
    }
    for (Program.Site<Expr.Assign> a : program.assigns(name.name(), code)) {
      Expr target = a.expr().target();
      Expr bare = target instanceof Expr.Cast c ? c.operand() : target;
      if (a.code() == code && bare instanceof Expr.Name && declared.encloses(a.scope())) {
        writes.add(new Write(a.expr().end(), a.scope(), a.expr().op(), a.expr().value()));
      }
    }
    for (Program.Site<Expr.Call> c : program.references(name.name(), code)) {
      if (c.code() == code && declared.encloses(c.scope())) {
        c.expr().args().stream()
            .filter(a -> a.value() instanceof Expr.Name && isWritten(a, c))
            .filter(a -> isSame(a.value().lastName(), name.name(), code))
            .map(a -> new Write(c.expr().end(), c.scope(), "=", a.value(), Optional.of(c.expr())))
            .forEach(writes::add);
      }
    }
    writes.sort(Comparator.comparingInt(Write::at));
    return writes;
  }
}
