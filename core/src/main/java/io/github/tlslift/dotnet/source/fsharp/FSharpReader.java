package io.github.tlslift.dotnet.source.fsharp;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.lex.FSharpLexer;
import io.github.tlslift.dotnet.source.lex.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an F# file or script by its indentation. */
public final class FSharpReader {
  private static final Set<String> LET_WORDS =
      Set.of("rec", "inline", "mutable", "private", "internal", "public");

  private static final int LONGEST_HOLE = 200;

  private final Cursor in;
  private final Lines lines;
  private final Code out;
  private final FSharpExpressions expressions;
  private String typeArgument = "";

  private FSharpReader(List<Token> tokens, Code out) {
    in = Cursor.without(tokens, Token::isTrivia);
    lines = new Lines(in, tokens);
    this.out = out;
    expressions = new FSharpExpressions(in, lines, out, this);
  }

  /** Reads the tokens of one pass into the code. */
  public static void read(List<Token> tokens, Code out) {
    FSharpReader reader = new FSharpReader(tokens, out);
    Scope file = out.add(Scope.file());
    String name = out.text().file();
    String module = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\.[^.]*$", "");
    Scope scope = out.add(file.type(module, List.of(), Set.of("module"), 0));
    while (reader.in.more()) {
      int before = reader.in.mark();
      reader.declarations(scope, reader.lines.column());
      if (reader.in.mark() == before) {
        reader.in.next();
      }
    }
  }

  // Declarations at this column, up to a line further left.
  private void declarations(Scope scope, int column) {
    in.enter();
    while (in.more() && !(lines.isFirst() && lines.column() < column)) {
      int before = in.mark();
      declaration(scope);
      in.take(";");
      if (in.mark() == before) {
        in.next();
      }
    }
    in.leave();
  }

  private void declaration(Scope scope) {
    Set<String> traits = attributes();
    int column = lines.column();
    Token t = in.peek();
    switch (t.text()) {
      case "namespace" -> {
        in.next();
        in.take("rec");
        type();
      }
      case "module" -> module(scope, column);
      case "open" -> {
        in.next();
        in.take("type");
        out.statics().add(type());
      }
      case "type", "and" -> typeDeclaration(scope, traits, column);
      case "member", "override", "default", "static", "abstract", "val", "new" ->
          member(scope, traits, column);
      case "inherit" -> line(scope, column);
      case "interface" -> interfaceMembers(scope, column);
      case "end", "with" -> in.next();
      default -> topLevel(scope, traits, column);
    }
  }

  private void line(Scope scope, int column) {
    in.next();
    lines.push(column);
    out.add(Statement.Kind.RUN, scope, expressions.expression(scope));
    lines.pop();
  }

  private void topLevel(Scope scope, Set<String> traits, int column) {
    if (in.is("let") || in.is("use")) {
      let(scope, traits, column, true);
    } else {
      out.add(Statement.Kind.RUN, scope, statement(scope, column));
    }
  }

  private Set<String> attributes() {
    Set<String> traits = new HashSet<>();
    while (in.is("[") && in.peek(1).is("<")) {
      while (in.more() && !(in.is(">") && in.peek(1).is("]"))) {
        Token t = in.next();
        if (t.isName()) {
          traits.add("[" + t.value() + "]");
        }
      }
      in.next();
      in.next();
    }
    return traits;
  }

  private void module(Scope scope, int column) {
    Token word = in.next();
    while (LET_WORDS.contains(in.peek().text())) {
      in.next();
    }
    String name = type();
    Scope inner = out.add(scope.type(name, List.of(), Set.of("module"), word.start()));
    if (in.take("=")) {
      in.take("begin");
      if (lines.column() > column) {
        declarations(inner, lines.column());
      }
    } else {
      declarations(inner, lines.column());
    }
  }

  private void typeDeclaration(Scope scope, Set<String> traits, int column) {
    Token word = in.next();
    traits.addAll(attributes());
    while (LET_WORDS.contains(in.peek().text())) {
      in.next();
    }
    String name = type();
    List<Scope.Parameter> parameters = in.is("(") ? parameterList() : List.of();
    while (in.more() && !in.is("=") && !(lines.isFirst() && lines.column() <= column)) {
      in.next();
    }
    if (!in.take("=")) {
      return;
    }
    if (isAbbreviation(column)) {
      out.sharedAliases().put(name, type());
      return;
    }
    List<String> bases = inherited(column);
    Scope inner =
        out.add(
            new Scope(
                Scope.Kind.TYPE, scope, name, parameters, bases, traits, "", 0, word.start()));
    if (isEnum()) {
      enumMembers(inner, column);
    } else if (in.is("|") || in.is("{") || (in.peek().isName() && !startsMember())) {
      skipShape(column);
    }
    if (lines.column() > column) {
      declarations(inner, lines.column());
    }
  }

  private boolean startsMember() {
    return Set.of(
            "member",
            "let",
            "do",
            "inherit",
            "interface",
            "static",
            "override",
            "abstract",
            "val",
            "new",
            "default",
            "class",
            "struct")
        .contains(in.peek().text());
  }

