package io.github.tlslift.dotnet.source.csharp;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Decision;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Tests;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.lex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads C# statements; the C# specification, section 13. */
final class CSharpStatements {
  // Statements after which control may be known to be gone, as the last one inside says.
  private static final Set<String> MAY_LEAVE =
      Set.of("{", "if", "return", "throw", "break", "continue", "goto", "lock", "using", "unsafe");

  private final Cursor in;
  private final Code out;
  private final CSharpTypes types;
  private final CSharpExpressions expressions;
  private final CSharpReader reader;
  private int chains;
  private boolean left;
  private Optional<Decision> skipped = Optional.empty();

  CSharpStatements(
      Cursor in, Code out, CSharpTypes types, CSharpExpressions expressions, CSharpReader reader) {
    this.in = in;
    this.out = out;
    this.types = types;
    this.expressions = expressions;
    this.reader = reader;
  }

  /** A block in braces. */
  void block(Scope scope) {
    in.enter();
    in.take("{");
    Scope rest = scope;
    left = false;
    while (in.more() && !in.is("}")) {
      rest = following(rest);
    }
    in.take("}");
    in.leave();
  }

  /** One statement, and the scope of those after it: another one after an early return. */
  Scope following(Scope scope) {
    skipped = Optional.empty();
    statement(scope);
    Optional<Decision> before = skipped;
    skipped = Optional.empty();
    return out.rest(scope, before, in.peek().start());
  }

  /** One statement; always moves on. */
  void statement(Scope scope) {
    int before = in.mark();
    String word = in.peek().text();
    in.enter();
    left = false;
    dispatch(scope);
    in.leave();
    if (!MAY_LEAVE.contains(word)) {
      left = false;
      skipped = Optional.empty();
    }
    if (in.mark() == before) {
      in.next();
    }
  }

  private void dispatch(Scope scope) {
    Token t = in.peek();
    switch (t.text()) {
      case "{" -> block(out.add(scope.block(t.start())));
      case ";" -> in.next();
      case "if" -> ifs(scope);
      case "while" -> loop(scope);
      case "foreach" -> foreach(scope);
      case "for" -> forLoop(scope);
      case "do" -> doLoop(scope);
      case "switch" -> switches(scope);
      case "try", "unsafe", "else", "checked", "unchecked" -> plain(scope);
      case "finally" -> plain(scope);
      case "catch" -> catches(scope);
      case "lock", "fixed" -> guarded(scope);
      case "using" -> using(scope);
      case "return" -> returns(scope);
      case "yield" -> {
        in.next();
        returns(scope);
      }
      case "throw" -> throwing(scope);
      case "break", "continue", "goto" -> jump();
      default -> other(scope);
    }
  }

  private void jump() {
    left = true;
    while (in.more() && !in.take(";") && !in.is("}")) {
      in.next();
    }
  }

  private void plain(Scope scope) {
    Token t = in.next();
    if (in.is("{")) {
      block(out.add(scope.block(t.start())));
    } else if (in.is("(")) {
      in.reset(in.mark() - 1);
      other(scope);
    } else {
      statement(scope);
    }
  }

  private void ifs(Scope scope) {
    int chain = ++chains;
    boolean complete = false;
    boolean leaves = true;
    Tests tests = new Tests();
    while (in.is("if") || in.is("else")) {
      Token t = in.next();
      boolean last = t.is("else") && !in.is("if");
      if (t.is("else") && in.is("if")) {
        continue;
      }
      int from = in.peek().end();
      Optional<Decision> decision = last ? tests.noneHolding() : tests.holding(test(scope));
      String condition = last ? "else" : text(from, Math.max(from, in.peek(-1).start()));
      complete |= last;
      Scope branch = scope.conditional(condition, chain, t.start());
      nested(out.add(branch, decision));
      leaves &= left;
      if (last || !in.is("else")) {
        break;
      }
    }
    if (complete) {
      out.markComplete(chain);
    }
    skipped = leaves && !complete ? tests.noneHolding() : Optional.empty();
    left = leaves && complete;
  }

  private String condition(Scope scope) {
    int start = in.peek().end();
    test(scope);
    return text(start, Math.max(start, in.peek(-1).start()));
  }

  private Expr test(Scope scope) {
    int start = in.peek().end();
    if (!in.take("(")) {
      return new Expr.Opaque("nothing", List.of(), start, start);
    }
    Expr test = expressions.expression(scope);
    out.add(Statement.Kind.TEST, scope, test);
    skipTo(")");
    return test;
  }

  private void skipTo(String close) {
    int open = 0;
    while (in.more() && !(open == 0 && in.is(close)) && !in.is("{") && !in.is(";")) {
      open += in.is("(") ? 1 : in.is(")") ? -1 : 0;
      in.next();
    }
    in.take(close);
  }

  private String text(int start, int end) {
    return out.line(start, end);
  }

