package io.github.tlslift.dotnet.source.vb;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Decision;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Tests;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads VB statements; the Visual Basic language specification, section 10. */
final class VbStatements {
  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "+=", "-=", "*=", "/=", "\\=", "&=", "^=", "<<=", ">>=");
  private static final Set<String> STOPS =
      Set.of("end", "else", "elseif", "case", "catch", "finally", "next", "loop", "wend");

  // Statements after which control may be known to be gone, as the last one inside says.
  private static final Set<String> MAY_LEAVE =
      Set.of("if", "return", "throw", "exit", "continue", "goto", "synclock", "using");

  private final Cursor in;
  private final Code out;
  private final VbExpressions expressions;
  private final VbReader reader;
  private int chains;
  private boolean left;
  private Optional<Decision> skipped = Optional.empty();

  VbStatements(Cursor in, Code out, VbExpressions expressions, VbReader reader) {
    this.in = in;
    this.out = out;
    this.expressions = expressions;
    this.reader = reader;
  }

  /** Statements up to a line that ends or goes on with the enclosing block. */
  void block(Scope outer) {
    Scope scope = outer;
    left = false;
    in.enter();
    while (in.more()) {
      expressions.newlines();
      if (isStop()) {
        break;
      }
      int before = in.mark();
      scope = following(scope);
      if (!in.take(":") && in.peek().kind() != TokenKind.NEWLINE && in.more()) {
        reader.toLineEnd();
      }
      if (in.mark() == before) {
        in.next();
      }
    }
    in.leave();
  }

  // One statement, and the scope of those after it: another one after an early return.
  private Scope following(Scope scope) {
    skipped = Optional.empty();
    single(scope);
    Optional<Decision> before = skipped;
    skipped = Optional.empty();
    return out.rest(scope, before, in.peek().start());
  }

  private boolean isStop() {
    Token t = in.peek();
    if (!t.isName() || !STOPS.contains(lower(t))) {
      return false;
    }
    // "End" alone stops the program; "Next" may be a name before a dot.
    return !in.peek(1).is(".")
        && !in.peek(1).is("=")
        && !(t.isAnyCase("end") && !in.peek(1).isName());
  }

  /** One statement, not its end of line. */
  void single(Scope scope) {
    String word = lower(in.peek());
    in.enter();
    left = false;
    dispatch(scope);
    in.leave();
    if (!MAY_LEAVE.contains(word)) {
      left = false;
      skipped = Optional.empty();
    }
  }

  private void dispatch(Scope scope) {
    Token t = in.peek();
    switch (t.isName() && !in.peek(1).is(".") ? lower(t) : "") {
      case "dim", "const", "static" -> locals(scope);
      case "if" -> ifs(scope);
      case "select" -> select(scope);
      case "for" -> forLoop(scope);
      case "while", "do" -> loop(scope);
      case "try" -> tries(scope);
      case "using" -> using(scope);
      case "with" -> with(scope);
      case "synclock" -> body(scope, out.add(scope.block(t.start())));
      case "return" -> returns(scope);
      case "throw" -> {
        in.next();
        out.add(Statement.Kind.TEST, scope, expressions.expression(scope));
        left = true;
      }
      case "call", "await", "raiseevent" -> {
        in.next();
        assignment(scope);
      }
      case "addhandler" -> handler(scope);
      case "exit", "continue", "goto" -> {
        toStatementEnd();
        left = true;
      }
      case "on", "resume", "redim", "erase", "removehandler" -> toStatementEnd();
      default -> assignment(scope);
    }
  }

  private void toStatementEnd() {
    while (in.more() && in.peek().kind() != TokenKind.NEWLINE && !in.is(":")) {
      in.next();
    }
  }

  private void assignment(Scope scope) {
    if (in.peek().isName() && in.peek(1).is(":")) {
      in.next();
      return;
    }
    Expr target = expressions.postfix(scope);
    String op = in.peek().text();
    if (ASSIGNMENTS.contains(op) && in.peek().kind() == TokenKind.OPERATOR) {
      in.next();
      expressions.newlines();
      Expr value = expressions.expression(scope);
      out.add(
          Statement.Kind.RUN,
          scope,
          new Expr.Assign(target, op, value, target.start(), in.lastEnd()));
    } else {
      out.add(Statement.Kind.RUN, scope, target);
    }
  }

  private void handler(Scope scope) {
    in.next();
    Expr event = expressions.expression(scope);
    in.take(",");
    expressions.newlines();
    Expr handler = expressions.expression(scope);
    out.add(
        Statement.Kind.RUN,
        scope,
        new Expr.Assign(event, "+=", handler, event.start(), in.lastEnd()));
  }

  private void locals(Scope scope) {
    Set<String> traits = new HashSet<>(Set.of("local"));
    while (in.isWord("dim") || in.isWord("const") || in.isWord("static")) {
      traits.add(lower(in.next()));
    }
    while (in.peek().isName()) {
      local(scope, traits);
      if (!in.take(",")) {
        return;
      }
      expressions.newlines();
    }
  }

  private void local(Scope scope, Set<String> traits) {
    Token name = in.next();
    if (in.is("(")) {
      in.skipBrackets();
    }
    String type = "";
    Expr value = null;
    if (in.takeWord("as")) {
      if (in.isWord("new")) {
        value = expressions.creation(scope, in.peek());
        type = value instanceof Expr.New n ? n.type() : "";
      } else {
        type = reader.type();
        if (in.is("(")) {
          in.skipBrackets();
        }
      }
    }
    if (in.take("=")) {
      expressions.newlines();
      value = expressions.expression(scope);
    }
    out.add(new Variable(scope, name.value(), type, value, traits, name.start()));
  }

  private void ifs(Scope scope) {
    int chain = ++chains;
    Token t = in.next();
    Tests tests = new Tests();
    Scope then = branch(scope, chain, t, tests);
    boolean leaves;
    if (in.peek().kind() == TokenKind.NEWLINE) {
      block(then);
      leaves = left;
      while (in.isWord("elseif") || in.isWord("else")) {
        block(elses(scope, chain, tests));
        leaves &= left;
      }
      endOf();
    } else {
      leaves = oneLine(scope, then, chain, tests);
    }
    skipped = leaves && !out.isComplete(chain) ? tests.noneHolding() : Optional.empty();
    left = leaves && out.isComplete(chain);
  }

  // A test and the scope of what runs where it holds and those before it did not.
  private Scope branch(Scope scope, int chain, Token t, Tests tests) {
    int start = in.peek().start();
    Expr test = test(scope);
    String condition = text(start, Math.max(start, in.lastEnd()));
    in.takeWord("then");
    return out.add(scope.conditional(condition, chain, t.start()), tests.holding(test));
  }

  private Scope elses(Scope scope, int chain, Tests tests) {
    Token t = in.next();
    if (t.isAnyCase("else") && !in.isWord("if")) {
      return last(scope, chain, t, tests);
    }
    in.takeWord("if");
    return branch(scope, chain, t, tests);
  }

  private Scope last(Scope scope, int chain, Token t, Tests tests) {
    out.markComplete(chain);
    return out.add(scope.conditional("Else", chain, t.start()), tests.noneHolding());
  }

  private boolean oneLine(Scope scope, Scope then, int chain, Tests tests) {
    line(then);
    boolean leaves = left;
    if (in.isWord("else")) {
      line(last(scope, chain, in.next(), tests));
      leaves &= left;
    }
    return leaves;
  }

  private void line(Scope scope) {
    left = false;
    while (in.more() && in.peek().kind() != TokenKind.NEWLINE && !in.isWord("else")) {
      int before = in.mark();
      single(scope);
      in.take(":");
      if (in.mark() == before) {
        in.next();
      }
    }
  }

  private String condition(Scope scope) {
    int start = in.peek().start();
    test(scope);
    return text(start, Math.max(start, in.lastEnd()));
  }

  private Expr test(Scope scope) {
    Expr test = expressions.expression(scope);
    out.add(Statement.Kind.TEST, scope, test);
    return test;
  }

  private String text(int start, int end) {
    return out.line(start, end);
  }

  private void endOf() {
    if (reader.atEnd()) {
      in.next();
      in.next();
    }
  }

  private void select(Scope scope) {
    in.next();
    in.takeWord("case");
    String on = condition(scope);
    int chain = ++chains;
    reader.toLineEnd();
    expressions.newlines();
    while (in.isWord("case")) {
      Token t = in.next();
      if (in.isWord("else")) {
        out.markComplete(chain);
      }
      toStatementEnd();
      String label = "Select Case " + on + ": " + text(t.start(), in.lastEnd());
      in.take(":");
      block(out.add(scope.conditional(label, chain, t.start())));
    }
    endOf();
  }

  private void forLoop(Scope scope) {
    Token t = in.next();
    boolean each = in.takeWord("each");
    Token name = in.next();
    String type = in.takeWord("as") ? reader.type() : "";
    int chain = ++chains;
    boolean over = each && in.takeWord("in");
    Expr items = over ? expressions.expression(scope) : new Expr.Null(name.start(), name.end());
    toStatementEnd();
    String label = text(t.start(), in.lastEnd());
    Scope inner = out.add(scope.loop(items, label, chain, t.start()));
    if (name.isName()) {
      List<Expr> parts = over ? List.of(items) : List.of();
      Expr value = new Expr.Opaque("each", parts, name.start(), name.end());
      out.add(new Variable(inner, name.value(), type, value, Set.of("local"), name.start()));
    }
    block(inner);
    in.takeWord("next");
    if (in.peek().isName()) {
      in.next();
    }
  }

  private void loop(Scope scope) {
    Token t = in.next();
    boolean conditional = t.isAnyCase("while") || in.isWord("while") || in.isWord("until");
    toStatementEnd();
    String label = text(t.start(), in.lastEnd());
    block(
        out.add(
            conditional ? scope.conditional(label, ++chains, t.start()) : scope.block(t.start())));
    if (in.takeWord("loop") || in.takeWord("wend")) {
      toStatementEnd();
    } else {
      endOf();
    }
  }

  private void tries(Scope scope) {
    Token t = in.next();
    block(out.add(scope.block(t.start())));
    while (in.isWord("catch") || in.isWord("finally")) {
      Token word = in.next();
      toStatementEnd();
      boolean isFinally = word.isAnyCase("finally");
      String label = text(word.start(), in.lastEnd());
      block(
          out.add(
              isFinally
                  ? scope.block(word.start())
                  : scope.conditional(label, ++chains, word.start())));
    }
    endOf();
  }

  private void using(Scope scope) {
    Token t = in.next();
    Scope inner = out.add(scope.block(t.start()));
    if (in.peek().isName() && (in.peek(1).isAnyCase("as") || in.peek(1).is("="))) {
      do {
        local(inner, Set.of("local"));
      } while (in.take(","));
    } else {
      out.add(Statement.Kind.RUN, inner, expressions.expression(inner));
    }
    block(inner);
    endOf();
  }

  private void with(Scope scope) {
    in.next();
    // A line that starts with a dot belongs to the With, not to what it is on.
    reader.pushWith(new Expr.Name("", in.peek().start(), in.peek().start()));
    Expr target = expressions.expression(scope);
    reader.popWith();
    out.add(Statement.Kind.RUN, scope, target);
    reader.pushWith(target);
    block(scope);
    reader.popWith();
    endOf();
  }

  private void body(Scope scope, Scope inner) {
    in.next();
    out.add(Statement.Kind.RUN, scope, expressions.expression(scope));
    block(inner);
    endOf();
  }

  private void returns(Scope scope) {
    in.next();
    if (in.peek().kind() != TokenKind.NEWLINE && !in.is(":") && !in.isWord("else")) {
      out.add(Statement.Kind.RETURN, scope, expressions.expression(scope));
    }
    left = true;
  }

  private static String lower(Token t) {
    return t.text().toLowerCase(Locale.ROOT);
  }
}
