package io.github.tlslift.dotnet.source.fsharp;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Decision;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Numbers;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Tests;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads F# expressions; the F# specification, sections 4.4.2 and 6. */
final class FSharpExpressions {
  private record Infix(int precedence, String op) {}

  private static final Map<String, Infix> INFIX =
      Map.ofEntries(
          Map.entry("<-", new Infix(1, "<-")),
          Map.entry(":=", new Infix(1, "<-")),
          Map.entry(",", new Infix(2, ",")),
          Map.entry("||", new Infix(3, "||")),
          Map.entry("&&", new Infix(4, "&&")),
          Map.entry(":>", new Infix(5, "cast")),
          Map.entry(":?>", new Infix(5, "cast")),
          Map.entry(":?", new Infix(5, "test")),
          Map.entry("|>", new Infix(6, "|>")),
          Map.entry("<|", new Infix(6, "<|")),
          Map.entry(">>", new Infix(6, ">>")),
          Map.entry("=", new Infix(6, "==")),
          Map.entry("<>", new Infix(6, "!=")),
          Map.entry("<", new Infix(6, "<")),
          Map.entry(">", new Infix(6, ">")),
          Map.entry("<=", new Infix(6, "<=")),
          Map.entry(">=", new Infix(6, ">=")),
          Map.entry("|||", new Infix(7, "|")),
          Map.entry("&&&", new Infix(7, "&")),
          Map.entry("^^^", new Infix(8, "^")),
          Map.entry("::", new Infix(9, "::")),
          Map.entry("@", new Infix(9, "@")),
          Map.entry("^", new Infix(9, "concat")),
          Map.entry("+", new Infix(10, "+")),
          Map.entry("-", new Infix(10, "-")),
          Map.entry("*", new Infix(11, "*")),
          Map.entry("/", new Infix(11, "/")),
          Map.entry("%", new Infix(11, "%")),
          Map.entry("<<<", new Infix(12, "<<")),
          Map.entry(">>>", new Infix(12, ">>")),
          Map.entry("..", new Infix(2, "..")));
  private static final Set<String> STOPS =
      Set.of(
          "then",
          "else",
          "elif",
          "with",
          "finally",
          "do",
          "in",
          "done",
          "end",
          "and",
          "of",
          "to",
          "when",
          "as",
          "let",
          "use",
          "type",
          "module",
          "member",
          "open",
          "namespace",
          "static",
          "override",
          "interface",
          "inherit",
          "downto");
  private static final int LONGEST_CHAIN = 400;

  private final Cursor in;
  private final Lines lines;
  private final Code out;
  private final FSharpReader reader;
  private int chains;

  FSharpExpressions(Cursor in, Lines lines, Code out, FSharpReader reader) {
    this.in = in;
    this.lines = lines;
    this.out = out;
    this.reader = reader;
  }

  /** An expression, tuples and assignments included. */
  Expr expression(Scope scope) {
    in.enter();
    Expr e = binary(scope, 1);
    in.leave();
    return e;
  }

  private Expr binary(Scope scope, int least) {
    Expr left = application(scope);
    for (int links = 0; ; links++) {
      Token t = in.peek();
      if (lines.isOffside()) {
        return left;
      }
      if (t.is(":") && !in.peek(1).is(":")) {
        in.next();
        reader.type();
        continue;
      }
      Infix infix = t.kind() == TokenKind.OPERATOR ? INFIX.get(t.text()) : null;
      if (infix == null || infix.precedence() < least) {
        return left;
      }
      in.next();
      left = infix(scope, left, infix, links);
    }
  }

