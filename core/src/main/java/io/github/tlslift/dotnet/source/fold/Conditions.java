package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a condition comes to where nothing outside the program has a say in it. */
final class Conditions {
  private static final int LONGEST = 12;
  private static final Set<String> FIXED = Set.of("const", "literal", "enum", "readonly");

  private final Program program;
  private final Folder folder;

  Conditions(Program program, Folder folder) {
    this.program = program;
    this.folder = folder;
  }

  /** The outcome of a condition over constants, locals and arguments; empty where it is open. */
  Optional<Boolean> decide(Expr e, Scope scope, Code code) {
    // Texts that differ in case alone are equal there.
    boolean telling = code.language() != Code.Language.POWERSHELL;
    return telling && isSettled(e, scope, code, true)
        ? flag(folder.fold(e, scope, code))
        : Optional.empty();
  }

  /** The same, of nothing but literals and constants, and of reading a text that is known. */
  Optional<Boolean> constant(Expr e, Scope scope, Code code) {
    if (e instanceof Expr.Call c && c.lastName().equalsIgnoreCase("TryParse")) {
      return folder.calls().isReadable(c, scope, code) ? Optional.of(true) : Optional.empty();
    }
    boolean telling = code.language() != Code.Language.POWERSHELL;
    return telling && isSettled(e, scope, code, false)
        ? flag(folder.fold(e, scope, code))
        : Optional.empty();
  }

  private static Optional<Boolean> flag(Value value) {
    return value.unknown().isEmpty()
            && value.possible().size() == 1
            && value.possible().iterator().next() instanceof Atom.Flag f
        ? Optional.of(f.value())
        : Optional.empty();
  }

  // Fields that may be written, from outside as well, settle nothing.
  private boolean isSettled(Expr e, Scope scope, Code code, boolean locals) {
    List<Expr> leaves = leaves(e).limit(LONGEST + 1L).toList();
    return leaves.size() <= LONGEST
        && leaves.stream().allMatch(l -> isFixed(l, scope, code, locals));
  }

  private static Stream<Expr> leaves(Expr e) {
    if (e instanceof Expr.Unary || e instanceof Expr.Binary || e instanceof Expr.Cast) {
      return e.children().stream().flatMap(Conditions::leaves);
    }
    return Stream.of(e);
  }

  private boolean isFixed(Expr leaf, Scope scope, Code code, boolean locals) {
    if (leaf instanceof Expr.Bool
        || leaf instanceof Expr.Num
        || leaf instanceof Expr.Null
        || leaf instanceof Expr.Str s && !s.holes()) {
      return true;
    }
    if (leaf instanceof Expr.Name n && program.isLocal(n.name(), scope, code)) {
      return locals || areFixed(n, code);
    }
    if (!(leaf instanceof Expr.Name) && !(leaf instanceof Expr.Member)) {
      return false;
    }
    return areFixed(leaf, code);
  }

  private boolean areFixed(Expr name, Code code) {
    List<Variable> all =
        program.variables(name.lastName(), code).stream().map(Program.Declared::variable).toList();
    return !all.isEmpty()
        && all.stream().allMatch(v -> FIXED.stream().anyMatch(v.traits()::contains));
  }
}
