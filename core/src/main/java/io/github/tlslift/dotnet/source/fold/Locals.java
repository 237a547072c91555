package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Variable;
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
  /** A write; it counts for what stands after its end. */
  private record Write(int at, Scope scope, String op, Expr value) {}

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
    return Optional.of(folder.once(step, () -> flow(name, variables, declared, use, code)));
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
      Expr.Name name, List<Variable> variables, Scope declared, Scope use, Code code) {
    Scope home = declared.nearest(s -> isHome(s));
    boolean sameHome = use.nearest(s -> isHome(s)) == home;
    List<Write> writes = writes(name, variables, declared, code);
    Set<Integer> complete = complete(writes, use, code);
    Value value = Value.none();
    for (Write w : writes) {
      if (sameHome && w.at > name.start()) {
        continue;
      }
      value = applied(value, w, use, complete, code);
    }
    return value.isNone() ? Value.unknown("the value of " + name.name()) : value;
  }

  static boolean isHome(Scope s) {
    return s.kind() == Scope.Kind.MEMBER
        || s.kind() == Scope.Kind.LAMBDA
        || s.kind() == Scope.Kind.TYPE;
  }

  private Value applied(Value before, Write w, Scope use, Set<Integer> complete, Code code) {
    Value written = folder.fold(w.value, w.scope, code);
    Value after =
        w.op.equals("=")
            ? written
            : Operators.binary(w.op.substring(0, w.op.length() - 1), before, written);
    if (w.scope.encloses(use) || !isSometimes(w.scope, use)) {
      return after;
    }
    Scope branch = branch(w.scope, use);
    boolean first = branch != null && complete.remove(branch.chain());
    return first ? after : before.or(after);
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
    writes.sort(Comparator.comparingInt(Write::at));
    return writes;
  }
}