  private Expr infix(Scope scope, Expr left, Infix infix, int links) {
    String op = infix.op();
    if (op.equals("cast") || op.equals("test")) {
      String type = reader.type();
      return op.equals("cast")
          ? new Expr.Cast(type, left, left.start(), in.lastEnd())
          : new Expr.Opaque("a test", List.of(left), left.start(), in.lastEnd());
    }
    in.enter();
    Expr right =
        op.equals("<-")
            ? body(scope)
            : binary(scope, infix.precedence() + (op.equals("::") ? 0 : 1));
    in.leave();
    int start = left.start();
    int end = right.end();
    if (links > LONGEST_CHAIN) {
      return new Expr.Opaque("a chain of operators", List.of(right), start, end);
    }
    return switch (op) {
      case "<-" -> new Expr.Assign(left, "=", right, start, end);
      case "|>" -> called(right, left, start, end);
      case "<|" -> called(left, right, start, end);
      case "," -> new Expr.Items(joined(left, right), start, end);
      default -> new Expr.Binary(op, left, right, start, end);
    };
  }

  private static List<Expr> joined(Expr left, Expr right) {
    List<Expr> items = new ArrayList<>(left instanceof Expr.Items i ? i.items() : List.of(left));
    items.add(right);
    return items;
  }

  // f <| x and x |> f: what x is given to.
  private static Expr called(Expr function, Expr argument, int start, int end) {
    if (function instanceof Expr.Cast c && c.operand() instanceof Expr.Null) {
      return new Expr.Cast(c.type(), argument, start, end);
    }
    List<Expr.Arg> args = new ArrayList<>();
    Expr callee = function;
    if (function instanceof Expr.Call c) {
      callee = c.callee();
      args.addAll(c.args());
    }
    args.add(new Expr.Arg("", argument));
    return conversion(callee, args, start, end);
  }

  private static Expr conversion(Expr callee, List<Expr.Arg> args, int start, int end) {
    String name = callee.lastName();
    boolean converts =
        args.size() == 1
            && Set.of(
                    "enum",
                    "int",
                    "int32",
                    "int64",
                    "box",
                    "unbox",
                    "EnumOfValue",
                    "EnumToValue",
                    "id",
                    "downcast",
                    "upcast",
                    "ignore",
                    "uint32",
                    "LanguagePrimitives.EnumOfValue")
                .contains(name);
    return converts
        ? new Expr.Cast(name, args.get(0).value(), start, end)
        : new Expr.Call(callee, args, start, end);
  }

  private Expr application(Scope scope) {
    Expr f = unary(scope);
    List<Expr.Arg> args = new ArrayList<>();
    while (startsArgument() && args.size() < 64) {
      args.add(new Expr.Arg("", postfix(scope, primary(scope))));
    }
    if (args.isEmpty()) {
      return f;
    }
    List<Expr.Arg> flat =
        args.size() == 1 && args.get(0).value() instanceof Expr.Items tuple
            ? tuple.items().stream().map(FSharpExpressions::argument).toList()
            : args;
    return conversion(f, flat, f.start(), in.lastEnd());
  }

  private boolean startsArgument() {
    Token t = in.peek();
    if (lines.isOffside() || (lines.isFirst() && t.is("["))) {
      return false;
    }
    return switch (t.kind()) {
      case NAME ->
          !STOPS.contains(t.text()) && !Set.of("if", "match", "fun", "try").contains(t.text())
              || t.is("fun");
      case NUMBER, STRING, TEMPLATE, CHARACTER -> true;
      default -> t.is("(") || (t.is("[") && !in.peek(1).is("<")) || t.is("{") || (t.is("~~~"));
    };
  }

  private Expr unary(Scope scope) {
    Token t = in.peek();
    if (t.is("~~~") || t.is("-") || t.is("!") || t.is("&") || t.is("not")) {
      in.next();
      in.enter();
      Expr operand = t.is("~~~") ? postfix(scope, primary(scope)) : application(scope);
      in.leave();
      String op = t.is("~~~") ? "~" : t.is("-") ? "-" : "!";
      return t.is("!") || t.is("&")
          ? operand
          : new Expr.Unary(op, operand, t.start(), in.lastEnd());
    }
    return postfix(scope, primary(scope));
  }

