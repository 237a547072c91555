package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.fold.Folder;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.model.ApiUse;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up what leads to places, however far back, so that code without a word of ours is read. */
final class Callers {
  private static final int MOST = 200;

  private final Program program;
  private final Folder folder;

  Callers(Program program, Folder folder) {
    this.program = program;
    this.folder = folder;
  }

  /** Asks for the members that call those of the places, for those that call them, and so on. */
  void ask(Collection<ApiUse> places) {
    if (!places.isEmpty() && !program.codes().isEmpty()) {
      folder.following(() -> names(places));
    }
  }

  private Set<String> names(Collection<ApiUse> places) {
    Code any = program.codes().get(0);
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(places.stream().map(Callers::called).toList());
    while (!open.isEmpty() && seen.size() < MOST) {
      String name = open.pop();
      if (!name.isEmpty() && seen.add(name)) {
        callers(name, any).forEach(open::push);
      }
    }
    return seen;
  }

  // What a call of the place's member names: of a constructor that is the type.
  private static String called(ApiUse place) {
    String container = place.container().replaceFirst("\\.\\.c?ctor$", "");
    return container.substring(container.lastIndexOf('.') + 1);
  }

  private Stream<String> callers(String name, Code code) {
    Stream<String> calls =
        program.calls(name, code).stream().flatMap(s -> around(s.expr(), s.scope(), s.code()));
    Stream<String> creations =
        program.creations(name, code).stream().flatMap(s -> around(s.expr(), s.scope(), s.code()));
    return Stream.concat(calls, creations);
  }

  // The member that an expression stands in, or the field that is given it.
  private static Stream<String> around(Expr e, Scope scope, Code code) {
    Scope member = scope.nearest(Scope.Kind.MEMBER);
    if (member != null) {
      Scope type = member.nearest(Scope.Kind.TYPE);
      boolean creates = member.has("constructor") && type != null;
      return Stream.of(creates && type != null ? type.name() : member.name());
    }
    Optional<Variable> field =
        code.variables().stream()
            .filter(v -> v.scope().kind() == Scope.Kind.TYPE && holds(v.value(), e))
            .findFirst();
    return field.stream().flatMap(v -> Stream.of(v.name(), v.scope().name()));
  }

  private static boolean holds(@Nullable Expr value, Expr e) {
    return value != null && value.start() <= e.start() && e.end() <= value.end();
  }
}
