package io.github.tlslift.dotnet.source.powershell;

import io.github.tlslift.dotnet.source.code.Code;
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
import org.jspecify.annotations.Nullable;

/** Reads PowerShell expressions; about_Operator_Precedence has the table. */
final class PowerShellExpressions {
  private record Infix(int precedence, String op) {}

  private static final Map<String, Infix> INFIX =
      Map.ofEntries(
          Map.entry("-and", new Infix(1, "&&")),
          Map.entry("-or", new Infix(1, "||")),
          Map.entry("-xor", new Infix(1, "xor")),
          Map.entry("-band", new Infix(2, "&")),
          Map.entry("-bor", new Infix(2, "|")),
          Map.entry("-bxor", new Infix(2, "^")),
          Map.entry("+", new Infix(4, "+")),
          Map.entry("-", new Infix(4, "-")),
          Map.entry("*", new Infix(5, "*")),
          Map.entry("/", new Infix(5, "/")),
          Map.entry("%", new Infix(5, "%")),
          Map.entry("-f", new Infix(6, "format")),
          Map.entry("..", new Infix(7, "..")),
          Map.entry("-shl", new Infix(3, "<<")),
          Map.entry("-shr", new Infix(3, ">>")),
          Map.entry("-as", new Infix(3, "as")),
          Map.entry("-join", new Infix(3, "join")),
          Map.entry("-split", new Infix(3, "split")),
          Map.entry("-eq", new Infix(3, "==")),
          Map.entry("-ne", new Infix(3, "!=")),
          Map.entry("-ceq", new Infix(3, "==")),
          Map.entry("-ieq", new Infix(3, "==")),
          Map.entry("-cne", new Infix(3, "!=")),
          Map.entry("-ine", new Infix(3, "!=")));
  private static final Set<String> COMPARISONS =
      Set.of(
          "-gt",
          "-ge",
          "-lt",
          "-le",
          "-like",
          "-notlike",
          "-match",
          "-notmatch",
          "-contains",
          "-notcontains",
          "-in",
          "-notin",
          "-is",
          "-isnot",
          "-replace",
          "-creplace",
          "-ireplace",
          "-cmatch",
          "-imatch",
          "-clike",
          "-ilike");
  private static final int LONGEST_CHAIN = 400;
  private static final int LONGEST_TYPE = 64;

  private final Cursor in;
  private final Code out;
  private final PowerShellReader reader;

  PowerShellExpressions(Cursor in, Code out, PowerShellReader reader) {
    this.in = in;
    this.out = out;
    this.reader = reader;
  }

  Expr expression(Scope scope) {
    in.enter();
    Expr e = binary(scope, 1);
    in.leave();
    return e;
  }

  private Expr binary(Scope scope, int least) {
    Expr left = list(scope);
    for (int links = 0; ; links++) {
      Token t = in.peek();
      Infix infix = infix(t);
      if (infix == null || infix.precedence() < least) {
        return left;
      }
      in.next();
      newlines();
      Expr right = binary(scope, infix.precedence() + 1);
      left =
          links > LONGEST_CHAIN
              ? new Expr.Opaque("a chain of operators", List.of(right), left.start(), right.end())
              : joined(infix.op(), left, right);
    }
  }

  private static Expr joined(String op, Expr left, Expr right) {
    return op.equals("as")
        ? new Expr.Cast(right.path(), left, left.start(), right.end())
        : new Expr.Binary(op, left, right, left.start(), right.end());
  }

  private static @Nullable Infix infix(Token t) {
    if (t.kind() != TokenKind.OPERATOR) {
      return null;
    }
    String op = t.value().toLowerCase(Locale.ROOT);
    return COMPARISONS.contains(op) ? new Infix(3, op) : INFIX.get(op);
  }

  private Expr list(Scope scope) {
    Expr first = unary(scope);
    if (!in.is(",")) {
      return first;
    }
    List<Expr> items = new ArrayList<>(List.of(first));
    while (in.take(",")) {
      newlines();
      items.add(unary(scope));
    }
    return new Expr.Items(items, first.start(), in.lastEnd());
  }

