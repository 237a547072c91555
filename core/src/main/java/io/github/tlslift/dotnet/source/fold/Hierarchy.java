package io.github.tlslift.dotnet.source.fold;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Scope;
import java.util.List;

/** Which types of the project derive from which. */
public final class Hierarchy {
  private static final int DEEPEST = 8;

  private final Program program;

  /** Over the types of a program. */
  public Hierarchy(Program program) {
    this.program = program;
  }

  /** Whether a type has another among its bases, however far. */
  public boolean derives(String type, String from, Code code) {
    return program.types(type, code).stream().anyMatch(t -> derives(t.scope(), from, code, 0));
  }

  /** The same of a type where it is declared. */
  boolean derives(Scope type, Scope from, Code code) {
    return derives(type, from.name(), code, 0);
  }

  /** The simple names of what a type is said to derive from, in the order of the text. */
  public List<String> bases(String type, Code code) {
    return program.types(type, code).stream()
        .flatMap(t -> t.scope().bases().stream())
        .map(b -> program.simpleName(bare(b), code))
        .distinct()
        .toList();
  }

  private boolean derives(Scope type, String from, Code code, int depth) {
    if (type.kind() != Scope.Kind.TYPE || depth > DEEPEST) {
      return false;
    }
    for (String base : type.bases()) {
      String simple = program.simpleName(bare(base), code);
      boolean found =
          Program.key(simple, code).equals(Program.key(from, code))
              || program.types(simple, code).stream()
                  .anyMatch(t -> t.scope() != type && derives(t.scope(), from, code, depth + 1));
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static String bare(String type) {
    int angle = type.indexOf('<');
    return angle < 0 ? type : type.substring(0, angle);
  }
}