  private Expr postfix(Scope scope, Expr first) {
    Expr e = first;
    for (int links = 0; in.more(); links++) {
      if (links > LONGEST_CHAIN) {
        return new Expr.Opaque("a chain of calls", List.of(), e.start(), e.end());
      }
      boolean adjacent = in.peek().start() == in.lastEnd();
      if (in.is(".") && (adjacent || lines.isFirst() && !lines.isOffside())) {
        in.next();
        if (in.is("[")) {
          e = index(scope, e);
          continue;
        }
        Token name = in.next();
        e = new Expr.Member(e, name.value(), e.start(), in.lastEnd());
      } else if (in.is("(") && adjacent) {
        e = call(e, arguments(scope, ")"));
      } else if (in.is("[") && adjacent) {
        e = index(scope, e);
      } else if (in.is("<") && adjacent && reader.skipTypeArguments()) {
        e = generic(scope, e);
      } else {
        return e;
      }
    }
    return e;
  }

  private Expr generic(Scope scope, Expr e) {
    String argument = reader.lastTypeArgument();
    String name = e.lastName();
    if (name.equals("typeof")) {
      return new Expr.TypeRef(argument, e.start(), in.lastEnd());
    }
    if ((name.equals("enum") || name.equals("unbox") || name.equals("EnumOfValue"))
        && startsArgument()) {
      Expr operand = postfix(scope, primary(scope));
      return new Expr.Cast(argument, operand, e.start(), in.lastEnd());
    }
    if (name.equals("enum") || name.equals("unbox")) {
      return new Expr.Cast(argument, new Expr.Null(e.end(), e.end()), e.start(), in.lastEnd());
    }
    return e;
  }

  private Expr index(Scope scope, Expr target) {
    List<Expr> args = arguments(scope, "]").stream().map(Expr.Arg::value).toList();
    return new Expr.Index(target, args, target.start(), in.lastEnd());
  }

  private Expr call(Expr callee, List<Expr.Arg> args) {
    String name = callee.lastName();
    boolean named = args.stream().anyMatch(a -> !a.name().isEmpty());
    if (named && !name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
      return creation(callee.path(), args, callee.start());
    }
    return conversion(callee, args, callee.start(), in.lastEnd());
  }

  private Expr creation(String type, List<Expr.Arg> args, int start) {
    List<Expr.Arg> plain = args.stream().filter(a -> a.name().isEmpty()).toList();
    List<Expr> members = new ArrayList<>();
    for (Expr.Arg a : args) {
      if (!a.name().isEmpty()) {
        int at = a.value().start();
        Expr target = new Expr.Name(a.name(), at, at);
        members.add(new Expr.Assign(target, "=", a.value(), at, a.value().end()));
      }
    }
    return new Expr.New(type, plain, members, start, in.lastEnd());
  }

  /** Arguments in brackets; {@code name = value} is a named one. */
  private List<Expr.Arg> arguments(Scope scope, String close) {
    in.next();
    lines.push(-1);
    List<Expr.Arg> args = new ArrayList<>();
    while (in.more() && !in.is(close)) {
      int before = in.mark();
      Expr value = reader.sequence(scope, close);
      List<Expr> items = value instanceof Expr.Items tuple ? tuple.items() : List.of(value);
      items.forEach(i -> args.add(argument(i)));
      if (!in.is(close) && in.mark() == before) {
        in.next();
      }
    }
    in.take(close);
    lines.pop();
    return args;
  }

  private static Expr.Arg argument(Expr e) {
    return e instanceof Expr.Binary b && b.op().equals("==") && b.left() instanceof Expr.Name n
        ? new Expr.Arg(n.name(), b.right())
        : new Expr.Arg("", e);
  }

  private Expr primary(Scope scope) {
    Token t = in.peek();
    switch (t.kind()) {
      case NUMBER:
        in.next();
        Optional<Long> value = Numbers.parse(t.text());
        return value.isPresent()
            ? new Expr.Num(value.get(), t.start(), t.end())
            : new Expr.Opaque("a fraction", List.of(), t.start(), t.end());
      case STRING, CHARACTER:
        in.next();
        return new Expr.Str(t.value(), false, t.start(), t.end());
      case TEMPLATE:
        in.next();
        return new Expr.Str(t.value(), true, reader.holes(t, scope), t.start(), t.end());
      case NAME:
        return named(scope, t);
      default:
        return bracketed(scope, t);
    }
  }

