package io.github.tlslift.dotnet.source.powershell;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Numbers;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads PowerShell commands, where words stand for themselves; about_Parsing, argument mode. */
final class PowerShellCommands {
  private static final int LONGEST_CHAIN = 100;

  private final Cursor in;
  private final Code out;
  private final PowerShellExpressions expressions;
  private final PowerShellReader reader;

  PowerShellCommands(
      Cursor in, Code out, PowerShellExpressions expressions, PowerShellReader reader) {
    this.in = in;
    this.out = out;
    this.expressions = expressions;
    this.reader = reader;
  }

  /** Commands and expressions joined by {@code |}. */
  Expr pipeline(Scope scope) {
    in.enter();
    Expr e = element(scope, null);
    for (int links = 0; in.is("|") || in.is("&&") || in.is("||"); links++) {
      in.next();
      expressions.newlines();
      e = element(scope, links % LONGEST_CHAIN == LONGEST_CHAIN - 1 ? nothing(e) : e);
    }
    in.leave();
    return e;
  }

  private static Expr nothing(Expr e) {
    return new Expr.Opaque("a chain of commands", List.of(), e.start(), e.end());
  }

  private Expr element(Scope scope, @Nullable Expr input) {
    Token t = in.peek();
    boolean invoked = t.is("&") || (t.is(".") && in.peek(1).start() > t.end());
    if (invoked) {
      in.next();
    }
    boolean expression =
        !invoked
            && (PowerShellExpressions.startsOperand(t)
                || t.is("++")
                || t.is("--")
                || t.is(",")
                || t.isAnyCase("-join"));
    return expression && input == null ? expressions.expression(scope) : command(scope, input);
  }

  private Expr command(Scope scope, @Nullable Expr input) {
    Token t = in.peek();
    Expr name = word(scope);
    Expr callee = name instanceof Expr.Str s ? new Expr.Name(s.value(), s.start(), s.end()) : name;
    List<Expr.Arg> args = new ArrayList<>();
    while (in.more() && !endsCommand()) {
      int before = in.mark();
      args.add(argument(scope, input));
      if (in.mark() == before) {
        in.next();
      }
    }
    if (input != null) {
      args.add(new Expr.Arg("|", input));
    }
    return new Expr.Call(callee, args, t.start(), in.lastEnd());
  }

  private boolean endsCommand() {
    Token t = in.peek();
    return t.kind() == TokenKind.NEWLINE
        || t.is(";")
        || t.is("|")
        || t.is(")")
        || t.is("}")
        || t.is("&&")
        || t.is("||");
  }

  private Expr.Arg argument(Scope scope, @Nullable Expr input) {
    Token t = in.peek();
    boolean parameter =
        t.kind() == TokenKind.OPERATOR
            && t.value().length() > 1
            && t.value().charAt(0) == '-'
            && Character.isLetter(t.value().charAt(1));
    if (t.is("@") && in.peek(1).isName() && in.peek(1).start() == t.end()) {
      in.next();
      Token table = in.next();
      return new Expr.Arg("@", new Expr.Name(table.value(), table.start(), table.end()));
    }
    if (!parameter) {
      return new Expr.Arg("", argumentList(scope, input));
    }
    in.next();
    String name = t.value().substring(1);
    boolean colon = in.is(":") && in.peek().start() == t.end();
    if (colon) {
      in.next();
    }
    boolean flag = endsCommand() || (!colon && isParameter(in.peek()));
    Expr value = flag ? new Expr.Bool(true, t.start(), t.end()) : argumentList(scope, input);
    return new Expr.Arg(name, value);
  }

  private static boolean isParameter(Token t) {
    return t.kind() == TokenKind.OPERATOR
        && t.value().length() > 1
        && t.value().charAt(0) == '-'
        && Character.isLetter(t.value().charAt(1));
  }

  private Expr argumentList(Scope scope, @Nullable Expr input) {
    Expr first = word(scope, input);
    if (!in.is(",")) {
      return first;
    }
    List<Expr> items = new ArrayList<>(List.of(first));
    while (in.take(",")) {
      expressions.newlines();
      items.add(word(scope, input));
    }
    return new Expr.Items(items, first.start(), in.lastEnd());
  }

  private Expr word(Scope scope) {
    return word(scope, null);
  }

  // A quoted or computed argument, or touching tokens taken as text.
  private Expr word(Scope scope, @Nullable Expr input) {
    Token t = in.peek();
    if (t.is("{")) {
      return block(scope, t, input);
    }
    boolean alone = endsWord(in.peek(1), t);
    if (t.kind() == TokenKind.VARIABLE
        || t.is("(")
        || t.is("$(")
        || t.is("@(")
        || t.is("@{")
        || ((t.kind() == TokenKind.STRING || t.kind() == TokenKind.TEMPLATE) && alone)) {
      return reader.operand(scope);
    }
    // [T]::Member as an argument is text to PowerShell, but people write it and mean the value.
    if (t.is("[") && in.peek(1).isName()) {
      return reader.operand(scope);
    }
    if (t.kind() == TokenKind.NUMBER && alone) {
      in.next();
      Optional<Long> value = Numbers.parse(t.text());
      return value.isPresent()
          ? new Expr.Num(value.get(), t.start(), t.end())
          : new Expr.Str(t.text(), false, t.start(), t.end());
    }
    return bare(t);
  }

  private Expr bare(Token t) {
    StringBuilder text = new StringBuilder();
    boolean holes = false;
    do {
      Token part = in.next();
      holes |= part.kind() == TokenKind.VARIABLE || part.kind() == TokenKind.TEMPLATE;
      text.append(part.kind() == TokenKind.VARIABLE ? "\0" : part.value());
    } while (in.more() && !endsWord(in.peek(), in.peek(-1)) && !endsCommand());
    return new Expr.Str(text.toString(), holes, t.start(), in.lastEnd());
  }

  // What stands apart from the token before it begins another word.
  private static boolean endsWord(Token next, Token before) {
    return next.start() != before.end()
        || next.kind() == TokenKind.NEWLINE
        || next.kind() == TokenKind.SPACE
        || next.is(",")
        || next.is(")")
        || next.is("}")
        || next.is(";")
        || next.is("|")
        || next.is("{");
  }

  private Expr block(Scope scope, Token t, @Nullable Expr input) {
    Scope inner = out.add(scope.lambda(List.of(), t.start()));
    if (input != null) {
      Expr each = new Expr.Opaque("each", List.of(input), input.start(), input.end());
      for (String name : List.of("_", "PSItem")) {
        out.variables().add(new Variable(inner, name, "", each, Set.of("local"), t.start()));
      }
    }
    reader.block(inner);
    return new Expr.Lambda(inner, Optional.empty(), t.start(), in.lastEnd());
  }
}