  private Expr unary(Scope scope) {
    Token t = in.peek();
    String op = t.kind() == TokenKind.OPERATOR ? t.value().toLowerCase(Locale.ROOT) : "";
    switch (op) {
      case "-bnot", "-not", "!", "-", "+", "-join", "-split", ",", "++", "--":
        in.next();
        in.enter();
        Expr operand = unary(scope);
        in.leave();
        return prefixed(op, operand, t);
      case "[":
        if (isType()) {
          return typed(scope, t);
        }
        break;
      default:
        break;
    }
    return postfix(scope, primary(scope));
  }

  /** One operand with its members: an argument of a command. */
  Expr operand(Scope scope) {
    return in.is("[") && isType() ? typed(scope, in.peek()) : postfix(scope, primary(scope));
  }

  private Expr prefixed(String op, Expr operand, Token t) {
    return switch (op) {
      case "-bnot" -> new Expr.Unary("~", operand, t.start(), in.lastEnd());
      case "," -> new Expr.Items(List.of(operand), t.start(), in.lastEnd());
      case "-join" ->
          new Expr.Binary(
              "join",
              operand,
              new Expr.Str("", false, t.start(), t.end()),
              t.start(),
              in.lastEnd());
      case "-" -> new Expr.Unary("-", operand, t.start(), in.lastEnd());
      case "+" -> operand;
      default -> new Expr.Unary("!", operand, t.start(), in.lastEnd());
    };
  }

  private boolean isType() {
    int i = 1;
    while (i < LONGEST_TYPE && isInType(i)) {
      i++;
    }
    return i > 1 && (in.peek(i).is("]") || in.peek(i).is("("));
  }

  private boolean isInType(int i) {
    return in.peek(i).isName()
        || in.peek(i).is(".")
        || in.peek(i).is("[")
        || in.peek(i).is(",")
        || in.peek(i).is("`")
        || in.peek(i).is("+")
        || in.peek(i).kind() == TokenKind.NUMBER
        || in.peek(i).is("]") && in.peek(i - 1).is("[");
  }

  // [T]::member, [T]value or [T] alone.
  private Expr typed(Scope scope, Token t) {
    String type = reader.typeLiteral();
    Token next = in.peek();
    if (next.is("::")) {
      return postfix(scope, new Expr.TypeRef(type, t.start(), in.lastEnd()));
    }
    if (type.equalsIgnoreCase("parameter") || type.equalsIgnoreCase("cmdletbinding")) {
      return new Expr.Opaque("an attribute", List.of(), t.start(), in.lastEnd());
    }
    if (startsOperand(next)) {
      in.enter();
      Expr operand = unary(scope);
      in.leave();
      return new Expr.Cast(type, operand, t.start(), in.lastEnd());
    }
    return postfix(scope, new Expr.TypeRef(type, t.start(), in.lastEnd()));
  }

  /** Whether an operand stands here, in an expression. */
  static boolean startsOperand(Token t) {
    return switch (t.kind()) {
      case VARIABLE, NUMBER, STRING, TEMPLATE -> true;
      case OPERATOR ->
          t.is("(")
              || t.is("$(")
              || t.is("@(")
              || t.is("@{")
              || t.is("[")
              || t.is("{")
              || t.isAnyCase("-bnot")
              || t.isAnyCase("-not")
              || t.is("!")
              || t.is("-");
      default -> false;
    };
  }

  private Expr postfix(Scope scope, Expr first) {
    Expr e = first;
    for (int links = 0; in.more(); links++) {
      if (links > LONGEST_CHAIN) {
        return new Expr.Opaque("a chain of calls", List.of(), e.start(), e.end());
      }
      boolean adjacent = in.peek().start() == in.lastEnd();
      if ((in.is("::") || (in.is(".") && adjacent)) && !in.peek(1).is(".")) {
        boolean ofType = in.next().is("::") && e instanceof Expr.TypeRef;
        Token name = in.next();
        e =
            ofType && name.kind() == TokenKind.VARIABLE
                ? new Expr.Cast(e.path(), variable(name), e.start(), in.lastEnd())
                : new Expr.Member(e, name.value(), e.start(), in.lastEnd());
      } else if (in.is("(") && adjacent && e instanceof Expr.Member) {
        e = new Expr.Call(e, arguments(scope), e.start(), in.lastEnd());
      } else if (in.is("[") && adjacent) {
        in.next();
        Expr index = expression(scope);
        newlines();
        in.take("]");
        e = new Expr.Index(e, List.of(index), e.start(), in.lastEnd());
      } else if ((in.is("++") || in.is("--")) && adjacent) {
        in.next();
      } else {
        return e;
      }
    }
    return e;
  }

