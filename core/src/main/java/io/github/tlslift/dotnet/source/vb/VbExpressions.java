package io.github.tlslift.dotnet.source.vb;

import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Numbers;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads VB expressions; the Visual Basic language specification, section 11. */
final class VbExpressions {
  private record Infix(int precedence, String op) {}

  private static final int NOT = 4;
  private static final Map<String, Infix> INFIX =
      Map.ofEntries(
          Map.entry("xor", new Infix(1, "^")),
          Map.entry("or", new Infix(2, "|")),
          Map.entry("orelse", new Infix(2, "||")),
          Map.entry("and", new Infix(3, "&")),
          Map.entry("andalso", new Infix(3, "&&")),
          Map.entry("=", new Infix(5, "==")),
          Map.entry("<>", new Infix(5, "!=")),
          Map.entry("<", new Infix(5, "<")),
          Map.entry(">", new Infix(5, ">")),
          Map.entry("<=", new Infix(5, "<=")),
          Map.entry(">=", new Infix(5, ">=")),
          Map.entry("is", new Infix(5, "==")),
          Map.entry("isnot", new Infix(5, "!=")),
          Map.entry("like", new Infix(5, "like")),
          Map.entry("<<", new Infix(6, "<<")),
          Map.entry(">>", new Infix(6, ">>")),
          Map.entry("&", new Infix(7, "concat")),
          Map.entry("+", new Infix(8, "+")),
          Map.entry("-", new Infix(8, "-")),
          Map.entry("mod", new Infix(9, "%")),
          Map.entry("\\", new Infix(10, "/")),
          Map.entry("*", new Infix(11, "*")),
          Map.entry("/", new Infix(11, "/")),
          Map.entry("^", new Infix(12, "power")));
  private static final Set<String> CONVERSIONS = Set.of("ctype", "directcast", "trycast");
  private static final Set<String> NUMERIC =
      Set.of("cint", "clng", "cshort", "cuint", "culng", "cushort", "cbyte", "csbyte", "cobj");
  private static final int LONGEST_CHAIN = 400;

  private final Cursor in;
  private final VbReader reader;

  VbExpressions(Cursor in, VbReader reader) {
    this.in = in;
    this.reader = reader;
  }

  Expr expression(Scope scope) {
    in.enter();
    Expr e = binary(scope, 1);
    in.leave();
    return e;
  }

  private Expr binary(Scope scope, int least) {
    Expr left = isWord("not") ? not(scope) : unary(scope);
    for (int links = 0; ; links++) {
      Token t = in.peek();
      Infix infix = t.kind() == TokenKind.OPERATOR || t.isName() ? INFIX.get(lower(t)) : null;
      if (infix == null || infix.precedence() < least) {
        return left;
      }
      in.next();
      newlines();
      Expr right = binary(scope, infix.precedence() + 1);
      left =
          links > LONGEST_CHAIN
              ? new Expr.Opaque("a chain of operators", List.of(right), left.start(), right.end())
              : new Expr.Binary(infix.op(), left, right, left.start(), right.end());
    }
  }

  private Expr not(Scope scope) {
    Token t = in.next();
    in.enter();
    Expr operand = binary(scope, NOT);
    in.leave();
    return new Expr.Unary("~", operand, t.start(), in.lastEnd());
  }

  private Expr unary(Scope scope) {
    Token t = in.peek();
    if (t.is("-") || t.is("+")) {
      in.next();
      in.enter();
      Expr operand = unary(scope);
      in.leave();
      return new Expr.Unary(t.text(), operand, t.start(), in.lastEnd());
    }
    if (isWord("await")) {
      in.next();
      in.enter();
      Expr awaited = unary(scope);
      in.leave();
      return awaited;
    }
    if (isWord("addressof")) {
      in.next();
      Expr method = postfix(scope);
      return method;
    }
    if (isWord("typeof")) {
      in.next();
      return postfix(scope);
    }
    return postfix(scope);
  }

