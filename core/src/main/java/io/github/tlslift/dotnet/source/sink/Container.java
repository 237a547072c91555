package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.model.Phase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which member a place is in, and when that runs. */
final class Container {
  private static final Map<String, Phase> BY_MEMBER =
      Map.ofEntries(
          Map.entry("application_start", Phase.APPLICATION_START),
          Map.entry("app_start", Phase.APPLICATION_START),
          Map.entry("application_init", Phase.APPLICATION_START),
          Map.entry("onstart", Phase.APPLICATION_START),
          Map.entry("onstartup", Phase.APPLICATION_START),
          Map.entry("thisaddin_startup", Phase.APPLICATION_START),
          Map.entry("configureservices", Phase.APPLICATION_START),
          Map.entry("registerglobalfilters", Phase.APPLICATION_START),
          Map.entry("registerroutes", Phase.APPLICATION_START),
          Map.entry("page_load", Phase.PER_REQUEST),
          Map.entry("page_init", Phase.PER_REQUEST),
          Map.entry("processrequest", Phase.PER_REQUEST),
          Map.entry("application_beginrequest", Phase.PER_REQUEST),
          Map.entry("session_start", Phase.PER_REQUEST),
          Map.entry("onactionexecuting", Phase.PER_REQUEST));
  private static final Set<String> REQUEST_BASES =
      Set.of("controller", "apicontroller", "controllerbase", "page", "ihttphandler", "webservice");

  private Container() {}

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

  /** When the place runs, as far as the text tells. */
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
    if (BY_MEMBER.containsKey(name)) {
      return BY_MEMBER.get(name);
    }
    if (type != null
        && type.name().equals("Startup")
        && (name.equals("configuration") || name.equals("configure") || name.equals("startup"))) {
      return Phase.APPLICATION_START;
    }
    boolean request =
        type != null
            && type.bases().stream()
                .map(b -> b.substring(b.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                .anyMatch(REQUEST_BASES::contains);
    return request && !member.has("private") ? Phase.PER_REQUEST : Phase.UNKNOWN;
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