  private Expr bracketed(Scope scope, Token t) {
    if (t.is("(")) {
      List<Expr.Arg> items = arguments(scope, ")");
      return items.size() == 1 && items.get(0).name().isEmpty()
          ? items.get(0).value()
          : items(items, t);
    }
    if (t.is("[") || t.is("{")) {
      List<Expr.Arg> items = arguments(scope, t.is("[") ? "]" : "}");
      boolean record =
          t.is("{") && !items.isEmpty() && items.stream().noneMatch(a -> a.name().isEmpty());
      return record ? creation("record", items, t.start()) : items(items, t);
    }
    if (t.is(")") || t.is("]") || t.is("}") || lines.isOffside()) {
      return nothing(t);
    }
    in.next();
    return new Expr.Opaque(t.text(), List.of(), t.start(), t.end());
  }

  private static Expr nothing(Token t) {
    return new Expr.Opaque("nothing", List.of(), t.start(), t.start());
  }

  private Expr items(List<Expr.Arg> args, Token t) {
    List<Expr> items = new ArrayList<>();
    for (Expr.Arg a : args) {
      Expr v = a.value();
      items.add(
          a.name().isEmpty()
              ? v
              : new Expr.Binary(
                  "==", new Expr.Name(a.name(), v.start(), v.start()), v, v.start(), v.end()));
    }
    return new Expr.Items(items, t.start(), in.lastEnd());
  }

  private Expr named(Scope scope, Token t) {
    switch (t.text()) {
      case "true", "false":
        in.next();
        return new Expr.Bool(t.is("true"), t.start(), t.end());
      case "null":
        in.next();
        return new Expr.Null(t.start(), t.end());
      case "new":
        in.next();
        String type = reader.type();
        return creation(type, in.is("(") ? arguments(scope, ")") : List.of(), t.start());
      case "if":
        return ifs(scope);
      case "match":
        return match(scope);
      case "function":
        return function(scope);
      case "fun":
        return fun(scope);
      case "try":
        return tries(scope);
      case "for", "while":
        return loop(scope);
      case "do", "yield", "return", "lazy", "assert", "begin":
        in.next();
        in.take("!");
        return body(scope);
      default:
        break;
    }
    if (STOPS.contains(t.text())) {
      return nothing(t);
    }
    in.next();
    return new Expr.Name(t.value(), t.start(), t.end());
  }

  /** What follows {@code =}, {@code ->} or {@code then}: a block, or the rest of the line. */
  Expr body(Scope scope) {
    if (lines.isFirst()) {
      return lines.isOffside() ? nothing(in.peek()) : reader.block(scope, lines.column());
    }
    return reader.block(scope, lines.column());
  }

  private Expr branch(Scope inner) {
    return read(out.add(inner));
  }

  private Expr branch(Scope inner, Optional<Decision> decision) {
    return read(out.add(inner, decision));
  }

  private Expr read(Scope inner) {
    Expr value = body(inner);
    return new Expr.Scoped(inner, value, value.start(), value.end());
  }

  private Expr ifs(Scope scope) {
    Token t = in.next();
    int chain = ++chains;
    List<Expr> conditions = new ArrayList<>();
    List<Expr> branches = new ArrayList<>();
    Tests tests = new Tests();
    Token word = t;
    do {
      Expr test = expression(scope);
      in.take("then");
      Scope inner = scope.conditional(text(test), chain, word.start());
      branches.add(branch(inner, tests.holding(test)));
      conditions.add(test);
      word = elif();
    } while (word != null);
    if (in.is("else")) {
      Token last = in.next();
      out.markComplete(chain);
      branches.add(branch(scope.conditional("else", chain, last.start()), tests.noneHolding()));
    }
    return new Expr.Choice(conditions, branches, t.start(), in.lastEnd());
  }

  private @Nullable Token elif() {
    if (!in.is("elif") && !(in.is("else") && in.peek(1).is("if"))) {
      return null;
    }
    in.take("else");
    return in.next();
  }

  private String text(Expr e) {
    int end = Math.max(e.start(), Math.max(e.end(), in.lastEnd()));
    return out.line(e.start(), end);
  }

