package io.github.tlslift.dotnet.source.code;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A local, field, property or enum member.
 *
 * @param scope where it is declared: a type for fields, else a member or block
 * @param type as written; empty or {@code var} where inferred
 * @param value its first value; null where none is written
 * @param traits modifiers, plus {@code property}, {@code enum}, {@code local}
 */
public record Variable(
    Scope scope, String name, String type, @Nullable Expr value, Set<String> traits, int start) {

  /** Whether the value never changes after the initialiser. */
  public boolean isConstant() {
    return traits.contains("const") || traits.contains("enum") || traits.contains("literal");
  }

  public boolean isProperty() {
    return traits.contains("property");
  }
}