  private void nested(Scope inner) {
    if (in.is("{")) {
      block(inner);
    } else {
      statement(inner);
    }
  }

  private void loop(Scope scope) {
    Token t = in.next();
    String condition = condition(scope);
    if (in.take(";")) {
      return;
    }
    boolean always = condition.equals("true");
    nested(
        out.add(
            always
                ? scope.block(t.start())
                : scope.conditional("while " + condition, ++chains, t.start())));
  }

  private void foreach(Scope scope) {
    Token t = in.next();
    int start = in.peek().end();
    Scope inner = null;
    if (in.take("(")) {
      String type = types.isDeclaration() ? types.type() : "";
      Token name = in.next();
      in.take("in");
      Expr items = expressions.expression(scope);
      skipTo(")");
      String condition = "foreach " + text(start, in.peek(-1).start());
      inner = out.add(scope.loop(items, condition, ++chains, t.start()));
      Expr each = new Expr.Opaque("each", List.of(items), items.start(), items.end());
      out.add(new Variable(inner, name.value(), type, each, Set.of("local"), name.start()));
    }
    nested(inner == null ? scope : inner);
  }

  private void forLoop(Scope scope) {
    Token t = in.next();
    int start = in.peek().end();
    Scope inner = scope.conditional("for", ++chains, t.start());
    if (in.take("(")) {
      if (!in.take(";")) {
        statement(scope);
      }
      while (in.more() && !in.is(")") && !in.is("{")) {
        int before = in.mark();
        out.add(Statement.Kind.TEST, scope, expressions.expression(scope));
        if (!in.take(";") && !in.take(",") && in.mark() == before) {
          in.next();
        }
      }
      in.take(")");
      inner = scope.conditional("for " + text(start, in.peek(-1).start()), chains, t.start());
    }
    nested(out.add(inner));
  }

  private void doLoop(Scope scope) {
    Token t = in.next();
    nested(out.add(scope.block(t.start())));
    if (in.take("while")) {
      condition(scope);
      in.take(";");
    }
  }

  private void switches(Scope scope) {
    in.next();
    Token switched = in.peek(1);
    boolean isName = switched.isName() && in.peek(2).is(")");
    String on = condition(scope);
    int chain = ++chains;
    in.take("{");
    Scope inner = scope.block(in.peek().start());
    List<Expr> labels = new ArrayList<>();
    while (in.more() && !in.is("}")) {
      boolean isDefault = in.is("default") && in.peek(1).is(":");
      if (isDefault || in.is("case")) {
        boolean another = !labels.isEmpty();
        Scope section = label(scope, on, chain, isDefault, labels);
        inner = another ? inner : out.add(section);
      } else {
        if (isName) {
          inCase(inner, switched, labels);
        }
        labels.clear();
        statement(inner);
      }
    }
    in.take("}");
  }

  private Scope label(Scope scope, String on, int chain, boolean isDefault, List<Expr> labels) {
    Token t = in.next();
    int mark = in.mark();
    if (!isDefault) {
      Expr constant = expressions.expression(scope);
      boolean plain = in.is(":") && (constant instanceof Expr.Member || isLiteral(constant));
      labels.add(plain ? constant : new Expr.Opaque("a pattern", List.of(), t.end(), t.end()));
    } else {
      labels.add(new Expr.Opaque("any other value", List.of(), t.end(), t.end()));
    }
    in.reset(mark);
    while (in.more() && !in.is(":") && !in.is("}") && !in.is(";") && !in.is("{")) {
      if (in.is("(") || in.is("[")) {
        in.skipBrackets();
      } else {
        in.next();
      }
    }
    String text = "switch (" + on + ") " + text(t.start(), in.peek().start());
    in.take(":");
    if (isDefault) {
      out.markComplete(chain);
    }
    return scope.conditional(text, chain, t.start());
  }

  private static boolean isLiteral(Expr e) {
    return e instanceof Expr.Str || e instanceof Expr.Num;
  }

  // In a section what is switched on has the value of one of its labels.
  private void inCase(Scope section, Token switched, List<Expr> labels) {
    boolean known = !labels.isEmpty() && labels.stream().noneMatch(Expr.Opaque.class::isInstance);
    if (known) {
      int at = labels.get(0).start();
      Expr value = new Expr.Choice(List.of(), List.copyOf(labels), at, at);
      out.variables().add(new Variable(section, switched.value(), "", value, Set.of("local"), at));
    }
  }

  private void catches(Scope scope) {
    Token t = in.next();
    int from = t.start();
    if (in.is("(")) {
      in.skipBrackets();
    }
    if (in.take("when") && in.is("(")) {
      in.skipBrackets();
    }
    String condition = text(from, in.peek(-1).end());
    nested(out.add(scope.conditional(condition, ++chains, t.start())));
  }

