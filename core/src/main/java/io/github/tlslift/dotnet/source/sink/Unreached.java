package io.github.tlslift.dotnet.source.sink;

import static io.github.tlslift.dotnet.source.code.Code.Language.CSHARP;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Hierarchy;
import io.github.tlslift.dotnet.source.fold.Program;
import io.github.tlslift.model.Phase;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Members that nothing in a program leads to: each mention of their name is a declaration, or a
 * call that runs another member. What a framework may call by itself is not among them.
 */
final class Unreached {
  // Names of F# and PowerShell are also called without parentheses, or as texts.
  private static final Set<Code.Language> TELLING =
      EnumSet.of(Code.Language.CSHARP, Code.Language.VB);
  private static final Set<String> CALLED_FROM_OUTSIDE = Set.of("abstract", "extern");

  private static final Set<Phase> INSIDE = EnumSet.of(Phase.UNKNOWN, Phase.TYPE_INITIALIZER);
  private static final int DEEPEST = 8;
  private static final int LONGEST_HEAD = 400;

  private final Program program;
  private final Callees callees;
  private final Hierarchy hierarchy;

  Unreached(Program program, Callees callees) {
    this.program = program;
    this.callees = callees;
    hierarchy = new Hierarchy(program);
  }

  /** Whether nothing leads to the member. */
  boolean is(Program.Named member) {
    Scope type = member.scope().nearest(Scope.Kind.TYPE);
    if (!TELLING.contains(member.code().language())
        || type == null
        || type.has("partial")
        || isCalledFromOutside(type)) {
      return false;
    }
    return isNeverNamed(type, member.code())
        || (member.scope().has("constructor")
            ? member.code().language() == CSHARP && isNeverChosen(member, type)
            : !isCalledFromOutside(member.scope()) && isNeverCalled(member));
  }

  private static boolean isCalledFromOutside(Scope scope) {
    return scope.traits().stream()
        .anyMatch(t -> t.startsWith("[") || CALLED_FROM_OUTSIDE.contains(t));
  }

  // Declarations of the type and of its constructors are all that has its name. One with bases may
  // be made by who looks for what derives from them.
  private boolean isNeverNamed(Scope type, Code code) {
    if (!type.bases().isEmpty() || code.language() != CSHARP || hasStart(type, code)) {
      return false;
    }
    long declared =
        Stream.concat(
                program.types(type.name(), code).stream(),
                program.members(type.name(), code).stream())
            .map(d -> d.code().text().file() + ":" + d.scope().start())
            .distinct()
            .count();
    return mentions(type.name(), code) == declared;
  }

  // A member with an attribute may be found by it, and the runtime finds Main.
  private static boolean hasStart(Scope type, Code code) {
    return code.scopes().stream()
        .filter(s -> s.kind() == Scope.Kind.MEMBER && s.nearest(Scope.Kind.TYPE) == type)
        .anyMatch(s -> isCalledFromOutside(s) || !INSIDE.contains(Container.phase(s)));
  }

  private boolean isNeverCalled(Program.Named member) {
    String name = member.scope().name();
    Scope type = member.scope().nearest(Scope.Kind.TYPE);
    if (type == null || mayBeCalledByBase(member, type) || isWired(member)) {
      return false;
    }
    long declared =
        program.members(name, member.code()).stream()
            .map(d -> d.code().text().file() + ":" + d.scope().start())
            .distinct()
            .count();
    List<Program.Site<Expr.Call>> calls = program.calls(name, member.code());
    long called =
        calls.stream().map(c -> c.code().text().file() + ":" + c.expr().start()).distinct().count();
    return mentions(name, member.code()) == declared + called
        && calls.stream().noneMatch(c -> runs(c, member));
  }

  private boolean runs(Program.Site<Expr.Call> call, Program.Named member) {
    List<Program.Named> targets = callees.of(call.expr(), call.scope(), call.code());
    return targets.isEmpty() || targets.stream().anyMatch(t -> t.scope() == member.scope());
  }

