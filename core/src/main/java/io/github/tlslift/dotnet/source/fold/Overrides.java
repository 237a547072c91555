package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Scope;
import java.util.List;
import java.util.Set;

/** What derived types of the project have in place of a property or method of a type. */
final class Overrides {
  private static final Set<String> OPEN = Set.of("virtual", "overridable");
  private static final Set<String> ABSTRACT = Set.of("abstract", "mustoverride");

  private final Program program;
  private final Hierarchy hierarchy;

  Overrides(Program program) {
    this.program = program;
    hierarchy = new Hierarchy(program);
  }

  /** The properties in place of that of the type; none where it cannot be overridden. */
  List<Program.Declared> of(String name, Scope type, Code code) {
    List<Program.Declared> all = program.variables(name, code);
    boolean open =
        all.stream()
            .filter(d -> isOf(d.variable().scope(), type, code))
            .anyMatch(d -> isOpen(d.variable().traits()) || isInterface(d.variable().scope()));
    return !open
        ? List.of()
        : all.stream().filter(d -> hierarchy.derives(d.variable().scope(), type, code)).toList();
  }

  /** The methods in place of one; none where it cannot be overridden. */
  List<Program.Named> of(Program.Named method, Code code) {
    Scope type = method.scope().nearest(Scope.Kind.TYPE);
    if (type == null || !(isOpen(method.scope().traits()) || isInterface(type))) {
      return List.of();
    }
    return program.members(method.scope().name(), code).stream()
        .filter(
            m -> m.scope().parent() != null && hierarchy.derives(m.scope().parent(), type, code))
        .toList();
  }

  /** Whether the property has no value of its own. */
  static boolean isAbstract(Program.Declared declared) {
    return has(declared.variable().traits(), ABSTRACT) || isInterface(declared.variable().scope());
  }

  /** The same of a method. */
  static boolean isAbstract(Program.Named method) {
    Scope type = method.scope().nearest(Scope.Kind.TYPE);
    return has(method.scope().traits(), ABSTRACT) || type != null && isInterface(type);
  }

  private static boolean isInterface(Scope type) {
    return type.has("interface");
  }

  private static boolean isOpen(Set<String> traits) {
    return has(traits, OPEN) || has(traits, ABSTRACT);
  }

  private static boolean has(Set<String> traits, Set<String> any) {
    return any.stream().anyMatch(traits::contains);
  }

  private static boolean isOf(Scope scope, Scope type, Code code) {
    return scope.kind() == Scope.Kind.TYPE
        && Program.key(scope.name(), code).equals(Program.key(type.name(), code));
  }
}