  private boolean isAbbreviation(int column) {
    if (!in.peek().isName() || startsMember() || in.is("delegate")) {
      return false;
    }
    int mark = in.mark();
    type();
    boolean ends = !in.more() || (lines.isFirst() && lines.column() <= column);
    in.reset(mark);
    return ends;
  }

  private List<String> inherited(int column) {
    int mark = in.mark();
    List<String> bases = new ArrayList<>();
    for (int i = 0; i < 400 && in.more(); i++) {
      if (lines.isFirst() && lines.column() <= column) {
        break;
      }
      Token t = in.next();
      if (t.is("inherit") || t.is("interface")) {
        bases.add(type());
      }
    }
    in.reset(mark);
    return bases;
  }

  private boolean isEnum() {
    int i = in.is("|") ? 1 : 0;
    return in.peek(i).isName() && in.peek(i + 1).is("=");
  }

  private void enumMembers(Scope type, int column) {
    while (in.more() && !(lines.isFirst() && lines.column() <= column && !in.is("|"))) {
      int before = in.mark();
      in.take("|");
      Token name = in.next();
      if (in.take("=")) {
        lines.push(column);
        Expr value = expressions.expression(type);
        lines.pop();
        out.variables()
            .add(new Variable(type, name.value(), "", value, Set.of("enum"), name.start()));
      }
      if (in.mark() == before) {
        in.next();
      }
    }
  }

  private void skipShape(int column) {
    while (in.more()
        && !(lines.isFirst()
            && (lines.column() <= column && !in.is("|") && !in.is("}")
                || startsMember()
                || in.is("with")))) {
      in.next();
    }
  }

  private void interfaceMembers(Scope scope, int column) {
    in.next();
    type();
    in.take("with");
    if (lines.column() > column) {
      declarations(scope, lines.column());
    }
  }

  private void member(Scope scope, Set<String> traits, int column) {
    Token first = in.peek();
    boolean isAbstract = false;
    while (Set.of(
            "member",
            "override",
            "default",
            "static",
            "abstract",
            "val",
            "private",
            "internal",
            "public",
            "inline",
            "mutable")
        .contains(in.peek().text())) {
      isAbstract |= in.is("abstract");
      traits.add(in.next().text());
    }
    if (in.is("let") || in.is("do")) {
      topLevel(scope, traits, column);
      return;
    }
    String name = in.next().value();
    if (in.take(".")) {
      name = in.next().value();
    }
    if (isAbstract || !hasBody(column)) {
      skipLine(column);
      return;
    }
    List<Scope.Parameter> parameters = parameters();
    skipTo("=", column);
    boolean property = parameters.isEmpty() && !in.peek(-1).is(")");
    Scope inner = out.add(scope.member(name, parameters, traits, first.start()));
    if (in.take("=")) {
      if (property) {
        Set<String> all = new HashSet<>(traits);
        all.addAll(Set.of("property", traits.contains("val") ? "automatic" : "computed"));
        out.variables().add(new Variable(scope, name, "", null, all, first.start()));
      }
      valued(inner, column);
    }
    skipLine(column);
  }

  private boolean hasBody(int column) {
    int mark = in.mark();
    skipTo("=", column);
    boolean found = in.is("=");
    in.reset(mark);
    return found;
  }

  private void skipTo(String text, int column) {
    while (in.more() && !in.is(text) && !(lines.isFirst() && lines.column() <= column)) {
      if (in.is("(")) {
        in.skipBrackets();
      } else {
        in.next();
      }
    }
  }

  private void skipLine(int column) {
    while (in.more() && !(lines.isFirst() && lines.column() <= column)) {
      in.next();
    }
  }

  // The body of a function or property; its last expression is what it gives.
  private void valued(Scope inner, int column) {
    lines.push(column);
    Expr value = expressions.body(inner);
    lines.pop();
    out.add(Statement.Kind.RETURN, inner, value);
  }

  /** The statements at a column; gives the last one, which the caller records. */
  Expr block(Scope scope, int column) {
    in.enter();
    Token first = in.peek();
    Expr last = new Expr.Opaque("nothing", List.of(), first.start(), first.start());
    boolean any = false;
    while (in.more() && !endsBlock(column, any)) {
      int before = in.mark();
      if (any && !(last instanceof Expr.Opaque o && o.what().equals("nothing"))) {
        out.add(Statement.Kind.RUN, scope, last);
      }
      last = statement(scope, column);
      any = true;
      in.take(";");
      if (in.mark() == before) {
        break;
      }
    }
    in.leave();
    return last;
  }

  private boolean endsBlock(int column, boolean any) {
    if (in.is(")")
        || in.is("]")
        || in.is("}")
        || in.is("then")
        || in.is("else")
        || in.is("elif")
        || in.is("with")
        || in.is("finally")
        || in.is("done")
        || in.is("|")
        || in.is("end")) {
      return true;
    }
    return any && (lines.isFirst() ? lines.column() != column : !in.peek(-1).is(";"));
  }