  private List<Expr.Arg> arguments(Scope scope) {
    in.next();
    List<Expr.Arg> args = new ArrayList<>();
    newlines();
    while (in.more() && !in.is(")")) {
      int before = in.mark();
      Expr value = binary(scope, 1);
      List<Expr> items = value instanceof Expr.Items i ? i.items() : List.of(value);
      items.forEach(i -> args.add(new Expr.Arg("", i)));
      newlines();
      in.take(",");
      newlines();
      if (in.mark() == before) {
        in.next();
      }
    }
    in.take(")");
    return args;
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
      case STRING:
        in.next();
        return new Expr.Str(t.value(), false, t.start(), t.end());
      case TEMPLATE:
        in.next();
        return new Expr.Str(t.value(), true, reader.holes(t, scope), t.start(), t.end());
      case VARIABLE:
        in.next();
        return variable(t);
      case NAME:
        in.next();
        return new Expr.Name(t.value(), t.start(), t.end());
      default:
        return bracketed(scope, t);
    }
  }

  private static Expr variable(Token t) {
    return switch (t.value().toLowerCase(Locale.ROOT)) {
      case "true", "false" -> new Expr.Bool(t.value().equalsIgnoreCase("true"), t.start(), t.end());
      case "null" -> new Expr.Null(t.start(), t.end());
      default -> new Expr.Name(t.value(), t.start(), t.end());
    };
  }

  private Expr bracketed(Scope scope, Token t) {
    if (t.is("(") || t.is("$(") || t.is("@(")) {
      in.next();
      List<Expr> items = reader.inParentheses(scope);
      return items.size() == 1 && !t.is("@(")
          ? items.get(0)
          : new Expr.Items(items, t.start(), in.lastEnd());
    }
    if (t.is("@{")) {
      return hashtable(scope, t);
    }
    if (t.is("{")) {
      Scope inner = out.add(scope.lambda(List.of(), t.start()));
      reader.block(inner);
      return new Expr.Lambda(inner, Optional.empty(), t.start(), in.lastEnd());
    }
    if (t.is(")")
        || t.is("}")
        || t.is("]")
        || t.is(";")
        || t.is("|")
        || t.kind() == TokenKind.NEWLINE) {
      return new Expr.Opaque("nothing", List.of(), t.start(), t.start());
    }
    in.next();
    return new Expr.Opaque(t.text(), List.of(), t.start(), t.end());
  }

  private Expr hashtable(Scope scope, Token t) {
    in.next();
    List<Expr> members = new ArrayList<>();
    newlines();
    while (in.more() && !in.is("}")) {
      int before = in.mark();
      Token key = in.peek();
      Expr name =
          key.isName() ? new Expr.Name(in.next().value(), key.start(), key.end()) : unary(scope);
      newlines();
      if (in.take("=")) {
        newlines();
        Expr value = reader.value(scope);
        Expr target =
            name instanceof Expr.Str s ? new Expr.Name(s.value(), s.start(), s.end()) : name;
        members.add(new Expr.Assign(target, "=", value, key.start(), in.lastEnd()));
      }
      while (in.take(";") || in.peek().kind() == TokenKind.NEWLINE) {
        newlines();
      }
      if (in.mark() == before) {
        in.next();
      }
    }
    in.take("}");
    return new Expr.New("hashtable", List.of(), members, t.start(), in.lastEnd());
  }

  /** Steps over ends of line. */
  void newlines() {
    while (in.peek().kind() == TokenKind.NEWLINE) {
      in.next();
    }
  }
}
