package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.api.Lifecycle;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.model.Phase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which member a place is in, and when that runs. */
final class Container {
  private Container() {}

  /** {@code Type.Member}, for the top of code in a string that of what hands it over. */
  static String name(Place at) {
    String own = name(at.scope());
    return own.isEmpty() ? at.code().outer().map(o -> name(o.scope())).orElse(own) : own;
  }

  /** {@code Type.Member}; empty at the top of a script. */
  static String name(Scope scope) {
    Deque<String> parts = new ArrayDeque<>();
    for (Scope s = scope; s != null; s = s.parent()) {
      boolean named = s.kind() == Scope.Kind.TYPE || s.kind() == Scope.Kind.MEMBER;
      if (named && !s.name().isEmpty()) {
        parts.push(s.has("constructor") ? constructor(s) : s.name());
      }
    }
    return String.join(".", parts);
  }

  private static String constructor(Scope s) {
    return s.has("static") || s.has("shared") ? ".cctor" : ".ctor";
  }

  /** When the place runs, as far as the text tells; code in a string, when it is handed over. */
  static Phase phase(Place at) {
    Phase own = phase(at.scope());
    return own == Phase.SCRIPT ? at.code().outer().map(o -> phase(o.scope())).orElse(own) : own;
  }

  /** When what stands in the scope runs. */
  static Phase phase(Scope scope) {
    Scope member = outermostMember(scope);
    Scope type = scope.nearest(Scope.Kind.TYPE);
    if (member == null) {
      return Phase.TYPE_INITIALIZER;
    }
    String name = member.name().toLowerCase(Locale.ROOT);
    if (member.has("script")) {
      return Phase.SCRIPT;
    }
    if (isInitializer(member)) {
      return Phase.TYPE_INITIALIZER;
    }
    if (isMain(member, name)) {
      return Phase.ENTRY_POINT;
    }
    return type == null
        ? Lifecycle.of(name, "", List.of(), member.has("private"))
        : Lifecycle.of(name, type.name(), type.bases(), member.has("private"));
  }

  private static boolean isInitializer(Scope member) {
    boolean isStatic = member.has("static") || member.has("shared");
    return (member.has("constructor") && isStatic) || member.has("[ModuleInitializer]");
  }

  private static boolean isMain(Scope member, String name) {
    return member.has("top-level")
        || member.has("[EntryPoint]")
        || (name.equals("main") && !member.has("[EntryPoint]"));
  }

  private static @Nullable Scope outermostMember(Scope scope) {
    Scope found = null;
    for (Scope s = scope; s != null && s.kind() != Scope.Kind.TYPE; s = s.parent()) {
      found = s.kind() == Scope.Kind.MEMBER ? s : found;
    }
    return found;
  }
}