  /** A primary with calls and members after it: what an assignment starts with. */
  Expr postfix(Scope scope) {
    Expr e = primary(scope);
    for (int links = 0; in.more(); links++) {
      if (links > LONGEST_CHAIN) {
        e = new Expr.Opaque("a chain of calls", List.of(), e.start(), e.end());
        links = 0;
      }
      boolean continued =
          in.peek().kind() == TokenKind.NEWLINE
              && in.peek(1).is(".")
              && in.peek(2).isName()
              && !reader.inWith();
      if (continued) {
        in.next();
      }
      if (in.is(".") || in.is("?.") || in.is("!")) {
        in.next();
        newlines();
        Token name = in.next();
        e = new Expr.Member(e, name.value(), e.start(), in.lastEnd());
      } else if (in.is("(")) {
        if (in.peek(1).isAnyCase("of")) {
          in.skipBrackets();
          continue;
        }
        List<Expr.Arg> args = arguments(scope, ")");
        e = call(e, args);
      } else {
        return e;
      }
    }
    return e;
  }

  private Expr call(Expr callee, List<Expr.Arg> args) {
    String name = callee instanceof Expr.Name n ? n.name().toLowerCase(Locale.ROOT) : "";
    if (CONVERSIONS.contains(name) && args.size() == 2) {
      String type = args.get(1).value().path();
      return new Expr.Cast(type, args.get(0).value(), callee.start(), in.lastEnd());
    }
    if (NUMERIC.contains(name) && args.size() == 1) {
      return new Expr.Cast("Integer", args.get(0).value(), callee.start(), in.lastEnd());
    }
    if (name.equals("gettype") && args.size() == 1) {
      return new Expr.TypeRef(args.get(0).value().path(), callee.start(), in.lastEnd());
    }
    if (name.equals("nameof") && args.size() == 1) {
      String last = args.get(0).value().lastName();
      return new Expr.Str(last, false, callee.start(), in.lastEnd());
    }
    List<Expr> values = args.stream().map(Expr.Arg::value).toList();
    if ((name.equals("if") || name.equals("iif")) && values.size() == 3) {
      return new Expr.Choice(
          values.subList(0, 1), values.subList(1, 3), callee.start(), in.lastEnd());
    }
    if (name.equals("if") && values.size() == 2) {
      return new Expr.Choice(List.of(), values, callee.start(), in.lastEnd());
    }
    return new Expr.Call(callee, args, callee.start(), in.lastEnd());
  }