  // Visual Basic: Sub Tick() Handles Timer.Elapsed
  private static boolean isWired(Program.Named member) {
    String text = member.code().text().text();
    int from = Math.min(member.scope().start(), text.length());
    String head = text.substring(from, Math.min(text.length(), from + LONGEST_HEAD));
    return member.code().language() == Code.Language.VB
        && (count(head, "Handles", true) > 0 || count(head, "Implements", true) > 0);
  }

  // A method of a type with bases from elsewhere may be one that they declare.
  private boolean mayBeCalledByBase(Program.Named member, Scope type) {
    return !member.scope().has("static") && hasBaseFromElsewhere(type, member.code(), 0);
  }

  private boolean hasBaseFromElsewhere(Scope type, Code code, int depth) {
    return depth > DEEPEST
        || type.bases().stream()
            .map(b -> program.types(program.simpleName(b, code), code))
            .anyMatch(
                t ->
                    t.isEmpty()
                        || t.stream()
                            .anyMatch(n -> hasBaseFromElsewhere(n.scope(), code, depth + 1)));
  }

  // Another constructor is what each creation runs.
  private boolean isNeverChosen(Program.Named constructor, Scope type) {
    Code code = constructor.code();
    boolean derived =
        program.codes().stream()
            .flatMap(c -> c.scopes().stream())
            .anyMatch(
                s -> s.kind() == Scope.Kind.TYPE && hierarchy.derives(s.name(), type.name(), code));
    List<Program.Site<Expr.New>> creations = program.creations(type.name(), code);
    Set<String> written =
        creations.stream()
            .map(n -> n.code().text().file() + ":" + n.expr().start())
            .collect(Collectors.toSet());
    boolean implied = derived && constructor.scope().parameters().isEmpty() && !isDelegatedTo(type);
    return !constructor.scope().has("static")
        && !implied
        && !creations.isEmpty()
        && texts().mapToLong(t -> count(t, "<" + type.name(), false)).sum() == 0
        && texts().mapToLong(t -> count(t, "(" + type.name() + ")", false)).sum() == 0
        && texts().mapToLong(t -> count(t, "new " + type.name(), false)).sum() <= written.size()
        && creations.stream()
            .flatMap(
                n -> callees.constructors(type.name(), n.expr().args().size(), n.code()).stream())
            .noneMatch(c -> c.scope() == constructor.scope());
  }

  // Each type derived from it says with base(...) which constructor it wants.
  private boolean isDelegatedTo(Scope type) {
    return program.codes().stream()
        .flatMap(c -> c.scopes().stream().map(s -> new Program.Named(s, c)))
        .filter(s -> s.scope().kind() == Scope.Kind.TYPE)
        .filter(s -> hierarchy.bases(s.scope().name(), s.code()).contains(type.name()))
        .allMatch(
            s ->
                callees.constructors(s.scope().name(), 0, s.code()).stream()
                        .allMatch(
                            c ->
                                program.creations(type.name(), c.code()).stream()
                                    .anyMatch(n -> n.scope() == c.scope()))
                    && !callees.constructors(s.scope().name(), 0, s.code()).isEmpty());
  }

  private Stream<String> texts() {
    return program.codes().stream()
        .collect(Collectors.toMap(c -> c.text().file(), c -> c.text().text(), (a, b) -> a))
        .values()
        .stream();
  }

  private long mentions(String name, Code code) {
    return texts().mapToLong(t -> count(t, name, code.language().anyCase())).sum();
  }

  // As a whole word; in comments and texts as well, where reflection may take it from.
  private static long count(String in, String of, boolean anyCase) {
    String text = anyCase ? in.toLowerCase(Locale.ROOT) : in;
    String word = anyCase ? of.toLowerCase(Locale.ROOT) : of;
    long found = 0;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      boolean begins = at == 0 || !isPart(text.charAt(at - 1)) || !isPart(word.charAt(0));
      int end = at + word.length();
      boolean ends =
          end == text.length() || !isPart(text.charAt(end)) || !isPart(text.charAt(end - 1));
      found += begins && ends ? 1 : 0;
    }
    return found;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
