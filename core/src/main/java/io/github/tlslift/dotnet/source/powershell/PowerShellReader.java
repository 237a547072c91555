package io.github.tlslift.dotnet.source.powershell;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Decision;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Tests;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.lex.PowerShellLexer;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a PowerShell script or module. */
public final class PowerShellReader {
  private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=");

  private static final int LONGEST_HOLE = 200;

  // Statements after which control may be known to be gone, as the last one inside says.
  private static final Set<String> MAY_LEAVE =
      Set.of("if", "return", "throw", "exit", "break", "continue");

  private final Cursor in;
  private final Code out;
  private final PowerShellExpressions expressions;
  private final PowerShellCommands commands;
  private int chains;
  private boolean left;
  private Optional<Decision> skipped = Optional.empty();

  private PowerShellReader(List<Token> tokens, Code out) {
    in = Cursor.without(tokens, t -> t.kind() == TokenKind.SPACE || t.kind() == TokenKind.COMMENT);
    this.out = out;
    expressions = new PowerShellExpressions(in, out, this);
    commands = new PowerShellCommands(in, out, expressions, this);
  }

  /** Reads the tokens of a script into the code. */
  public static void read(List<Token> tokens, Code out) {
    PowerShellReader reader = new PowerShellReader(tokens, out);
    Scope file = out.add(Scope.file());
    List<Scope.Parameter> parameters = reader.leadingParameters(file);
    Scope script = out.add(file.member("", parameters, Set.of("script"), 0));
    while (reader.in.more()) {
      reader.statements(script);
      reader.in.take("}");
    }
  }

  private void statements(Scope outer) {
    Scope scope = outer;
    left = false;
    while (in.more() && !in.is("}")) {
      int before = in.mark();
      expressions.newlines();
      if (in.is("}")) {
        return;
      }
      in.enter();
      scope = following(scope);
      in.leave();
      if (in.mark() == before) {
        in.next();
      }
    }
  }

  /** A block in braces. */
  void block(Scope scope) {
    in.enter();
    in.take("{");
    statements(scope);
    in.take("}");
    in.leave();
  }

  // One statement, and the scope of those after it: another one after an early return.
  private Scope following(Scope scope) {
    String word = in.peek().isName() ? in.peek().text().toLowerCase(Locale.ROOT) : "";
    skipped = Optional.empty();
    left = false;
    statement(scope);
    left &= MAY_LEAVE.contains(word);
    Optional<Decision> before = word.equals("if") ? skipped : Optional.empty();
    skipped = Optional.empty();
    return out.rest(scope, before, in.peek().start());
  }

  private void statement(Scope scope) {
    Token t = in.peek();
    switch (t.isName() ? t.text().toLowerCase(Locale.ROOT) : "") {
      case "if" -> ifs(scope);
      case "foreach" -> foreach(scope);
      case "while", "for" -> loop(scope);
      case "do" -> {
        in.next();
        expressions.newlines();
        block(out.add(scope.block(t.start())));
        if (in.takeWord("while") || in.takeWord("until")) {
          condition(scope);
        }
      }
      case "switch" -> switches(scope);
      case "try" -> tries(scope);
      case "function", "filter", "workflow" -> function(scope);
      case "class", "enum" -> type(scope);
      case "param" -> {
        in.next();
        parameters(scope);
      }
      case "begin", "process", "end", "dynamicparam" -> named(scope);
      case "return", "throw", "exit" -> {
        in.next();
        run(t.isAnyCase("return") ? Statement.Kind.RETURN : Statement.Kind.TEST, scope);
        left = true;
      }
      case "break", "continue" -> {
        in.next();
        left = true;
      }
      case "using" -> toLineEnd();
      default -> simple(scope);
    }
  }

  private void toLineEnd() {
    while (in.more() && in.next().kind() != TokenKind.NEWLINE) {
      continue;
    }
  }

  private void run(Statement.Kind kind, Scope scope) {
    if (in.more() && in.peek().kind() != TokenKind.NEWLINE && !in.is(";") && !in.is("}")) {
      out.add(kind, scope, commands.pipeline(scope));
    }
  }

  private void named(Scope scope) {
    if (in.peek(1).is("{")) {
      in.next();
      block(scope);
    } else {
      simple(scope);
    }
  }

