package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Program;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Function values that variables keep: they run where somebody names the variable. */
final class Functions {

  /**
   * A value with a function inside.
   *
   * @param at where it was made
   */
  record Kept(Expr value, Place at) {}

  private final Program program;
  private final Map<String, Kept> byName = new HashMap<>();
  private final Map<Expr, Kept> running = new IdentityHashMap<>();

  Functions(Program program) {
    this.program = program;
  }

  /**
   * Keeps what a variable is given where that has a function inside.
   *
   * @param name the variable; empty where there is none
   */
  boolean isKept(Expr value, String name, Place at) {
    if (name.isEmpty() || running.containsKey(value) || !isFunction(value)) {
      return false;
    }
    byName.put(Program.key(name, at.code()), new Kept(value, at));
    return true;
  }

  // new Lazy<T>(() => ...) holds one as well; what is called with one, runs it.
  private static boolean isFunction(Expr e) {
    return e instanceof Expr.Lambda
        || e instanceof Expr.New n && n.args().stream().anyMatch(a -> isFunction(a.value()))
        || e instanceof Expr.Cast c && isFunction(c.operand());
  }

  /** What a name stands for, if that is kept. */
  Optional<Kept> named(Expr e, Place at) {
    boolean name = e instanceof Expr.Name || e instanceof Expr.Member;
    @Nullable Kept kept = name ? byName.get(Program.key(e.lastName(), at.code())) : null;
    return Optional.ofNullable(kept).filter(k -> isSeen(e.lastName(), k, at));
  }

  // Not another local of the same name.
  private boolean isSeen(String name, Kept kept, Place at) {
    boolean field = kept.at.scope().kind() == Scope.Kind.TYPE;
    return field
        ? !program.isLocal(name, at.scope(), at.code())
        : kept.at.scope().encloses(at.scope()) || !program.isLocal(name, at.scope(), at.code());
  }

  /** Begins to run it; false where it runs already. */
  boolean enter(Kept kept) {
    return running.putIfAbsent(kept.value, kept) == null;
  }

  /** Ends it. */
  void leave(Kept kept) {
    running.remove(kept.value);
  }
}
