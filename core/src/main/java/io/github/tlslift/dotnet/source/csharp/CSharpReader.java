package io.github.tlslift.dotnet.source.csharp;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.dotnet.source.code.Scope;
import io.github.tlslift.dotnet.source.code.Statement;
import io.github.tlslift.dotnet.source.code.Variable;
import io.github.tlslift.dotnet.source.lex.CSharpLexer;
import io.github.tlslift.dotnet.source.lex.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a C# file: using directives, namespaces, types and members, and top-level statements. */
public final class CSharpReader {
  private static final Set<String> TYPE_WORDS =
      Set.of("class", "struct", "interface", "enum", "record");
  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "private",
          "protected",
          "internal",
          "static",
          "readonly",
          "const",
          "sealed",
          "abstract",
          "virtual",
          "override",
          "async",
          "extern",
          "unsafe",
          "partial",
          "new",
          "volatile",
          "event",
          "implicit",
          "explicit",
          "required",
          "file",
          "ref",
          "fixed");

  private static final int LONGEST_HOLE = 200;
  private static final int MOST_MODIFIERS = 16;

  private final Cursor in;
  private final Code out;
  private final CSharpTypes types;
  private final CSharpExpressions expressions;
  private final CSharpStatements statements;
  private String returning = "";
  private boolean extension;
  private @Nullable Scope topLevel;

  private CSharpReader(List<Token> tokens, Code out) {
    in = Cursor.without(tokens, Token::isTrivia);
    this.out = out;
    types = new CSharpTypes(in);
    expressions = new CSharpExpressions(in, this);
    statements = new CSharpStatements(in, out, types, expressions, this);
  }

  /** Reads the tokens of one pass into the code. */
  public static void read(List<Token> tokens, Code out) {
    CSharpReader reader = new CSharpReader(tokens, out);
    Scope file = out.add(Scope.file());
    Scope main =
        file.type("Program", List.of(), Set.of("implicit"), 0)
            .member("Main", List.of(), Set.of("static", "top-level"), 0);
    while (reader.in.more()) {
      reader.unit(file, main);
      reader.in.take("}");
    }
  }

  // Namespace level, up to the closing brace.
  private void unit(Scope scope, Scope main) {
    while (in.more() && !in.is("}")) {
      int before = in.mark();
      if (in.is("using") && !in.peek(1).is("(") && !isUsingDeclaration()
          || (in.is("global") && in.peek(1).is("using"))) {
        using();
      } else if (in.is("extern") && in.peek(1).is("alias")) {
        toSemicolon();
      } else if (in.is("namespace")) {
        namespace(scope, main);
      } else if (isTypeAhead() || in.is("delegate") || in.is("[")) {
        member(scope);
      } else if (scope.kind() == Scope.Kind.FILE) {
        topLevel(main);
      } else {
        member(scope);
      }
      if (in.mark() == before) {
        in.next();
      }
    }
  }

  private void topLevel(Scope main) {
    if (topLevel == null) {
      topLevel = out.add(main);
    }
    topLevel = statements.following(topLevel);
  }

  private boolean isUsingDeclaration() {
    int mark = in.mark();
    in.next();
    boolean declares = !in.is("static") && types.isDeclaration();
    in.reset(mark);
    return declares;
  }

  private void using() {
    boolean shared = in.take("global");
    in.take("using");
    boolean isStatic = in.take("static");
    in.take("unsafe");
    if (in.peek(1).is("=")) {
      String alias = in.next().value();
      in.next();
      (shared ? out.sharedAliases() : out.aliases()).put(alias, types.type());
    } else {
      String name = types.type();
      if (isStatic) {
        (shared ? out.sharedStatics() : out.statics()).add(name);
      }
    }
    toSemicolon();
  }

  private void toSemicolon() {
    while (in.more() && !in.take(";") && !in.is("}")) {
      in.next();
    }
  }

  private void namespace(Scope scope, Scope main) {
    Token word = in.next();
    Scope inner = out.add(scope.named(Scope.Kind.NAMESPACE, types.type(), word.start()));
    if (in.take("{")) {
      in.enter();
      unit(inner, main);
      in.take("}");
      in.leave();
    } else {
      in.take(";");
      unit(inner, main);
    }
  }

  // Whether the next declaration, past modifiers, is of a type.
  private boolean isTypeAhead() {
    int i = 0;
    while (i < MOST_MODIFIERS && MODIFIERS.contains(in.peek(i).text()) && in.peek(i).isName()) {
      i++;
    }
    boolean word = TYPE_WORDS.contains(in.peek(i).text()) && in.peek(i + 1).isName();
    return word || (in.peek(i).is("delegate") && in.peek(i + 1).isName());
  }

  /** One member of a type, or a type. */
  void member(Scope scope) {
    Set<String> traits = new HashSet<>();
    while (in.is("[")) {
      attribute(scope, traits);
    }
    Token first = in.peek();
    while (MODIFIERS.contains(in.peek().text()) && in.peek().isName()) {
      traits.add(in.next().text());
    }
    if (in.is("delegate")) {
      toSemicolon();
    } else if (TYPE_WORDS.contains(in.peek().text()) && in.peek(1).isName()) {
      type(scope, traits, first.start());
    } else if (in.take("~")) {
      method(scope, "", in.next().value(), traits, first.start());
    } else if (in.peek().isName() && in.peek(1).is("(")) {
      method(scope, "", in.next().value(), constructor(traits), first.start());
    } else {
      typed(scope, traits, first);
    }
  }

  private static Set<String> constructor(Set<String> traits) {
    traits.add("constructor");
    return traits;
  }

  private void attribute(Scope scope, Set<String> traits) {
    in.next();
    int open = 1;
    boolean starts = true;
    while (in.more() && open > 0) {
      Token t = in.peek();
      if (starts && t.isName()) {
        String name = types.elementType();
        traits.add("[" + name.substring(name.lastIndexOf('.') + 1) + "]");
        if (in.is("(")) {
          in.skipBrackets();
        }
        starts = false;
        continue;
      }
      in.next();
      open += t.is("[") ? 1 : t.is("]") ? -1 : 0;
      starts = t.is(",") || t.is(":");
      if (t.is(";") || t.is("{")) {
        return;
      }
    }
  }

  private void type(Scope scope, Set<String> traits, int start) {
    boolean isEnum = in.is("enum");
    traits.add(in.next().text());
    if (in.is("struct") || in.is("class")) {
      in.next();
    }
    String name = in.next().value();
    while (in.more() && !in.is("(") && !in.is(":") && !in.is("{") && !in.is(";")) {
      in.next();
    }
    List<Scope.Parameter> primary = in.is("(") ? parameters(scope) : List.of();
    List<String> bases = in.take(":") ? bases(scope) : List.of();
    while (in.more() && !in.is("{") && !in.is(";") && !in.is("}")) {
      in.next();
    }
    Scope type =
        out.add(new Scope(Scope.Kind.TYPE, scope, name, primary, bases, traits, "", 0, start));
    if (in.take("{")) {
      in.enter();
      if (isEnum) {
        enumMembers(type);
      } else {
        members(type);
      }
      in.take("}");
      in.leave();
    }
    in.take(";");
  }

  private List<String> bases(Scope scope) {
    List<String> bases = new ArrayList<>();
    do {
      bases.add(types.type());
      if (in.is("(")) {
        expressions.arguments(scope, ")");
      }
    } while (in.take(","));
    return bases;
  }

  private void enumMembers(Scope type) {
    while (in.more() && !in.is("}")) {
      while (in.is("[")) {
        in.skipBrackets();
      }
      Token name = in.next();
      Expr value = in.take("=") ? expressions.expression(type) : null;
      if (name.isName()) {
        out.variables()
            .add(new Variable(type, name.value(), "", value, Set.of("enum"), name.start()));
      }
      in.take(",");
    }
  }

  private void members(Scope type) {
    while (in.more() && !in.is("}")) {
      int before = in.mark();
      member(type);
      if (in.mark() == before) {
        in.next();
      }
    }
  }

  // A member that starts with a type: field, property, method, indexer, operator, event.
  private void typed(Scope scope, Set<String> traits, Token first) {
    String type = types.type();
    if (in.is("operator")) {
      while (in.more() && !in.is("(") && !in.is(";") && !in.is("{")) {
        in.next();
      }
      method(scope, type, "operator", traits, first.start());
      return;
    }
    Token name = in.peek();
    if (!name.isName()) {
      recover();
      return;
    }
    in.next();
    String last = name.value();
    while (in.is("<") || in.is(".")) {
      if (in.take(".")) {
        last = in.next().value();
      } else {
        skipTypeParameters();
      }
    }
    if (in.is("(")) {
      method(scope, type, last, traits, first.start());
    } else if (in.is("{") || in.is("=>") || in.is("[")) {
      property(scope, type, last, traits, name.start());
    } else {
      fields(scope, type, last, traits, name.start());
    }
  }

  private void skipTypeParameters() {
    int open = 0;
    do {
      Token t = in.next();
      open += t.is("<") ? 1 : t.is(">") ? -1 : 0;
    } while (open > 0 && in.more() && !in.is("{") && !in.is(";"));
  }

  private void recover() {
    if (in.is("{")) {
      in.skipBrackets();
    } else if (!in.is("}")) {
      in.next();
    }
  }

  private void method(Scope scope, String type, String name, Set<String> traits, int start) {
    extension = false;
    List<Scope.Parameter> parameters = in.is("(") ? parameters(scope) : List.of();
    if (extension) {
      traits.add("extension");
    }
    Scope inner = out.add(scope.member(name, parameters, traits, start));
    if (in.take(":")) {
      Token to = in.next();
      if (in.is("(")) {
        List<Expr.Arg> args = expressions.arguments(inner, ")");
        String base = to.is("this") ? scope.name() : scope.bases().stream().findFirst().orElse("");
        out.add(
            Statement.Kind.RUN,
            inner,
            new Expr.New(base, args, List.of(), to.start(), in.lastEnd()));
      }
    }
    while (in.more() && !in.is("{") && !in.is("=>") && !in.is(";") && !in.is("}")) {
      in.next();
    }
    body(inner, type);
  }

  /** A body that gives this type: a block, {@code => expression;}, or nothing. */
  void body(Scope inner, String type) {
    String before = returning;
    returning = type;
    if (in.is("{")) {
      block(inner);
    } else if (in.take("=>")) {
      boolean gives = !type.equals("void");
      Expr value = returned(expressions.expression(inner));
      out.add(gives ? Statement.Kind.RETURN : Statement.Kind.RUN, inner, value);
      in.take(";");
    } else {
      in.take(";");
    }
    returning = before;
  }

  /** What the member that is being read gives back, as its type. */
  Expr returned(Expr value) {
    return typed(value, returning);
  }

  /** {@code new()} has the type of what it is for. */
  static Expr typed(Expr value, String type) {
    return value instanceof Expr.New n && n.type().isEmpty()
        ? new Expr.New(type, n.args(), n.members(), n.start(), n.end())
        : value;
  }

  /** The expressions in the holes of a string; empty where they are not simple. */
  List<Expr> holes(Token string, Scope scope) {
    List<Expr> parts = new ArrayList<>();
    for (Token.Hole hole : string.holes()) {
      if (hole.text().length() > LONGEST_HOLE || hole.text().indexOf('"') >= 0) {
        return List.of();
      }
      List<Token> tokens =
          new CSharpLexer(hole.text()).tokens().stream().map(t -> t.movedBy(hole.start())).toList();
      parts.add(new CSharpReader(tokens, out).expressions.expression(scope));
    }
    return parts;
  }

  private void fields(Scope scope, String type, String first, Set<String> traits, int start) {
    String name = first;
    int at = start;
    while (true) {
      Expr value = in.take("=") ? typed(expressions.expression(scope), type) : null;
      out.add(new Variable(scope, name, type, value, traits, at));
      if (!in.take(",")) {
        break;
      }
      at = in.peek().start();
      name = in.next().value();
    }
    if (!in.take(";")) {
      recoverField();
    }
  }

  private void recoverField() {
    while (in.more() && !in.is(";") && !in.is("}") && !in.is("{")) {
      in.next();
    }
    if (in.is("{")) {
      in.skipBrackets();
    }
    in.take(";");
  }

  private void property(Scope scope, String type, String name, Set<String> traits, int start) {
    List<Scope.Parameter> index = in.is("[") ? indexParameters() : List.of();
    Set<String> all = new HashSet<>(traits);
    all.add("property");
    if (in.is("=>")) {
      out.add(new Variable(scope, name, type, null, all, start));
      body(out.add(scope.member(name, index, with(traits, "getter"), start)), type);
      return;
    }
    in.take("{");
    boolean automatic = accessors(scope, type, name, traits, start);
    Expr value = automatic && in.take("=") ? typed(expressions.expression(scope), type) : null;
    all.add(automatic ? "automatic" : "computed");
    out.add(new Variable(scope, name, type, value, all, start));
    if (value != null) {
      in.take(";");
    }
  }

  private List<Scope.Parameter> indexParameters() {
    in.skipBrackets();
    return List.of();
  }

  private static Set<String> with(Set<String> traits, String more) {
    Set<String> all = new HashSet<>(traits);
    all.add(more);
    return all;
  }

  private boolean accessors(Scope scope, String type, String name, Set<String> traits, int start) {
    boolean automatic = true;
    while (in.more() && !in.is("}")) {
      int before = in.mark();
      while (in.is("[")) {
        in.skipBrackets();
      }
      while (MODIFIERS.contains(in.peek().text())) {
        in.next();
      }
      boolean get = in.is("get");
      if (get || in.is("set") || in.is("init") || in.is("add") || in.is("remove")) {
        in.next();
        automatic &= in.is(";");
        List<Scope.Parameter> value =
            get ? List.of() : List.of(new Scope.Parameter("value", type, null));
        Set<String> accessor = with(traits, get ? "getter" : "setter");
        Scope inner = scope.member(name, value, accessor, in.peek().start());
        if (!in.is(";")) {
          out.add(inner);
        }
        body(inner, get ? type : "void");
      }
      if (in.mark() == before) {
        in.next();
      }
    }
    in.take("}");
    return automatic;
  }

  /** Parameters, from the opening parenthesis to after the closing one. */
  List<Scope.Parameter> parameters(Scope scope) {
    List<Scope.Parameter> parameters = new ArrayList<>();
    in.next();
    while (in.more() && !in.is(")")) {
      int before = in.mark();
      parameter(scope, parameters);
      in.take(",");
      if (in.mark() == before) {
        in.next();
      }
    }
    in.take(")");
    return parameters;
  }

  private void parameter(Scope scope, List<Scope.Parameter> parameters) {
    while (in.is("[")) {
      in.skipBrackets();
    }
    extension |= in.is("this");
    boolean rest = in.is("params");
    while (in.is("ref")
        || in.is("out")
        || in.is("in")
        || in.is("params")
        || in.is("this")
        || in.is("scoped")
        || in.is("readonly")) {
      in.next();
    }
    String type = "";
    if (types.isDeclaration()) {
      type = types.type();
    }
    if (!in.peek().isName()) {
      return;
    }
    String name = in.next().value();
    Expr byDefault = in.take("=") ? expressions.expression(scope) : null;
    parameters.add(new Scope.Parameter(name, type, byDefault, rest));
  }

  /** A variable that a call declares: {@code out var x}. */
  Expr outVariable(Scope scope, String type, Token name) {
    out.add(new Variable(scope, name.value(), type, null, Set.of("local", "out"), name.start()));
    return new Expr.Name(name.value(), name.start(), name.end());
  }

  /** The scope of a lambda, kept so that its statements can be found. */
  Scope lambdaScope(Scope scope, List<Scope.Parameter> parameters, int start) {
    return out.add(scope.lambda(parameters, start));
  }

  /** A block in braces whose statements belong to the scope. */
  void block(Scope scope) {
    statements.block(scope);
  }

  /** The same, of a function value, which gives back what its own returns say. */
  void lambdaBlock(Scope scope) {
    String before = returning;
    returning = "";
    block(scope);
    returning = before;
  }
}