  /** Statements in brackets, split by semicolons or lines. */
  Expr sequence(Scope scope, String close) {
    int column = lines.column();
    List<Expr> items = new ArrayList<>();
    while (in.more() && !in.is(close)) {
      int before = in.mark();
      Expr e = statement(scope, lines.isFirst() ? lines.column() : Math.min(column, -1));
      items.add(e);
      in.take(";");
      in.take("|");
      if (in.mark() == before) {
        in.next();
      }
    }
    if (items.size() == 1) {
      return items.get(0);
    }
    int start = items.isEmpty() ? in.peek().start() : items.get(0).start();
    return new Expr.Items(items, start, in.lastEnd());
  }

  private Expr statement(Scope scope, int column) {
    if (in.is("let") || in.is("use")) {
      return let(scope, new HashSet<>(), column, false);
    }
    lines.push(column);
    Expr e = expressions.expression(scope);
    lines.pop();
    return e;
  }

  private Expr let(Scope scope, Set<String> traits, int column, boolean member) {
    Token word = in.next();
    in.take("!");
    while (LET_WORDS.contains(in.peek().text())) {
      traits.add(in.next().text());
    }
    Token name = in.next();
    if (name.is("(")) {
      in.reset(in.mark() - 1);
      in.skipBrackets();
    }
    skipTypeArguments();
    boolean function = in.peek().isName() || in.is("(");
    List<Scope.Parameter> parameters = function ? parameters() : List.of();
    if (in.take(":")) {
      traits.add(type());
    }
    skipTo("=", column);
    if (in.take("=")) {
      define(scope, traits, column, member, name, function, parameters);
    }
    in.take("in");
    return new Expr.Opaque("nothing", List.of(), word.start(), word.start());
  }

  private void define(
      Scope scope,
      Set<String> traits,
      int column,
      boolean member,
      Token name,
      boolean function,
      List<Scope.Parameter> parameters) {
    if (function) {
      Set<String> all = new HashSet<>(traits);
      all.add(member ? "static" : "local");
      valued(out.add(scope.member(name.value(), parameters, all, name.start())), column);
      return;
    }
    if (traits.contains("[Literal]")) {
      traits.add("literal");
    }
    if (!traits.contains("mutable")) {
      traits.add("readonly");
    }
    traits.add(member ? "static" : "local");
    lines.push(column);
    Expr value = expressions.body(scope);
    lines.pop();
    out.add(new Variable(scope, name.value(), "", value, traits, name.start()));
  }

  /** Parameters up to {@code =}, {@code ->} or {@code :}. */
  List<Scope.Parameter> parameters() {
    List<Scope.Parameter> parameters = new ArrayList<>();
    while (in.more()) {
      if (in.is("(")) {
        parameters.addAll(parameterList());
      } else if (in.peek().isName() && !in.is("when")) {
        parameters.add(new Scope.Parameter(in.next().value(), "", null));
      } else {
        return parameters;
      }
    }
    return parameters;
  }

  private List<Scope.Parameter> parameterList() {
    List<Scope.Parameter> parameters = new ArrayList<>();
    in.next();
    while (in.more() && !in.is(")")) {
      Token t = in.next();
      if (t.isName()) {
        String type = in.take(":") ? type() : "";
        parameters.add(new Scope.Parameter(t.value(), type, null));
      }
      while (in.more() && !in.is(",") && !in.is(")")) {
        in.next();
      }
      in.take(",");
    }
    in.take(")");
    return parameters;
  }

  /** The expressions in the holes of a string; empty where they are not simple. */
  List<Expr> holes(Token string, Scope scope) {
    List<Expr> parts = new ArrayList<>();
    for (Token.Hole hole : string.holes()) {
      if (hole.text().length() > LONGEST_HOLE || hole.text().indexOf('"') >= 0) {
        return List.of();
      }
      List<Token> tokens =
          new FSharpLexer(hole.text()).tokens().stream().map(t -> t.movedBy(hole.start())).toList();
      parts.add(new FSharpReader(tokens, out).expressions.expression(scope));
    }
    return parts;
  }

  /** A type's name without type arguments. */
  String type() {
    StringBuilder name = new StringBuilder();
    in.take("#");
    if (in.is("(")) {
      in.skipBrackets();
      return "";
    }
    while (in.peek().isName()) {
      name.append(in.next().value());
      if (in.is("<")) {
        skipTypeArguments();
      }
      if (!in.is(".")) {
        break;
      }
      in.next();
      name.append('.');
    }
    while (in.is("[") && in.peek(1).is("]")) {
      in.skipBrackets();
    }
    return name.toString();
  }

  /** Steps over type arguments, if they are that. */
  boolean skipTypeArguments() {
    int mark = in.mark();
    if (!in.skipAngles()) {
      return false;
    }
    StringBuilder text = new StringBuilder();
    for (int i = mark - in.mark() + 1; i < -1; i++) {
      Token t = in.peek(i);
      text.append(t.isName() || t.is(".") ? t.value() : "");
    }
    typeArgument = text.toString();
    return true;
  }

  /** The type arguments that were stepped over last. */
  String lastTypeArgument() {
    return typeArgument;
  }
}
