package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.api.ProtocolMembers;
import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Decision;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.fold.Folder;
import io.github.tlslift.dotnet.value.Atom;
import io.github.tlslift.dotnet.value.Value;
import io.github.tlslift.model.Guard;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.ValueTest;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what an {@code if} around a place asks of the property that the place writes. */
final class Guards {
  private static final Set<String> CONTAINS = Set.of("-match", "-like", "-contains");
  private static final Set<String> LACKS = Set.of("-notmatch", "-notlike", "-notcontains");

  /**
   * What a condition says of the value.
   *
   * @param whole whether it asks nothing else
   */
  private record Read(Optional<ValueTest> test, boolean whole) {
    static final Read NOTHING = new Read(Optional.empty(), false);

    static Read of(ValueTest test) {
      return new Read(Optional.of(test), true);
    }
  }

  private final Folder folder;
  private final String property;
  private final Mentions mentions;
  private final Map<Scope, Guard> known = new IdentityHashMap<>();

  Guards(Folder folder, String property) {
    this.folder = folder;
    this.property = property;
    this.mentions = new Mentions(property);
  }

  /** What decides whether a place runs: all branches around it within its member. */
  Guard around(Place at) {
    Guard guard = Guard.ALWAYS;
    for (Scope s = at.scope(); s != null && !isEnd(s); s = s.parent()) {
      Guard here = known.get(s);
      if (here == null) {
        here = of(s, at.code());
        known.put(s, here);
      }
      guard = here.and(guard);
    }
    return guard;
  }

  private static boolean isEnd(Scope s) {
    return s.kind() == Scope.Kind.MEMBER || s.kind() == Scope.Kind.TYPE;
  }

  private Guard of(Scope s, Code code) {
    Optional<Decision> decision = code.decision(s);
    boolean branch = s.kind() == Scope.Kind.CONDITIONAL;
    if (decision.isEmpty() || s.parent() == null) {
      return branch ? branch(s, code) : Guard.ALWAYS;
    }
    Guard guard = decided(decision.get(), s.parent(), code);
    if (branch && guard.equals(Guard.SOMETIMES)) {
      return branch(s, code);
    }
    // What follows an early return runs as far as anyone knows, unless the value decides.
    return branch ? guard : new Guard(guard.conditions(), true);
  }

  private static Guard branch(Scope s, Code code) {
    if (!code.isComplete(s.chain())) {
      return Guard.SOMETIMES;
    }
    List<Scope> branches =
        code.scopes().stream()
            .filter(b -> b.kind() == Scope.Kind.CONDITIONAL && b.chain() == s.chain())
            .toList();
    String decision = code.text().file() + ":" + branches.get(0).start();
    return Guard.in(new Guard.Branch(decision, branches.indexOf(s), branches.size()));
  }

  private Guard decided(Decision decision, Scope scope, Code code) {
    Location at = code.text().location(decision.start(), decision.start());
    Guard guard = Guard.ALWAYS;
    for (Expr e : decision.failed()) {
      guard = guard.and(test(e, false, scope, code, at));
    }
    for (Expr e : decision.held()) {
      guard = guard.and(test(e, true, scope, code, at));
    }
    return guard;
  }

  private Guard test(Expr e, boolean holds, Scope scope, Code code, Location at) {
    if (!mentions.in(e, code)) {
      return folder
          .constant(e, scope, code)
          .map(c -> c == holds ? Guard.ALWAYS : never(e, code, at))
          .orElse(Guard.SOMETIMES);
    }
    Read read = read(e, holds, scope, code);
    String text = code.line(e.start(), Math.max(e.start(), e.end()));
    return new Guard(
        read.test.stream()
            .map(t -> new Guard.Condition(t, holds ? text : "not (" + text + ")", at))
            .toList(),
        read.whole);
  }

  private static Guard never(Expr e, Code code, Location at) {
    String text = code.line(e.start(), Math.max(e.start(), e.end()));
    return new Guard(List.of(new Guard.Condition(always(false), text, at)), true);
  }

  /**
   * What a place gives where it gives anything.
   *
   * @param value the value, or the one side of a conditional value that changes something
   * @param guard when that side is taken
   */
  record Chosen(Expr value, Guard guard) {}

  /** {@code p == 0 ? p : p | x} gives {@code p | x}, and only where {@code p} is not 0. */
  Chosen chosen(String op, Expr value, Place at) {
    Chosen all = new Chosen(value, Guard.ALWAYS);
    if (!(value instanceof Expr.Choice c) || c.conditions().size() != 1) {
      return all;
    }
    Guard yes = side(c, true, at);
    Guard no = side(c, false, at);
    if (!yes.whole() || c.branches().size() != 2) {
      return all;
    }
    if (isNoChange(op, c.branches().get(0), yes, at)) {
      return new Chosen(c.branches().get(1), no);
    }
    return isNoChange(op, c.branches().get(1), no, at) ? new Chosen(c.branches().get(0), yes) : all;
  }

  private Guard side(Expr.Choice c, boolean holds, Place at) {
    Expr condition = c.conditions().get(0);
    return test(condition, holds, at.scope(), at.code(), at.location(condition));
  }

  private boolean isNoChange(String op, Expr side, Guard where, Place at) {
    Optional<Integer> number = folder.fold(side, at.scope(), at.code()).asProtocols().number();
    if (!op.equals("=")) {
      return op.equals("|=") && number.filter(n -> n == 0).isPresent();
    }
    Optional<Atom.Bits> same = before(side, at.scope(), at.code());
    return same.filter(b -> b.keep() == -1 && b.set() == 0).isPresent()
        || number.filter(n -> isOnly(n, where)).isPresent();
  }