  private void simple(Scope scope) {
    if (in.take(";")) {
      return;
    }
    Expr value = value(scope);
    if (value instanceof Expr.Assign a) {
      declare(scope, a);
    }
    out.add(Statement.Kind.RUN, scope, value);
  }

  private void declare(Scope scope, Expr.Assign assign) {
    Expr target = assign.target() instanceof Expr.Cast c ? c.operand() : assign.target();
    if (target instanceof Expr.Name n && assign.op().equals("=")) {
      out.variables()
          .add(new Variable(scope, n.name(), "", assign.value(), Set.of("assigned"), n.start()));
    }
  }

  /** An assignment, a pipeline, or a statement that gives a value. */
  Expr value(Scope scope) {
    Token t = in.peek();
    boolean chooses = t.isAnyCase("if") || t.isAnyCase("switch");
    if (t.isName() && (chooses || t.isAnyCase("foreach") && in.peek(1).is("("))) {
      return statementValue(scope, chooses);
    }
    Expr left = commands.pipeline(scope);
    String op = in.peek().text();
    if (ASSIGNMENTS.contains(op) && in.peek().kind() == TokenKind.OPERATOR) {
      in.next();
      expressions.newlines();
      in.enter();
      Expr right = value(scope);
      in.leave();
      return new Expr.Assign(left, op, right, left.start(), in.lastEnd());
    }
    return left;
  }

  // What the branches of an if or switch, or the body of a foreach, write out.
  private Expr statementValue(Scope scope, boolean chooses) {
    int start = in.peek().start();
    int from = out.statements().size();
    statement(scope);
    List<Expr> branches = new ArrayList<>();
    List<Statement> inside = out.statements().subList(from, out.statements().size());
    for (Statement s : List.copyOf(inside)) {
      if (s.kind() == Statement.Kind.RUN && s.scope().parent() == scope) {
        branches.add(s.value());
        out.statements().remove(s);
      }
    }
    return chooses
        ? new Expr.Choice(List.of(), branches, start, in.lastEnd())
        : new Expr.Opaque("each", branches, start, in.lastEnd());
  }

  private void ifs(Scope scope) {
    int chain = ++chains;
    boolean more = true;
    boolean leaves = true;
    Tests tests = new Tests();
    while (more) {
      Token t = in.next();
      boolean last = t.isAnyCase("else");
      branch(scope, chain, t, tests);
      leaves &= left;
      int mark = in.mark();
      expressions.newlines();
      more = !last && (in.isWord("elseif") || in.isWord("else"));
      if (!more) {
        in.reset(mark);
      }
    }
    skipped = leaves && !out.isComplete(chain) ? tests.noneHolding() : Optional.empty();
    left = leaves && out.isComplete(chain);
  }

  private void branch(Scope scope, int chain, Token t, Tests tests) {
    boolean last = t.isAnyCase("else");
    int start = in.peek().end();
    Optional<Decision> decision = last ? tests.noneHolding() : held(scope, tests);
    String condition = last ? "else" : text(start, Math.max(start, in.lastEnd() - 1));
    if (last) {
      out.markComplete(chain);
    }
    expressions.newlines();
    block(out.add(scope.conditional(condition, chain, t.start()), decision));
  }

  private Optional<Decision> held(Scope scope, Tests tests) {
    List<Expr> test = tests(scope);
    return test.isEmpty() ? Optional.empty() : tests.holding(test.get(0));
  }

  private String condition(Scope scope) {
    expressions.newlines();
    int start = in.peek().end();
    return tests(scope).isEmpty() ? "" : text(start, Math.max(start, in.lastEnd() - 1));
  }

  private List<Expr> tests(Scope scope) {
    expressions.newlines();
    if (!in.take("(")) {
      return List.of();
    }
    List<Expr> tests = inParentheses(scope);
    tests.forEach(e -> out.add(Statement.Kind.TEST, scope, e));
    return tests;
  }

  private String text(int start, int end) {
    return out.line(start, end);
  }

  /** Statements up to the closing parenthesis, and that. */
  List<Expr> inParentheses(Scope scope) {
    List<Expr> items = new ArrayList<>();
    in.enter();
    while (in.more() && !in.is(")") && !in.is("}")) {
      int before = in.mark();
      expressions.newlines();
      if (in.is(")")) {
        break;
      }
      items.add(value(scope));
      in.take(";");
      expressions.newlines();
      if (in.mark() == before) {
        in.next();
      }
    }
    in.take(")");
    in.leave();
    return items;
  }