  private Expr match(Scope scope) {
    Token t = in.next();
    in.take("!");
    Expr on = expression(scope);
    in.take("with");
    List<Expr> branches = cases(scope, "match " + text(on), on, t);
    return new Expr.Choice(List.of(on), branches, t.start(), in.lastEnd());
  }

  private List<Expr> cases(Scope scope, String label, @Nullable Expr on, Token word) {
    int chain = ++chains;
    int column = lines.column();
    List<Expr> branches = new ArrayList<>();
    while (in.more() && (in.is("|") || branches.isEmpty()) && lines.column() <= column + 40) {
      if (lines.isFirst() && lines.isOffside() && !in.is("|")) {
        break;
      }
      int before = in.mark();
      in.take("|");
      int from = in.peek().start();
      while (in.more() && !in.is("->")) {
        if (in.is("(") || in.is("[") || in.is("{")) {
          in.skipBrackets();
        } else {
          in.next();
        }
      }
      String pattern = out.text().text().substring(from, Math.max(from, in.lastEnd()));
      in.take("->");
      Scope inner = scope.conditional(label + " | " + pattern.strip(), chain, word.start());
      if (on instanceof Expr.Call && pattern.startsWith("true") && in.peek(-2).isName()) {
        // | true, p: what TryParse read
        Token name = in.peek(-2);
        out.add(new Variable(inner, name.value(), "", on, Set.of("local"), from));
      }
      branches.add(branch(inner));
      if (in.mark() == before || (in.is("|") && lines.isFirst() && lines.column() < column - 1)) {
        break;
      }
    }
    return branches;
  }

  private Expr function(Scope scope) {
    Token t = in.next();
    Scope inner = out.add(scope.lambda(List.of(), t.start()));
    List<Expr> branches = cases(inner, "function", null, t);
    Expr value = new Expr.Choice(List.of(), branches, t.start(), in.lastEnd());
    return new Expr.Lambda(inner, Optional.of(value), t.start(), in.lastEnd());
  }

  private Expr fun(Scope scope) {
    Token t = in.next();
    List<Scope.Parameter> parameters = reader.parameters();
    in.take("->");
    Scope inner = out.add(scope.lambda(parameters, t.start()));
    Expr value = body(inner);
    return new Expr.Lambda(inner, Optional.of(value), t.start(), in.lastEnd());
  }

  private Expr tries(Scope scope) {
    Token t = in.next();
    List<Expr> parts = new ArrayList<>();
    parts.add(body(scope));
    if (in.take("with")) {
      List<Expr> branches = cases(scope, "with", null, t);
      parts.add(new Expr.Choice(List.of(), branches, t.start(), in.lastEnd()));
    } else if (in.take("finally")) {
      parts.add(body(scope));
    }
    return new Expr.Opaque("try", parts, t.start(), in.lastEnd());
  }

  private Expr loop(Scope scope) {
    Token t = in.next();
    Scope inner = t.is("for") ? forLoop(scope, t) : scope.conditional("while", ++chains, t.start());
    if (t.is("while")) {
      out.add(inner);
      out.add(Statement.Kind.TEST, scope, expression(scope));
    }
    while (in.more() && !in.is("do") && !in.is("->") && !lines.isFirst()) {
      in.next();
    }
    if (in.take("do") || in.take("->")) {
      out.add(Statement.Kind.RUN, inner, body(inner));
    }
    in.take("done");
    return new Expr.Opaque("a loop", List.of(), t.start(), in.lastEnd());
  }

  private Scope forLoop(Scope scope, Token t) {
    Token name = in.next();
    while (in.more() && !in.is("in") && !in.is("=") && !in.is("do")) {
      in.next();
    }
    in.next();
    Expr items = expression(scope);
    Scope inner = out.add(scope.loop(items, t.text(), ++chains, t.start()));
    Expr each = new Expr.Opaque("each", List.of(items), items.start(), items.end());
    out.add(new Variable(inner, name.value(), "", each, Set.of("local"), name.start()));
    return inner;
  }
}
