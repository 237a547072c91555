package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.model.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a program starts.
 *
 * @param all the members that run by themselves, the first that do first
 */
record Starts(List<Program.Named> all) {

  static Starts of(Program program) {
    List<Program.Named> all = new ArrayList<>();
    for (Code code : program.codes()) {
      code.scopes().stream()
          .filter(s -> code.outer().isEmpty() && isOutermost(s) && isStart(s))
          .forEach(s -> all.add(new Program.Named(s, code)));
    }
    all.sort(Comparator.comparing((Program.Named n) -> Container.phase(n.scope())));
    return new Starts(all);
  }

  /** Whether it is a member that stands in no other. */
  static boolean isOutermost(Scope s) {
    return s.kind() == Scope.Kind.MEMBER
        && (s.parent() == null || s.parent().nearest(Scope.Kind.MEMBER) == null);
  }

  private static boolean isStart(Scope s) {
    return switch (Container.phase(s)) {
      case ENTRY_POINT, APPLICATION_START, SCRIPT -> true;
      case TYPE_INITIALIZER, PER_REQUEST, UNKNOWN, NEVER -> false;
    };
  }

  /** Whether it starts by itself and is no part of something else. */
  boolean isProgram() {
    return all.stream().anyMatch(n -> Container.phase(n.scope()) == Phase.ENTRY_POINT);
  }

  /** How a start is read: once for each choice of {@code #if} branches. */
  List<Code> readings(Program.Named start) {
    return all.stream().filter(n -> isSamePlace(n, start)).map(Program.Named::code).toList();
  }

  private static boolean isSamePlace(Program.Named a, Program.Named b) {
    return a.code().text().file().equals(b.code().text().file())
        && a.scope().start() == b.scope().start();
  }
}