  private void guarded(Scope scope) {
    Token t = in.next();
    condition(scope);
    nested(out.add(scope.block(t.start())));
  }

  private void using(Scope scope) {
    Token t = in.next();
    if (!in.is("(")) {
      other(scope);
      return;
    }
    in.next();
    Scope inner = out.add(scope.block(t.start()));
    int before = out.variables().size();
    if (types.isDeclaration()) {
      declaration(inner, Set.of("local"));
    } else {
      Expr held = expressions.expression(inner);
      String unnamed = "using " + t.start();
      out.add(new Variable(inner, unnamed, "", held, Set.of("local"), held.start()));
    }
    List<Variable> held = List.copyOf(out.variables().subList(before, out.variables().size()));
    in.take(")");
    nested(inner);
    held.stream().filter(v -> v.scope() == inner).forEach(this::dispose);
  }

  // What is used is disposed of at the end: C# specification, section 13.14.
  private void dispose(Variable held) {
    int end = in.lastEnd();
    Expr name = new Expr.Name(held.name(), end, end);
    Expr member = new Expr.Member(name, "Dispose", end, end);
    out.add(Statement.Kind.RUN, held.scope(), new Expr.Call(member, List.of(), end, end));
  }

  private void returns(Scope scope) {
    in.next();
    if (!in.take(";") && !in.is("}")) {
      out.add(Statement.Kind.RETURN, scope, reader.returned(expressions.expression(scope)));
      in.take(";");
    }
    left = true;
  }

  private void throwing(Scope scope) {
    in.next();
    if (!in.take(";")) {
      out.add(Statement.Kind.TEST, scope, expressions.expression(scope));
      in.take(";");
    }
    left = true;
  }

  private void other(Scope scope) {
    anyOther(scope);
    left = false;
  }

  private void anyOther(Scope scope) {
    while (in.is("[") && !in.peek(1).is("]")) {
      int mark = in.mark();
      in.skipBrackets();
      if (in.is(";") || in.is(".") || in.is("=")) {
        in.reset(mark);
        break;
      }
    }
    in.take("await");
    if (in.is("using") || in.is("foreach")) {
      dispatch(scope);
      return;
    }
    boolean isConst = in.is("const") && in.peek(1).isName();
    boolean modified = isConst;
    if (isConst) {
      in.next();
    }
    while ((in.is("static")
            || in.is("async")
            || in.is("unsafe")
            || in.is("extern")
            || in.is("ref")
            || in.is("readonly")
            || in.is("scoped"))
        && in.peek(1).isName()
        && !in.peek(1).is("delegate")) {
      in.next();
      modified = true;
    }
    if (modified || types.isDeclaration()) {
      declaration(scope, isConst ? Set.of("local", "const") : Set.of("local"));
    } else if (in.peek().isName() && in.peek(1).is(":") && !in.peek(1).is("::")) {
      in.next();
      in.next();
    } else {
      Expr e = expressions.expression(scope);
      out.add(Statement.Kind.RUN, scope, e);
      takeApart(scope, e);
      in.take(";");
    }
  }

  // var (a, b) = (1, 2);
  private void takeApart(Scope scope, Expr e) {
    boolean tuple =
        e instanceof Expr.Assign a
            && a.target() instanceof Expr.Call c
            && c.lastName().equals("var")
            && a.value() instanceof Expr.Items items
            && items.items().size() == c.args().size();
    if (tuple && e instanceof Expr.Assign a && a.target() instanceof Expr.Call c) {
      for (int i = 0; i < c.args().size(); i++) {
        Expr name = c.args().get(i).value();
        Expr value = ((Expr.Items) a.value()).items().get(i);
        out.variables()
            .add(new Variable(scope, name.lastName(), "", value, Set.of("local"), name.start()));
      }
    }
  }

  // Locals, or a local function.
  private void declaration(Scope scope, Set<String> traits) {
    String type = types.type();
    Token name = in.next();
    if (in.is("(") || in.is("<")) {
      localFunction(scope, type, name);
      return;
    }
    while (true) {
      Expr value = in.take("=") ? CSharpReader.typed(expressions.expression(scope), type) : null;
      out.add(new Variable(scope, name.value(), type, value, traits, name.start()));
      if (!in.take(",")) {
        break;
      }
      name = in.next();
    }
    in.take(";");
  }

  private void localFunction(Scope scope, String type, Token name) {
    while (in.more() && !in.is("(") && !in.is("{") && !in.is(";")) {
      in.next();
    }
    List<Scope.Parameter> parameters = in.is("(") ? reader.parameters(scope) : List.of();
    Scope inner = out.add(scope.member(name.value(), parameters, Set.of("local"), name.start()));
    while (in.more() && !in.is("{") && !in.is("=>") && !in.is(";") && !in.is("}")) {
      in.next();
    }
    reader.body(inner, type);
  }
}
