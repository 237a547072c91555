package io.github.tlslift.dotnet.source.vb;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import io.github.tlslift.dotnet.source.lex.VbLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a VB file: imports, namespaces, types and members. */
public final class VbReader {
  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "private",
          "protected",
          "friend",
          "shared",
          "shadows",
          "overrides",
          "overridable",
          "notoverridable",
          "mustoverride",
          "mustinherit",
          "notinheritable",
          "readonly",
          "writeonly",
          "partial",
          "overloads",
          "default",
          "const",
          "dim",
          "withevents",
          "async",
          "iterator",
          "static",
          "widening",
          "narrowing",
          "custom");
  private static final Set<String> TYPES =
      Set.of("class", "module", "structure", "interface", "enum");

  private static final int LONGEST_HOLE = 200;

  private final Cursor in;
  private final Code out;
  private final VbExpressions expressions;
  private final VbStatements statements;
  private final Deque<Expr> withs = new ArrayDeque<>();

  private VbReader(List<Token> tokens, Code out) {
    in = Cursor.without(tokens, t -> t.kind() == TokenKind.SPACE || t.kind() == TokenKind.COMMENT);
    this.out = out;
    expressions = new VbExpressions(in, this);
    statements = new VbStatements(in, out, expressions, this);
  }

  /** Reads the tokens of one pass into the code. */
  public static void read(List<Token> tokens, Code out) {
    VbReader reader = new VbReader(tokens, out);
    Scope file = out.add(Scope.file());
    while (reader.in.more()) {
      reader.declarations(file);
      reader.toLineEnd();
    }
  }

  // Up to a line that starts with "End".
  private void declarations(Scope scope) {
    in.enter();
    while (in.more() && !atEnd()) {
      int before = in.mark();
      declaration(scope);
      if (in.mark() == before) {
        in.next();
      }
    }
    in.leave();
  }

  boolean atEnd() {
    return in.isWord("end") && in.peek(1).isName();
  }

  private void declaration(Scope scope) {
    expressions.newlines();
    if (atEnd() || !in.more()) {
      return;
    }
    if (in.isWord("imports")) {
      imports();
    } else if (in.isWord("option")) {
      toLineEnd();
    } else if (in.isWord("namespace")) {
      Token word = in.next();
      Scope inner = out.add(scope.named(Scope.Kind.NAMESPACE, type(), word.start()));
      toLineEnd();
      declarations(inner);
      toLineEnd();
    } else {
      member(scope);
    }
  }

  private void imports() {
    in.next();
    while (in.more() && in.peek().kind() != TokenKind.NEWLINE) {
      if (in.peek(1).is("=")) {
        String alias = in.next().value();
        in.next();
        out.aliases().put(alias, type());
      } else {
        out.statics().add(type());
      }
      if (!in.take(",")) {
        break;
      }
    }
    toLineEnd();
  }

  private void member(Scope scope) {
    Set<String> traits = new HashSet<>();
    while (in.is("<")) {
      attributes(traits);
    }
    Token first = in.peek();
    int mark = in.mark();
    while (in.peek().isName() && MODIFIERS.contains(lower(in.peek()))) {
      traits.add(lower(in.next()));
    }
    String word = in.peek().isName() ? lower(in.peek()) : "";
    if (TYPES.contains(word) && in.peek(1).isName()) {
      typeDeclaration(scope, traits, first.start());
    } else if (word.equals("sub") || word.equals("function") || word.equals("operator")) {
      method(scope, traits, first.start());
    } else if (word.equals("property")) {
      property(scope, traits, first.start());
    } else if (word.equals("event")
        || word.equals("delegate")
        || word.equals("declare")
        || word.equals("inherits")
        || word.equals("implements")) {
      event(traits);
    } else if (scope.kind() == Scope.Kind.FILE && in.peek().isName()) {
      in.reset(mark);
      stray(scope);
    } else if (in.peek().isName()) {
      fields(scope, traits);
    } else {
      toLineEnd();
    }
  }

  // Statements of a snippet, outside any type.
  private void stray(Scope scope) {
    Scope main =
        out.add(
            scope
                .type("Program", List.of(), Set.of("module", "implicit"), 0)
                .member("Main", List.of(), Set.of("shared", "snippet"), 0));
    statements.block(main);
  }

  private void event(Set<String> traits) {
    toLineEnd();
    if (traits.contains("custom")) {
      while (in.more() && !(in.isWord("end") && in.peek(1).isAnyCase("event"))) {
        toLineEnd();
      }
      toLineEnd();
    }
  }

  private void attributes(Set<String> traits) {
    in.next();
    int open = 1;
    while (in.more() && open > 0) {
      Token t = in.next();
      if (t.isName()) {
        traits.add("[" + t.value() + "]");
      }
      if (t.is("(")) {
        in.reset(in.mark() - 1);
        in.skipBrackets();
      }
      open += t.is("<") ? 1 : t.is(">") ? -1 : 0;
    }
    expressions.newlines();
  }

  private void typeDeclaration(Scope scope, Set<String> traits, int start) {
    String word = lower(in.next());
    String name = in.next().value();
    if (in.is("(")) {
      in.skipBrackets();
    }
    Set<String> all = new HashSet<>(traits);
    all.add(word);
    toLineEnd();
    List<String> bases = new ArrayList<>();
    expressions.newlines();
    while (in.isWord("inherits") || in.isWord("implements")) {
      in.next();
      do {
        bases.add(type());
      } while (in.take(","));
      toLineEnd();
      expressions.newlines();
    }
    Scope inner = out.add(scope.type(name, bases, all, start));
    if (word.equals("enum")) {
      enumMembers(inner);
    } else {
      declarations(inner);
    }
    toLineEnd();
  }

  private void enumMembers(Scope type) {
    while (in.more() && !atEnd()) {
      expressions.newlines();
      if (atEnd()) {
        return;
      }
      while (in.is("<")) {
        attributes(new HashSet<>());
      }
      Token name = in.next();
      Expr value = in.take("=") ? expressions.expression(type) : null;
      if (name.isName()) {
        out.variables()
            .add(new Variable(type, name.value(), "", value, Set.of("enum"), name.start()));
      }
      toLineEnd();
    }
  }

  private void method(Scope scope, Set<String> traits, int start) {
    in.next();
    Token name = in.next();
    if (in.is("(") && in.peek(1).isAnyCase("of")) {
      in.skipBrackets();
    }
    List<Scope.Parameter> parameters = in.is("(") ? parameters(scope) : List.of();
    boolean isNew = name.isAnyCase("new");
    if (isNew) {
      traits.add("constructor");
    }
    String called = isNew ? scope.name() : name.value();
    Scope inner = out.add(scope.member(called, parameters, traits, start));
    boolean abstracted = traits.contains("mustoverride") || scope.has("interface");
    toLineEnd();
    if (!abstracted) {
      statements.block(inner);
      toLineEnd();
    }
  }

  private void property(Scope scope, Set<String> traits, int start) {
    in.next();
    Token name = in.next();
    if (in.is("(")) {
      in.skipBrackets();
    }
    String type = "";
    Expr value = null;
    if (in.takeWord("as")) {
      if (in.isWord("new")) {
        value = expressions.creation(scope, in.peek());
        type = ((value instanceof Expr.New n) ? n.type() : "");
      } else {
        type = type();
      }
    }
    if (in.take("=")) {
      value = expressions.expression(scope);
    }
    toLineEnd();
    expressions.newlines();
    boolean computed = isAccessor() && !scope.has("interface") && !traits.contains("mustoverride");
    Set<String> all = new HashSet<>(traits);
    all.add("property");
    all.add(computed ? "computed" : "automatic");
    out.add(new Variable(scope, name.value(), type, value, all, start));
    if (computed) {
      accessors(scope, name.value(), type, traits);
    }
  }

  private boolean isAccessor() {
    int i = 0;
    while (in.peek(i).isName() && MODIFIERS.contains(lower(in.peek(i)))) {
      i++;
    }
    return in.peek(i).isAnyCase("get") && in.peek(i + 1).kind() == TokenKind.NEWLINE
        || in.peek(i).isAnyCase("set")
            && (in.peek(i + 1).is("(") || in.peek(i + 1).kind() == TokenKind.NEWLINE);
  }

  private void accessors(Scope scope, String name, String type, Set<String> traits) {
    while (in.more() && !(in.isWord("end") && in.peek(1).isAnyCase("property"))) {
      int before = in.mark();
      expressions.newlines();
      if (isAccessor()) {
        while (MODIFIERS.contains(lower(in.peek()))) {
          in.next();
        }
        boolean get = in.next().isAnyCase("get");
        List<Scope.Parameter> value =
            in.is("(")
                ? parameters(scope)
                : get ? List.of() : List.of(new Scope.Parameter("value", type, null));
        Set<String> all = new HashSet<>(traits);
        all.add(get ? "getter" : "setter");
        Scope inner = out.add(scope.member(name, value, all, in.peek().start()));
        toLineEnd();
        statements.block(inner);
        toLineEnd();
      }
      if (in.mark() == before) {
        in.next();
      }
    }
    toLineEnd();
  }

  /** Declared names with types and first values, as after {@code Dim}. */
  void fields(Scope scope, Set<String> traits) {
    while (in.peek().isName()) {
      List<Token> names = new ArrayList<>();
      do {
        names.add(in.next());
        if (in.is("(")) {
          in.skipBrackets();
        }
      } while (in.peek().is(",") && in.peek(1).isName() && !hasTypeOrValue() && in.take(","));
      String type = "";
      Expr value = null;
      if (in.takeWord("as")) {
        if (in.isWord("new")) {
          value = expressions.creation(scope, in.peek());
          type = value instanceof Expr.New n ? n.type() : "";
        } else {
          type = type();
        }
      }
      if (in.take("=")) {
        expressions.newlines();
        value = expressions.expression(scope);
      }
      for (Token name : names) {
        out.add(new Variable(scope, name.value(), type, value, traits, name.start()));
      }
      if (!in.take(",")) {
        break;
      }
      expressions.newlines();
    }
    if (in.peek().kind() == TokenKind.NEWLINE || in.is(":")) {
      in.next();
    } else if (scope.kind() == Scope.Kind.TYPE) {
      toLineEnd();
    }
  }

  private boolean hasTypeOrValue() {
    return in.peek(0).isAnyCase("as") || in.peek(0).is("=");
  }

  /** Parameters, from the opening parenthesis to after the closing one. */
  List<Scope.Parameter> parameters(Scope scope) {
    List<Scope.Parameter> parameters = new ArrayList<>();
    in.next();
    expressions.newlines();
    while (in.more() && !in.is(")")) {
      int before = in.mark();
      boolean byReference = false;
      boolean rest = false;
      while (in.isWord("byval")
          || in.isWord("byref")
          || in.isWord("optional")
          || in.isWord("paramarray")) {
        byReference |= in.isWord("byref");
        rest |= in.isWord("paramarray");
        in.next();
      }
      while (in.is("<")) {
        attributes(new HashSet<>());
      }
      parameter(scope, parameters, rest, byReference);
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

  private void parameter(
      Scope scope, List<Scope.Parameter> parameters, boolean rest, boolean byReference) {
    if (!in.peek().isName()) {
      return;
    }
    String name = in.next().value();
    if (in.is("(")) {
      in.skipBrackets();
    }
    String type = in.takeWord("as") ? type() : "";
    Expr byDefault = in.take("=") ? expressions.expression(scope) : null;
    parameters.add(new Scope.Parameter(name, type, byDefault, rest, byReference));
  }

  /** A type's name without type arguments. */
  String type() {
    StringBuilder name = new StringBuilder();
    while (in.peek().isName()) {
      name.append(in.next().value());
      if (in.is("(")
          && (in.peek(1).isAnyCase("of") || in.peek(1).is(")") || in.peek(1).is(","))
          && !in.peek(1).is(")")) {
        in.skipBrackets();
      }
      if (!in.is(".")) {
        break;
      }
      in.next();
      name.append('.');
    }
    in.take("?");
    String type = name.toString();
    return type.regionMatches(true, 0, "Global.", 0, 7) ? type.substring(7) : type;
  }

  /** The expressions in the holes of a string; empty where they are not simple. */
  List<Expr> holes(Token string, Scope scope) {
    List<Expr> parts = new ArrayList<>();
    for (Token.Hole hole : string.holes()) {
      if (hole.text().length() > LONGEST_HOLE || hole.text().indexOf('"') >= 0) {
        return List.of();
      }
      List<Token> tokens =
          new VbLexer(hole.text()).tokens().stream().map(t -> t.movedBy(hole.start())).toList();
      parts.add(new VbReader(tokens, out).expressions.expression(scope));
    }
    return parts;
  }

  /** To the start of the next line. */
  void toLineEnd() {
    while (in.more() && in.next().kind() != TokenKind.NEWLINE) {
      continue;
    }
  }

  boolean inWith() {
    return !withs.isEmpty();
  }

  void pushWith(Expr target) {
    withs.push(target);
  }

  void popWith() {
    withs.poll();
  }

  /** What a leading dot stands for. */
  Expr withTarget(Token dot) {
    Expr target = withs.peek();
    return target == null ? new Expr.Name("", dot.start(), dot.start()) : moved(target, dot);
  }

  // The object of the With, but where the dot stands.
  private static Expr moved(Expr e, Token to) {
    int at = to.start();
    if (e instanceof Expr.Name n) {
      return new Expr.Name(n.name(), at, at);
    }
    if (e instanceof Expr.Member m) {
      return new Expr.Member(moved(m.target(), to), m.name(), at, at);
    }
    String type = e instanceof Expr.New n ? n.type() : e instanceof Expr.Cast c ? c.type() : "";
    return new Expr.Cast(type, new Expr.Null(at, at), at, at);
  }

  Scope lambdaScope(Scope scope, List<Scope.Parameter> parameters, int start) {
    return out.add(scope.lambda(parameters, start));
  }

  /** The lines of a lambda, and its {@code End Sub}. */
  void lambdaBody(Scope inner) {
    statements.block(inner);
    if (atEnd()) {
      in.next();
      in.next();
    }
  }

  /** The one statement of a lambda on one line. */
  void single(Scope inner) {
    statements.single(inner);
  }

  private static String lower(Token t) {
    return t.text().toLowerCase(Locale.ROOT);
  }
}
