package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.fold.Program;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The cheap question about a condition: does it name a property, or a variable that was read from
 * it? Most conditions of a program ask something else, and to follow each would take forever.
 */
final class Mentions {
  private final String name;
  private final Map<Code, Set<String>> copies = new IdentityHashMap<>();

  /**
   * Of one property.
   *
   * @param property with its type, as {@code ServicePointManager.SecurityProtocol}
   */
  Mentions(String property) {
    name = property.substring(property.lastIndexOf('.') + 1);
  }

  /** Whether it may be asked about, or the condition is a plain truth. */
  boolean in(Expr condition, Code code) {
    return condition instanceof Expr.Bool
        || condition instanceof Expr.Unary u && u.operand() instanceof Expr.Bool
        || mentions(condition, code, true);
  }

  private boolean mentions(Expr e, Code code, boolean withCopies) {
    if (e.lastName().equalsIgnoreCase(name)
        || e instanceof Expr.Str s && s.value().contains(name)) {
      return true;
    }
    if (withCopies
        && e instanceof Expr.Name n
        && copies(code).contains(Program.key(n.name(), code))) {
      return true;
    }
    return e.children().stream().anyMatch(c -> mentions(c, code, withCopies));
  }

  private Set<String> copies(Code code) {
    Set<String> known = copies.get(code);
    if (known == null) {
      known = new HashSet<>();
      copies.put(code, known);
      find(code, known);
    }
    return known;
  }

  private void find(Code code, Set<String> into) {
    for (Variable v : code.variables()) {
      if (v.value() != null && mentions(v.value(), code, false)) {
        into.add(Program.key(v.name(), code));
      }
    }
    for (Statement s : code.statements()) {
      if (s.value() instanceof Expr.Assign a && mentions(a.value(), code, false)) {
        into.add(Program.key(a.target().lastName(), code));
      }
    }
  }
}