  private void foreach(Scope scope) {
    Token t = in.next();
    if (!in.is("(")) {
      in.reset(in.mark() - 1);
      simple(scope);
      return;
    }
    int start = in.next().end();
    Token name = in.next();
    in.takeWord("in");
    List<Expr> items = inParentheses(scope);
    String label = "foreach (" + text(start, Math.max(start, in.lastEnd() - 1)) + ")";
    Expr list = new Expr.Items(items, start, in.lastEnd());
    Scope inner =
        out.add(scope.loop(items.size() == 1 ? items.get(0) : list, label, ++chains, t.start()));
    Expr each = new Expr.Opaque("each", items, name.start(), name.end());
    out.add(new Variable(inner, name.value(), "", each, Set.of("local"), name.start()));
    expressions.newlines();
    block(inner);
  }

  private void loop(Scope scope) {
    Token t = in.next();
    String condition = condition(scope);
    expressions.newlines();
    block(out.add(scope.conditional(t.text() + " (" + condition + ")", ++chains, t.start())));
  }

  private void switches(Scope scope) {
    in.next();
    while (in.peek().kind() == TokenKind.OPERATOR && in.peek().text().startsWith("-")) {
      in.next();
    }
    String on = condition(scope);
    int chain = ++chains;
    expressions.newlines();
    in.take("{");
    while (in.more() && !in.is("}")) {
      int before = in.mark();
      expressions.newlines();
      Token t = in.peek();
      if (in.isWord("default")) {
        out.markComplete(chain);
      }
      while (in.more() && !in.is("{") && !in.is("}") && in.peek().kind() != TokenKind.NEWLINE) {
        in.next();
      }
      String label = "switch (" + on + ") " + text(t.start(), Math.max(t.start(), in.lastEnd()));
      expressions.newlines();
      if (in.is("{")) {
        block(out.add(scope.conditional(label, chain, t.start())));
      }
      if (in.mark() == before) {
        in.next();
      }
    }
    in.take("}");
  }

  private void tries(Scope scope) {
    Token t = in.next();
    expressions.newlines();
    block(out.add(scope.block(t.start())));
    while (true) {
      int mark = in.mark();
      expressions.newlines();
      Token word = in.peek();
      if (!in.isWord("catch") && !in.isWord("finally")) {
        in.reset(mark);
        return;
      }
      in.next();
      while (in.more() && !in.is("{")) {
        in.next();
      }
      boolean isCatch = word.isAnyCase("catch");
      block(
          out.add(
              isCatch
                  ? scope.conditional("catch", ++chains, word.start())
                  : scope.block(word.start())));
    }
  }

  private void function(Scope scope) {
    Token t = in.next();
    String name = in.next().value();
    List<Scope.Parameter> parameters = in.is("(") ? parameters(scope) : List.of();
    expressions.newlines();
    if (!in.take("{")) {
      return;
    }
    List<Scope.Parameter> inside = leadingParameters(scope);
    Scope inner =
        out.add(
            scope.member(
                name, parameters.isEmpty() ? inside : parameters, Set.of("function"), t.start()));
    int from = out.statements().size();
    statements(inner);
    in.take("}");
    returnOutput(inner, from);
  }

  // A value that nothing takes is what the function gives.
  private void returnOutput(Scope function, int from) {
    List<Statement> body = out.statements();
    for (int i = from; i < body.size(); i++) {
      Statement s = body.get(i);
      boolean last = i == body.size() - 1;
      boolean output =
          s.kind() == Statement.Kind.RUN
              && !(s.value() instanceof Expr.Assign)
              && (last || !(s.value() instanceof Expr.Call))
              && s.scope()
                      .nearest(x -> x.kind() == Scope.Kind.MEMBER || x.kind() == Scope.Kind.LAMBDA)
                  == function;
      if (output) {
        body.set(i, new Statement(Statement.Kind.RETURN, s.scope(), s.value()));
      }
    }
  }

  private List<Scope.Parameter> leadingParameters(Scope scope) {
    int mark = in.mark();
    expressions.newlines();
    while (in.is("[") && in.peek(1).isName()) {
      in.skipBrackets();
      expressions.newlines();
    }
    if (in.isWord("using") || in.isWord("requires")) {
      toLineEnd();
      return leadingParameters(scope);
    }
    if (in.isWord("param") && in.peek(1).is("(")) {
      in.next();
      return parameters(scope);
    }
    in.reset(mark);
    return List.of();
  }

