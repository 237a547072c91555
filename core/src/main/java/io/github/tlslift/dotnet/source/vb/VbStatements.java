package io.github.tlslift.dotnet.source.vb;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads VB statements; the Visual Basic language specification, section 10. */
final class VbStatements {
  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "+=", "-=", "*=", "/=", "\\=", "&=", "^=", "<<=", ">>=");
  private static final Set<String> STOPS =
      Set.of("end", "else", "elseif", "case", "catch", "finally", "next", "loop", "wend");

  private final Cursor in;
  private final Code out;
  private final VbExpressions expressions;
  private final VbReader reader;
  private int chains;

  VbStatements(Cursor in, Code out, VbExpressions expressions, VbReader reader) {
    this.in = in;
    this.out = out;
    this.expressions = expressions;
    this.reader = reader;
  }

  /** Statements up to a line that ends or goes on with the enclosing block. */
  void block(Scope scope) {
    in.enter();
    while (in.more()) {
      expressions.newlines();
      if (isStop()) {
        break;
      }
      int before = in.mark();
      single(scope);
      if (!in.take(":") && in.peek().kind() != TokenKind.NEWLINE && in.more()) {
        reader.toLineEnd();
      }
      if (in.mark() == before) {
        in.next();
      }
    }
    in.leave();
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
    in.enter();
    dispatch(scope);
    in.leave();
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
      }
      case "call", "await", "raiseevent" -> {
        in.next();
        assignment(scope);
      }
      case "addhandler" -> handler(scope);
      case "exit", "continue", "goto", "on", "resume", "redim", "erase", "removehandler" ->
          toStatementEnd();
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
    String condition = condition(scope);
    in.takeWord("then");
    if (in.peek().kind() == TokenKind.NEWLINE) {
      block(out.add(scope.conditional(condition, chain, t.start())));
      while (in.isWord("elseif") || in.isWord("else")) {
        elses(scope, chain);
      }
      endOf();
    } else {
      oneLine(scope, condition, chain, t);
    }
  }

  private void elses(Scope scope, int chain) {
    Token t = in.next();
    boolean last = t.isAnyCase("else") && !in.isWord("if");
    String condition = "Else";
    if (last) {
      out.markComplete(chain);
    } else {
      in.takeWord("if");
      condition = condition(scope);
      in.takeWord("then");
    }
    block(out.add(scope.conditional(condition, chain, t.start())));
  }

  private void oneLine(Scope scope, String condition, int chain, Token t) {
    Scope then = out.add(scope.conditional(condition, chain, t.start()));
    line(then);
    if (in.isWord("else")) {
      Token word = in.next();
      out.markComplete(chain);
      line(out.add(scope.conditional("Else", chain, word.start())));
    }
  }

  private void line(Scope scope) {
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
    out.add(Statement.Kind.TEST, scope, expressions.expression(scope));
    return text(start, Math.max(start, in.lastEnd()));
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
    Expr items = null;
    if (each && in.takeWord("in")) {
      items = expressions.expression(scope);
    }
    toStatementEnd();
    String label = text(t.start(), in.lastEnd());
    Scope inner = out.add(scope.conditional(label, chain, t.start()));
    if (name.isName()) {
      Expr value =
          new Expr.Opaque(
              "each", items == null ? List.of() : List.of(items), name.start(), name.end());
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
  }

  private static String lower(Token t) {
    return t.text().toLowerCase(Locale.ROOT);
  }
}
