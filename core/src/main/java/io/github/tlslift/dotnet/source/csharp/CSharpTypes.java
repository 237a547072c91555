package io.github.tlslift.dotnet.source.csharp;

import io.github.tlslift.dotnet.source.code.Cursor;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import java.util.Set;

/** Recognises types by looking ahead, without knowing which names are types. */
final class CSharpTypes {
  private static final Set<String> PREDEFINED =
      Set.of(
          "bool", "byte", "sbyte", "char", "decimal", "double", "float", "int", "uint", "long",
          "ulong", "short", "ushort", "object", "string", "void", "nint", "nuint", "dynamic");
  private static final Set<String> NOT_TYPES =
      Set.of(
          "return",
          "throw",
          "new",
          "await",
          "yield",
          "else",
          "goto",
          "break",
          "continue",
          "case",
          "in",
          "is",
          "as",
          "this",
          "base",
          "null",
          "true",
          "false",
          "typeof",
          "default",
          "if",
          "while",
          "for",
          "foreach",
          "switch",
          "lock",
          "try",
          "catch",
          "finally",
          "do",
          "using");
  private static final Set<String> AFTER_ARGUMENTS =
      Set.of(
          "(", ")", "]", "}", ":", ";", ",", ".", "?", "==", "!=", "|", "^", "&&", "||", "&", "[",
          "{", "?.", "=>", "=");

  private final Cursor in;

  CSharpTypes(Cursor in) {
    this.in = in;
  }

  /** Reads a type and gives its name without type arguments and array ranks. */
  String type() {
    String name = elementType();
    suffixes();
    return name;
  }

  /** The same, up to an array's brackets. */
  String elementType() {
    if (in.is("(")) {
      in.skipBrackets();
      return "";
    }
    StringBuilder name = new StringBuilder();
    while (in.peek().isName()) {
      name.append(in.next().value());
      in.skipAngles();
      if (!in.is(".") && !in.is("::")) {
        break;
      }
      name.append('.');
      in.next();
    }
    return withoutGlobal(name.toString());
  }

  private static String withoutGlobal(String name) {
    return name.startsWith("global.") ? name.substring("global.".length()) : name;
  }

  private void suffixes() {
    while (true) {
      if (in.is("[") && (in.peek(1).is("]") || in.peek(1).is(","))) {
        in.skipBrackets();
      } else if (in.is("?") && !in.peek(1).is("[") || in.is("*")) {
        in.next();
      } else {
        return;
      }
    }
  }

  /** Whether a type stands here. */
  boolean isType() {
    return in.peek().isName() && !NOT_TYPES.contains(in.peek().text());
  }

  /** Whether a type and then a name stand here, as in {@code var x} or {@code List<int> x}. */
  boolean isDeclaration() {
    if (!isType() && !in.is("(")) {
      return false;
    }
    int mark = in.mark();
    boolean tuple = in.is("(");
    type();
    boolean declares =
        in.peek().isName()
            && !in.is("is")
            && !in.is("as")
            && !in.is("switch")
            && !in.is("with")
            && !in.is("in")
            && (!tuple || in.peek(1).is("="));
    in.reset(mark);
    return declares;
  }

  /** Whether the parenthesis here opens a cast. */
  boolean isCast() {
    int mark = in.mark();
    in.next();
    boolean predefined = PREDEFINED.contains(in.peek().text());
    boolean cast = isType() && castEnds(predefined);
    in.reset(mark);
    return cast;
  }

  private boolean castEnds(boolean predefined) {
    type();
    if (!in.take(")")) {
      return false;
    }
    Token t = in.peek();
    boolean operand =
        (t.isName() && !t.is("is") && !t.is("as") && !t.is("switch") && !t.is("with"))
            || t.kind() == TokenKind.STRING
            || t.kind() == TokenKind.TEMPLATE
            || t.kind() == TokenKind.NUMBER
            || t.kind() == TokenKind.CHARACTER
            || t.is("(")
            || t.is("~")
            || (t.is("!") && !in.peek(1).is("="));
    return operand || (predefined && (t.is("-") || t.is("+") || t.is("&") || t.is("*")));
  }

  /** Steps over type arguments after a name in an expression, if they are that. */
  void takeArguments() {
    if (!in.is("<")) {
      return;
    }
    int mark = in.mark();
    if (!in.skipAngles() || !(AFTER_ARGUMENTS.contains(in.peek().text()) || !in.more())) {
      in.reset(mark);
    }
  }
}
