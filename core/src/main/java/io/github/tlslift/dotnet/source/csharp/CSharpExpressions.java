package io.github.tlslift.dotnet.source.csharp;

import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Numbers;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads C# expressions by precedence; the C# specification, section 12.4.2, has the table. */
final class CSharpExpressions {
  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("??", 2),
          Map.entry("||", 3),
          Map.entry("&&", 4),
          Map.entry("|", 5),
          Map.entry("^", 6),
          Map.entry("&", 7),
          Map.entry("==", 8),
          Map.entry("!=", 8),
          Map.entry("<", 9),
          Map.entry(">", 9),
          Map.entry("<=", 9),
          Map.entry(">=", 9),
          Map.entry("<<", 10),
          Map.entry("+", 11),
          Map.entry("-", 11),
          Map.entry("*", 12),
          Map.entry("/", 12),
          Map.entry("%", 12),
          Map.entry("..", 13));
  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "|=", "&=", "^=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "??=");
  private static final Set<String> PREFIXES =
      Set.of("~", "!", "-", "+", "++", "--", "&", "*", "^", "..");
  private static final int LONGEST_CHAIN = 400;
  private static final int MOST_ARMS = 32;
  private static final String ANONYMOUS = "object";

  private final Cursor in;
  private final CSharpTypes types;
  private final CSharpReader reader;

  CSharpExpressions(Cursor in, CSharpReader reader) {
    this.in = in;
    this.reader = reader;
    types = new CSharpTypes(in);
  }

  /** An expression, an assignment included. */
  Expr expression(Scope scope) {
    in.enter();
    Expr left = conditional(scope);
    String op = in.peek().text();
    if (ASSIGNMENTS.contains(op) && in.peek().kind() == TokenKind.OPERATOR) {
      in.next();
      Expr value = expression(scope);
      left = assigned(left, op, value);
    }
    in.leave();
    return left;
  }

  // (a, b) = (1, 2) assigns each.
  private Expr assigned(Expr left, String op, Expr value) {
    boolean apart =
        left instanceof Expr.Items to
            && value instanceof Expr.Items from
            && to.items().size() == from.items().size();
    if (!apart || !(left instanceof Expr.Items to) || !(value instanceof Expr.Items from)) {
      return new Expr.Assign(left, op, value, left.start(), in.lastEnd());
    }
    List<Expr> each = new ArrayList<>();
    for (int i = 0; i < to.items().size(); i++) {
      Expr target = to.items().get(i);
      Expr given = from.items().get(i);
      each.add(new Expr.Assign(target, op, given, target.start(), given.end()));
    }
    return new Expr.Items(each, left.start(), in.lastEnd());
  }

  private Expr conditional(Scope scope) {
    Expr test = binary(scope, 2);
    if (!in.is("?")) {
      return test;
    }
    in.next();
    Expr yes = expression(scope);
    in.take(":");
    Expr no = expression(scope);
    return new Expr.Choice(List.of(test), List.of(yes, no), test.start(), in.lastEnd());
  }

  private Expr binary(Scope scope, int least) {
    Expr left = unary(scope);
    for (int links = 0; ; links++) {
      Token op = in.peek();
      if (op.is("is") || op.is("as")) {
        left = typeTest(scope, left);
        continue;
      }
      if (op.is("switch") && in.peek(1).is("{")) {
        left = switchExpression(scope, left);
        continue;
      }
      if (op.is("with") && in.peek(1).is("{")) {
        left = withExpression(scope, left);
        continue;
      }
      int precedence = precedence(op);
      if (precedence < least) {
        return left;
      }
      String text = operatorText();
      in.enter();
      Expr right = binary(scope, precedence == 2 ? 2 : precedence + 1);
      in.leave();
      left =
          links > LONGEST_CHAIN
              ? new Expr.Opaque("a chain of operators", List.of(right), left.start(), right.end())
              : new Expr.Binary(text, left, right, left.start(), right.end());
    }
  }

  private int precedence(Token op) {
    if (op.kind() != TokenKind.OPERATOR) {
      return -1;
    }
    // Two ">" that touch are a shift; the lexer keeps them apart for type arguments.
    if (op.is(">") && in.peek(1).is(">") && in.peek(1).start() == op.end()) {
      return 10;
    }
    return PRECEDENCE.getOrDefault(op.text(), -1);
  }

  private String operatorText() {
    Token op = in.next();
    if (op.is(">") && in.is(">") && in.peek().start() == op.end()) {
      in.next();
      return ">>";
    }
    return op.text();
  }

  private Expr typeTest(Scope scope, Expr left) {
    boolean as = in.next().is("as");
    if (as) {
      String type = types.type();
      return new Expr.Cast(type, left, left.start(), in.lastEnd());
    }
    in.take("not");
    if (in.is("{") || in.is("(") || in.is("[")) {
      in.skipBrackets();
    } else if (types.isType()) {
      types.type();
      if (in.is("{") || in.is("(")) {
        in.skipBrackets();
      }
      if (in.peek().isName() && !isPatternWord() && !in.is("when")) {
        in.next();
      }
    } else {
      unary(scope);
    }
    while (isPatternWord()) {
      in.next();
      in.take("not");
      binary(scope, 5);
    }
    return new Expr.Opaque("a test", List.of(left), left.start(), in.lastEnd());
  }

  private boolean isPatternWord() {
    return in.is("or") || in.is("and");
  }

  private Expr switchExpression(Scope scope, Expr on) {
    in.next();
    in.next();
    List<Expr> tests = new ArrayList<>();
    List<Expr> results = new ArrayList<>();
    while (in.more() && !in.is("}")) {
      int before = in.mark();
      Expr test = pattern(on);
      if (in.take("=>")) {
        tests.add(test);
        results.add(expression(scope));
      }
      in.take(",");
      if (in.mark() == before) {
        in.next();
      }
    }
    in.take("}");
    return arms(on, tests, results);
  }

  // The test of an arm: equality with a constant, or one that says nothing; true for _.
  private Expr pattern(Expr on) {
    Token t = in.peek();
    int mark = in.mark();
    Expr constant = constantPattern();
    if (in.is("=>")) {
      return t.is("_")
          ? new Expr.Bool(true, t.start(), t.end())
          : new Expr.Binary("==", on, constant, t.start(), in.lastEnd());
    }
    in.reset(mark);
    while (in.more() && !in.is("=>") && !in.is("}") && !in.is(";")) {
      if (in.is("(") || in.is("[") || in.is("{")) {
        in.skipBrackets();
      } else {
        in.next();
      }
    }
    return new Expr.Opaque("a pattern", List.of(), t.start(), in.lastEnd());
  }

  // A literal or a dotted name.
  private Expr constantPattern() {
    Token t = in.next();
    if (t.kind() == TokenKind.STRING) {
      return new Expr.Str(t.value(), false, t.start(), t.end());
    }
    if (t.kind() == TokenKind.NUMBER) {
      return number(t);
    }
    Expr name = new Expr.Name(t.value(), t.start(), t.end());
    while (in.is(".") && in.peek(1).isName()) {
      in.next();
      Token member = in.next();
      name = new Expr.Member(name, member.value(), t.start(), member.end());
    }
    return name;
  }

  private Expr arms(Expr on, List<Expr> tests, List<Expr> results) {
    int last = results.size() - 1;
    if (last < 1 || last > MOST_ARMS) {
      return new Expr.Choice(List.of(on), results, on.start(), in.lastEnd());
    }
    Expr rest = results.get(last);
    for (int i = last - 1; i >= 0; i--) {
      List<Expr> two = List.of(results.get(i), rest);
      rest = new Expr.Choice(List.of(tests.get(i)), two, on.start(), in.lastEnd());
    }
    return rest;
  }

  private Expr withExpression(Scope scope, Expr left) {
    in.next();
    List<Expr> members = members(scope);
    List<Expr> parts = new ArrayList<>(members);
    parts.add(0, left);
    return new Expr.Opaque("a changed copy", parts, left.start(), in.lastEnd());
  }

  private Expr unary(Scope scope) {
    Token t = in.peek();
    if (t.kind() == TokenKind.OPERATOR && PREFIXES.contains(t.text())) {
      in.next();
      in.enter();
      Expr operand = unary(scope);
      in.leave();
      return new Expr.Unary(t.text(), operand, t.start(), in.lastEnd());
    }
    if ((t.is("await") || t.is("ref") || t.is("throw") || t.is("out") || t.is("in"))
        && startsOperand(in.peek(1))) {
      in.next();
      if (t.is("throw")) {
        Expr thrown = expression(scope);
        return new Expr.Opaque("throw", List.of(thrown), t.start(), in.lastEnd());
      }
      if (t.is("out") && types.isDeclaration()) {
        String type = types.type();
        Token name = in.next();
        return reader.outVariable(scope, type, name);
      }
      in.enter();
      Expr operand = unary(scope);
      in.leave();
      return operand;
    }
    if (t.is("(") && types.isCast()) {
      in.next();
      String type = types.type();
      in.take(")");
      in.enter();
      Expr operand = unary(scope);
      in.leave();
      return new Expr.Cast(type, operand, t.start(), in.lastEnd());
    }
    return postfix(scope, primary(scope));
  }

  private static boolean startsOperand(Token t) {
    return t.isName()
        || t.is("(")
        || t.kind() == TokenKind.STRING
        || t.kind() == TokenKind.TEMPLATE
        || t.kind() == TokenKind.NUMBER;
  }

  private Expr postfix(Scope scope, Expr first) {
    Expr e = first;
    for (int links = 0; in.more(); links++) {
      if (links > LONGEST_CHAIN) {
        e = new Expr.Opaque("a chain of calls", List.of(), e.start(), e.end());
        links = 0;
      }
      if (in.is(".") || in.is("?.") || in.is("->") || in.is("::")) {
        in.next();
        Token name = in.next();
        types.takeArguments();
        e = new Expr.Member(e, name.value(), e.start(), in.lastEnd());
      } else if (in.is("(")) {
        List<Expr.Arg> args = arguments(scope, ")");
        e = call(e, args);
      } else if (in.is("[") || (in.is("?") && in.peek(1).is("[") && isConditionalIndex())) {
        in.take("?");
        List<Expr.Arg> args = arguments(scope, "]");
        e = new Expr.Index(e, args.stream().map(Expr.Arg::value).toList(), e.start(), in.lastEnd());
      } else if (in.is("++") || in.is("--")) {
        in.next();
        e = new Expr.Opaque("a count", List.of(e), e.start(), in.lastEnd());
      } else if (in.is("!") && !in.peek(1).is("=") && in.peek().start() == in.lastEnd()) {
        in.next();
      } else {
        return e;
      }
    }
    return e;
  }

  // a?[i] against a ? [1, 2] : b
  private boolean isConditionalIndex() {
    return in.peek(1).start() == in.peek().end();
  }

  private Expr call(Expr callee, List<Expr.Arg> args) {
    if (callee instanceof Expr.Name n && args.size() == 1) {
      Expr only = args.get(0).value();
      if (n.name().equals("typeof")) {
        return new Expr.TypeRef(only.path(), callee.start(), in.lastEnd());
      }
      if (n.name().equals("nameof")) {
        return new Expr.Str(only.lastName(), false, callee.start(), in.lastEnd());
      }
      if (n.name().equals("checked") || n.name().equals("unchecked")) {
        return only;
      }
    }
    return new Expr.Call(callee, args, callee.start(), in.lastEnd());
  }

  /** Arguments, from the opening bracket to after the closing one. */
  List<Expr.Arg> arguments(Scope scope, String close) {
    in.next();
    List<Expr.Arg> args = new ArrayList<>();
    while (in.more() && !in.is(close)) {
      int before = in.mark();
      String name = "";
      if (in.peek().isName() && in.peek(1).is(":") && !in.peek(2).is(":")) {
        name = in.next().value();
        in.next();
      }
      if (!in.is(",")) {
        boolean byReference = in.is("ref") || in.is("out");
        args.add(new Expr.Arg(name, expression(scope), byReference));
      }
      if (!in.is(close) && !in.take(",") && in.mark() == before) {
        in.next();
      } else if (!in.is(close) && (in.is(";") || in.is("}"))) {
        return args;
      }
    }
    in.take(close);
    return args;
  }

  private Expr primary(Scope scope) {
    Token t = in.peek();
    switch (t.kind()) {
      case NUMBER:
        in.next();
        return number(t);
      case STRING:
        in.next();
        return new Expr.Str(t.value(), false, t.start(), t.end());
      case TEMPLATE:
        in.next();
        return new Expr.Str(t.value(), true, reader.holes(t, scope), t.start(), t.end());
      case CHARACTER:
        in.next();
        return new Expr.Str(t.value(), false, t.start(), t.end());
      case NAME:
        return named(scope, t);
      default:
        return bracketed(scope, t);
    }
  }

  private static Expr number(Token t) {
    Optional<Long> value = Numbers.parse(t.text());
    return value.isPresent()
        ? new Expr.Num(value.get(), t.start(), t.end())
        : new Expr.Opaque("a fraction", List.of(), t.start(), t.end());
  }

  private Expr bracketed(Scope scope, Token t) {
    if (t.is("(")) {
      if (isLambda()) {
        return lambda(scope);
      }
      List<Expr.Arg> items = arguments(scope, ")");
      return items.size() == 1
          ? items.get(0).value()
          : new Expr.Items(items.stream().map(Expr.Arg::value).toList(), t.start(), in.lastEnd());
    }
    if (t.is("[") || t.is("{")) {
      List<Expr.Arg> items = arguments(scope, t.is("[") ? "]" : "}");
      return new Expr.Items(items.stream().map(Expr.Arg::value).toList(), t.start(), in.lastEnd());
    }
    if (t.is(")") || t.is("]") || t.is("}") || t.is(";") || t.is(",")) {
      return new Expr.Opaque("nothing", List.of(), t.start(), t.start());
    }
    in.next();
    return new Expr.Opaque(t.text(), List.of(), t.start(), t.end());
  }

  private Expr named(Scope scope, Token t) {
    switch (t.text()) {
      case "true", "false":
        in.next();
        return new Expr.Bool(t.is("true"), t.start(), t.end());
      case "null":
        in.next();
        return new Expr.Null(t.start(), t.end());
      case "default":
        return byDefault(scope, t);
      case "new":
        return creation(scope, t);
      case "stackalloc":
        in.next();
        return creation(scope, t);
      case "delegate":
        return delegate(scope, t);
      case "async", "static":
        if (in.peek(1).isName() || in.peek(1).is("(")) {
          in.next();
          return in.is("delegate") ? delegate(scope, in.peek()) : primary(scope);
        }
        break;
      default:
        break;
    }
    if (in.peek(1).is("=>")) {
      return lambda(scope);
    }
    in.next();
    types.takeArguments();
    return new Expr.Name(t.value(), t.start(), t.end());
  }

  private Expr byDefault(Scope scope, Token t) {
    in.next();
    if (in.is("(")) {
      arguments(scope, ")");
    }
    return new Expr.Num(0, t.start(), in.lastEnd());
  }

  private Expr creation(Scope scope, Token t) {
    in.take("new");
    if (in.is("[")) {
      in.skipBrackets();
      return items(scope, t);
    }
    String type = in.is("{") ? ANONYMOUS : in.is("(") ? "" : types.elementType();
    if (in.is("[")) {
      while (in.is("[")) {
        in.skipBrackets();
      }
      return items(scope, t);
    }
    List<Expr.Arg> args = in.is("(") ? arguments(scope, ")") : List.of();
    List<Expr> members = in.is("{") ? members(scope) : List.of();
    return new Expr.New(type, args, members, t.start(), in.lastEnd());
  }

  private Expr items(Scope scope, Token t) {
    List<Expr.Arg> items = in.is("{") ? arguments(scope, "}") : List.of();
    return new Expr.Items(items.stream().map(Expr.Arg::value).toList(), t.start(), in.lastEnd());
  }

  private List<Expr> members(Scope scope) {
    return arguments(scope, "}").stream().map(Expr.Arg::value).toList();
  }

  private Expr delegate(Scope scope, Token t) {
    in.next();
    List<Scope.Parameter> parameters = in.is("(") ? reader.parameters(scope) : List.of();
    Scope inner = scope.lambda(parameters, t.start());
    reader.lambdaBlock(inner);
    return new Expr.Lambda(inner, Optional.empty(), t.start(), in.lastEnd());
  }

  private boolean isLambda() {
    int mark = in.mark();
    in.skipBrackets();
    boolean arrow = in.is("=>");
    in.reset(mark);
    return arrow;
  }

  private Expr lambda(Scope scope) {
    Token t = in.peek();
    List<Scope.Parameter> parameters =
        in.is("(")
            ? reader.parameters(scope)
            : List.of(new Scope.Parameter(in.next().value(), "", null));
    in.take("=>");
    Scope inner = reader.lambdaScope(scope, parameters, t.start());
    Optional<Expr> body = Optional.empty();
    if (in.is("{")) {
      reader.lambdaBlock(inner);
    } else {
      body = Optional.of(expression(inner));
    }
    return new Expr.Lambda(inner, body, t.start(), in.lastEnd());
  }
}