  /** Arguments, from the opening bracket to after the closing one. */
  List<Expr.Arg> arguments(Scope scope, String close) {
    in.next();
    List<Expr.Arg> args = new ArrayList<>();
    newlines();
    while (in.more() && !in.is(close)) {
      int before = in.mark();
      String name = "";
      if (in.peek().isName() && in.peek(1).is(":=")) {
        name = in.next().value();
        in.next();
        newlines();
      }
      if (!in.is(",")) {
        args.add(new Expr.Arg(name, expression(scope)));
      }
      newlines();
      if (!in.is(close) && !in.take(",")) {
        if (in.mark() == before) {
          in.next();
        } else if (in.peek(-1).kind() == TokenKind.NEWLINE) {
          return args;
        }
      }
      newlines();
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

  private static Expr number(Token t) {
    Optional<Long> value = Numbers.parse(t.text().replaceAll("[%&]$", ""));
    return value.isPresent()
        ? new Expr.Num(value.get(), t.start(), t.end())
        : new Expr.Opaque("a fraction", List.of(), t.start(), t.end());
  }

  private Expr bracketed(Scope scope, Token t) {
    if (t.is("(")) {
      List<Expr.Arg> items = arguments(scope, ")");
      return items.size() == 1 ? items.get(0).value() : items(items, t);
    }
    if (t.is("{")) {
      return items(arguments(scope, "}"), t);
    }
    if (t.is(".") && in.peek(1).isName()) {
      return reader.withTarget(t);
    }
    if (t.kind() == TokenKind.NEWLINE || t.is(")") || t.is("}") || t.is(",")) {
      return new Expr.Opaque("nothing", List.of(), t.start(), t.start());
    }
    in.next();
    return new Expr.Opaque(t.text(), List.of(), t.start(), t.end());
  }

  private Expr items(List<Expr.Arg> args, Token t) {
    return new Expr.Items(args.stream().map(Expr.Arg::value).toList(), t.start(), in.lastEnd());
  }

  private Expr named(Scope scope, Token t) {
    switch (lower(t)) {
      case "true", "false":
        in.next();
        return new Expr.Bool(t.isAnyCase("true"), t.start(), t.end());
      case "nothing":
        in.next();
        return new Expr.Null(t.start(), t.end());
      case "new":
        return creation(scope, t);
      case "function", "sub", "async", "iterator":
        return lambda(scope, t);
      case "me", "mybase", "myclass":
        in.next();
        return new Expr.Name("this", t.start(), t.end());
      default:
        in.next();
        return new Expr.Name(t.value(), t.start(), t.end());
    }
  }

  /** {@code New T(args) With {.A = 1}}, from {@code New}. */
  Expr creation(Scope scope, Token t) {
    in.next();
    String type = reader.type();
    List<Expr.Arg> args = in.is("(") ? arguments(scope, ")") : List.of();
    if (in.is("{")) {
      return items(arguments(scope, "}"), t);
    }
    List<Expr> members = List.of();
    boolean continued =
        in.peek().kind() == TokenKind.NEWLINE && in.peek(1).isAnyCase("with") && in.peek(2).is("{");
    if (continued) {
      in.next();
    }
    if (isWord("with") && in.peek(1).is("{")) {
      in.next();
      members = members(scope);
    } else if (isWord("from") && in.peek(1).is("{")) {
      in.next();
      return items(arguments(scope, "}"), t);
    }
    return new Expr.New(type, args, members, t.start(), in.lastEnd());
  }

  private List<Expr> members(Scope scope) {
    in.next();
    List<Expr> members = new ArrayList<>();
    newlines();
    while (in.more() && !in.is("}")) {
      int before = in.mark();
      if (isWord("key")) {
        in.next();
      }
      if (in.take(".")) {
        Token name = in.next();
        Expr target = new Expr.Name(name.value(), name.start(), name.end());
        newlines();
        if (in.take("=")) {
          newlines();
          Expr value = expression(scope);
          members.add(new Expr.Assign(target, "=", value, name.start(), in.lastEnd()));
        }
      } else {
        members.add(expression(scope));
      }
      newlines();
      in.take(",");
      newlines();
      if (in.mark() == before) {
        in.next();
      }
    }
    in.take("}");
    return members;
  }

  private Expr lambda(Scope scope, Token t) {
    while (isWord("async") || isWord("iterator")) {
      in.next();
    }
    boolean function = isWord("function");
    if (!function && !isWord("sub")) {
      return new Expr.Name(t.value(), t.start(), t.end());
    }
    in.next();
    List<Scope.Parameter> parameters = in.is("(") ? reader.parameters(scope) : List.of();
    if (isWord("as")) {
      in.next();
      reader.type();
    }
    Scope inner = reader.lambdaScope(scope, parameters, t.start());
    Optional<Expr> body = Optional.empty();
    if (in.peek().kind() == TokenKind.NEWLINE) {
      reader.lambdaBody(inner);
    } else if (function) {
      body = Optional.of(expression(inner));
    } else {
      reader.single(inner);
    }
    return new Expr.Lambda(inner, body, t.start(), in.lastEnd());
  }

  private boolean isWord(String word) {
    return in.peek().isName() && in.peek().isAnyCase(word);
  }

  /** Steps over ends of line. */
  void newlines() {
    while (in.peek().kind() == TokenKind.NEWLINE) {
      in.next();
    }
  }

  private static String lower(Token t) {
    return t.text().toLowerCase(Locale.ROOT);
  }
}