  private List<Scope.Parameter> parameters(Scope scope) {
    List<Scope.Parameter> parameters = new ArrayList<>();
    in.next();
    expressions.newlines();
    while (in.more() && !in.is(")")) {
      int before = in.mark();
      String type = "";
      while (in.is("[")) {
        int at = in.mark();
        type = typeLiteral();
        if (in.mark() == at) {
          in.skipBrackets();
        }
        expressions.newlines();
      }
      if (in.peek().kind() == TokenKind.VARIABLE) {
        String name = in.next().value();
        expressions.newlines();
        Expr byDefault = in.take("=") ? expressions.expression(scope) : null;
        parameters.add(new Scope.Parameter(name, type, byDefault));
      }
      expressions.newlines();
      in.take(",");
      expressions.newlines();
      if (in.mark() == before) {
        in.next();
      }
    }
    in.take(")");
    return parameters;
  }

  private void type(Scope scope) {
    boolean isEnum = in.next().isAnyCase("enum");
    String name = in.next().value();
    List<String> bases = new ArrayList<>();
    while (in.more() && !in.is("{")) {
      Token t = in.next();
      if (t.isName()) {
        bases.add(t.value());
      }
    }
    Scope inner = out.add(scope.type(name, bases, Set.of(), in.peek().start()));
    in.take("{");
    in.enter();
    while (in.more() && !in.is("}")) {
      int before = in.mark();
      typeMember(inner, isEnum);
      if (in.mark() == before) {
        in.next();
      }
    }
    in.take("}");
    in.leave();
  }

  private void typeMember(Scope type, boolean isEnum) {
    expressions.newlines();
    Set<String> traits = new HashSet<>();
    String typeName = "";
    while (in.is("[") || in.isWord("static") || in.isWord("hidden")) {
      if (in.is("[")) {
        typeName = typeLiteral();
      } else {
        traits.add(in.next().text().toLowerCase(Locale.ROOT));
      }
      expressions.newlines();
    }
    Token name = in.peek();
    if (name.kind() == TokenKind.VARIABLE) {
      in.next();
      Expr value = in.take("=") ? value(type) : null;
      traits.add("property");
      out.add(new Variable(type, name.value(), typeName, value, traits, name.start()));
    } else if (name.isName() && in.peek(1).is("(")) {
      in.next();
      method(type, name, traits);
    } else if (name.isName() && isEnum) {
      in.next();
      Expr value = in.take("=") ? expressions.expression(type) : null;
      out.variables()
          .add(new Variable(type, name.value(), "", value, Set.of("enum"), name.start()));
    }
  }

  private void method(Scope type, Token name, Set<String> traits) {
    if (name.isAnyCase(type.name())) {
      traits.add("constructor");
    }
    List<Scope.Parameter> parameters = parameters(type);
    Scope inner = out.add(type.member(name.value(), parameters, traits, name.start()));
    while (in.more() && !in.is("{") && !in.is("}")) {
      in.next();
    }
    if (in.is("{")) {
      block(inner);
    }
  }

  /** A type in brackets, without them. */
  String typeLiteral() {
    in.next();
    StringBuilder name = new StringBuilder();
    int open = 1;
    while (in.more()) {
      Token t = in.next();
      open += t.is("[") ? 1 : t.is("]") ? -1 : 0;
      if (open == 0) {
        break;
      }
      if (t.is("(")) {
        in.reset(in.mark() - 1);
        in.skipBrackets();
      } else if (open == 1 && t.kind() != TokenKind.NEWLINE) {
        name.append(t.text());
      }
    }
    return name.toString();
  }

  /** The expressions in the holes of a string; empty where they are not simple. */
  List<Expr> holes(Token string, Scope scope) {
    List<Expr> parts = new ArrayList<>();
    for (Token.Hole hole : string.holes()) {
      if (hole.text().length() > LONGEST_HOLE || hole.text().indexOf('"') >= 0) {
        return List.of();
      }
      List<Token> tokens =
          new PowerShellLexer(hole.text())
              .tokens().stream().map(t -> t.movedBy(hole.start())).toList();
      parts.add(new PowerShellReader(tokens, out).expressions.expression(scope));
    }
    return parts;
  }

  /** One operand with its members, as an argument. */
  Expr operand(Scope scope) {
    return expressions.operand(scope);
  }
}