  private static boolean isOnly(int number, Guard where) {
    return where.conditions().stream()
        .anyMatch(c -> c.test().equals(new ValueTest.Bits(-1, 0, number, true)));
  }

  private Read read(Expr e, boolean holds, Scope scope, Code code) {
    if (e instanceof Expr.Unary u && (u.op().equals("!") || u.op().equals("~"))) {
      return read(u.operand(), !holds, scope, code);
    }
    if (e instanceof Expr.Binary b) {
      return binary(b, holds, scope, code);
    }
    Read read = e instanceof Expr.Bool b ? Read.of(always(b.value())) : single(e, scope, code);
    return holds ? read : new Read(read.test.map(ValueTest::negated), read.whole);
  }

  private Read binary(Expr.Binary b, boolean holds, Scope scope, Code code) {
    if (isLogical(b, scope, code)) {
      Read left = read(b.left(), holds, scope, code);
      Read right = read(b.right(), holds, scope, code);
      return b.op().startsWith("&") == holds ? both(left, right) : either(left, right);
    }
    Read read = compared(b, scope, code);
    return holds ? read : new Read(read.test.map(ValueTest::negated), read.whole);
  }

  // VB's And and Or, and & and | of C#, are logical between conditions.
  private boolean isLogical(Expr.Binary b, Scope scope, Code code) {
    boolean bitwise = b.op().equals("&") || b.op().equals("|");
    return b.op().equals("&&")
        || b.op().equals("||")
        || bitwise && before(b, scope, code).isEmpty();
  }

  private static Read both(Read left, Read right) {
    List<ValueTest> tests = new ArrayList<>();
    left.test.ifPresent(tests::add);
    right.test.ifPresent(tests::add);
    return tests.isEmpty()
        ? Read.NOTHING
        : new Read(Optional.of(new ValueTest.All(tests)), left.whole && right.whole);
  }

  private static Read either(Read left, Read right) {
    boolean known = left.whole && right.whole && left.test.isPresent() && right.test.isPresent();
    return known
        ? Read.of(new ValueTest.Any(List.of(left.test.get(), right.test.get())))
        : Read.NOTHING;
  }

  private Read compared(Expr.Binary b, Scope scope, Code code) {
    boolean equal = b.op().equals("==");
    if (equal || b.op().equals("!=")) {
      return equality(b.left(), b.right(), equal, scope, code)
          .or(() -> equality(b.right(), b.left(), equal, scope, code))
          .orElse(Read.NOTHING);
    }
    boolean lacks = LACKS.contains(b.op());
    if (lacks || CONTAINS.contains(b.op())) {
      return named(b.left(), b.right(), scope, code)
          .map(t -> Read.of(lacks ? t.negated() : t))
          .orElse(Read.NOTHING);
    }
    return single(b, scope, code);
  }

  private Optional<Read> equality(Expr side, Expr other, boolean equal, Scope scope, Code code) {
    Optional<Integer> number = folder.fold(other, scope, code).asProtocols().number();
    return before(side, scope, code)
        .flatMap(v -> number.map(n -> Read.of(new ValueTest.Bits(v.keep(), v.set(), n, equal))));
  }

  // Not compared with anything: a flag that is asked for, or bits that are not 0.
  private Read single(Expr e, Scope scope, Code code) {
    if (e instanceof Expr.Call c && c.callee() instanceof Expr.Member m && c.args().size() == 1) {
      return called(m, c.args().get(0).value(), scope, code);
    }
    return before(e, scope, code)
        .map(v -> Read.of(new ValueTest.Bits(v.keep(), v.set(), 0, false)))
        .orElse(Read.NOTHING);
  }

  private Read called(Expr.Member m, Expr argument, Scope scope, Code code) {
    Optional<ValueTest> test =
        switch (m.name().toLowerCase(Locale.ROOT)) {
          case "hasflag" -> flag(m.target(), argument, scope, code);
          case "equals" -> equality(m.target(), argument, true, scope, code).flatMap(Read::test);
          case "contains" -> named(m.target(), argument, scope, code);
          default -> Optional.empty();
        };
    return test.map(Read::of).orElse(Read.NOTHING);
  }

  private Optional<ValueTest> flag(Expr side, Expr flags, Scope scope, Code code) {
    Optional<Integer> mask = folder.fold(flags, scope, code).asProtocols().number();
    return before(side, scope, code).flatMap(v -> mask.map(n -> contains(v, n)));
  }

  // The value's own text has the name: a longer name than Tls, which is in others, and a version.
  private Optional<ValueTest> named(Expr side, Expr name, Scope scope, Code code) {
    Expr text =
        side instanceof Expr.Call c
                && c.callee() instanceof Expr.Member m
                && m.name().equalsIgnoreCase("ToString")
            ? m.target()
            : side;
    return folder
        .fold(name, scope, code)
        .text()
        .map(t -> t.replace("*", ""))
        .filter(t -> t.length() > 3)
        .flatMap(ProtocolMembers::parse)
        .filter(n -> n != 0)
        .flatMap(n -> before(text, scope, code).map(v -> contains(v, n)));
  }

  private static ValueTest contains(Atom.Bits value, int mask) {
    return new ValueTest.Bits(value.keep() & mask, value.set() & mask, mask, true);
  }

  private static ValueTest always(boolean passes) {
    return passes ? new ValueTest.All(List.of()) : new ValueTest.Any(List.of());
  }

  // What the expression makes of the property's value; empty where it is something else.
  private Optional<Atom.Bits> before(Expr e, Scope scope, Code code) {
    Value value = folder.fold(e, scope, code);
    return value.unknown().isEmpty()
            && value.possible().size() == 1
            && value.possible().iterator().next() instanceof Atom.Bits b
            && b.source().equals(property)
        ? Optional.of(b)
        : Optional.empty();
  }
}
