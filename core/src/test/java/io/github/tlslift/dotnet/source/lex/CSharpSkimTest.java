package io.github.tlslift.dotnet.source.lex;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the skim leaves of a text, beside what the lexer sees in the whole of it. */
final class CSharpSkimTest {
  private static final Words WORDS = Words.of(Map.of(1, List.of("Tls12", "WebClient")));

  private static Skimmed skim(String text) {
    return CSharpSkim.of(text, WORDS, List.of());
  }

  private static List<Token> tokens(String text) {
    return new CSharpLexer(text).tokens().stream().filter(t -> !t.isTrivia()).toList();
  }

  /** Whatever the lexer sees in the whole text it sees in the skimmed one, or it is blanked. */
  private static void agrees(String text) {
    Skimmed skimmed = skim(text);
    String left = left(skimmed);
    Iterator<Token> seen =
        new CSharpLexer(skimmed).tokens().stream().filter(t -> !t.isTrivia()).iterator();
    Token next = seen.hasNext() ? seen.next() : null;
    for (Token token : tokens(text)) {
      if (token.equals(next)) {
        next = seen.hasNext() ? seen.next() : null;
      } else {
        assertThat(isHidden(token.start(), skimmed))
            .as("%s is lost\n%s\n%s", token, text, left)
            .isTrue();
      }
    }
    assertThat(next).as("seen only after the skim\n%s\n%s", text, left).isNull();
    for (Token token : tokens(text)) {
      if (token.kind() == TokenKind.NAME
          && WORDS.isIn(token.text())
          && !isInAttribute(token, text)) {
        assertThat(left.startsWith(token.text(), token.start())).as(text).isTrue();
      }
    }
  }

  private static boolean isInAttribute(Token token, String text) {
    int start = text.lastIndexOf("[assembly:", token.start());
    return start >= 0 && text.indexOf(']', start) > token.start();
  }

  private static String left(String members) {
    return left(skim("class C {\n" + members + "\nvoid Last() { Tls12(); }\n}"));
  }

  /** The text with what is passed over as spaces. */
  private static String left(Skimmed skimmed) {
    char[] left = skimmed.text().toCharArray();
    for (int i = 0; i < skimmed.blanks().count(); i++) {
      Arrays.fill(left, skimmed.blanks().start(i), skimmed.blanks().end(i), ' ');
    }
    return new String(left);
  }

  private static boolean isHidden(int position, Skimmed skimmed) {
    Blanks blanks = skimmed.blanks();
    return IntStream.range(0, blanks.count())
        .anyMatch(i -> blanks.start(i) <= position && position < blanks.end(i));
  }

  @Test
  void blanksMembersWithoutAWordHoweverTheyEnd() {
    String text =
        left(
            """
            const int Plain = 12345; static readonly int[] Items = { 1, 2, 3 };
            int Property { get; set; } = 7; int Other => Make(x => { return 1; });
            public static bool operator ==(C a, C b) { return true; }
            void Generic<T>() where T : class { var Local = 1; Use(Local); }
            event Action Changed { add { } remove { } }
            SecurityProtocolType Kept = SecurityProtocolType.Tls12;
            int After = 3;
            """);
    assertThat(text)
        .contains("SecurityProtocolType Kept = SecurityProtocolType.Tls12;")
        .doesNotContain("Plain", "Items", "Property", "7", "Other", "operator", "Generic", "Local")
        .doesNotContain("Changed", "After");
  }

  @Test
  void keepsMembersWhoseNameIsTooShortToBeSearchedForAfterwards() {
    String text =
        left("const int P = 0xC00; int a, Second = 3; int Q { get { return 1; } } int Used;");
    assertThat(text).contains("const int P = 0xC00;", "int a, Second = 3;", "int Q {");
    assertThat(text).doesNotContain("Used");
  }

  @Test
  void keepsWhatOneOfTheNamesStandsIn() {
    String text =
        "class C { const int Pin = 3072; const int Pins = 1; int pin = 2; /* Pin */ } // Tls12";
    Skimmed skimmed = CSharpSkim.of(text, WORDS, List.of("Pin"));
    assertThat(left(skimmed)).contains("Pin = 3072").doesNotContain("Pins", "pin = 2");
    assertThat(skimmed.hides(List.of("Pins"))).isTrue();
    assertThat(skimmed.hides(List.of("Padding"))).isFalse();
  }

  @Test
  void wordsInCommentsAndInAttributesOfAssembliesDoNotCount() {
    String text =
        """
        [assembly: Suppress("Tls12 ]", Justification = "new WebClient()")]
        namespace N { class C { /* Tls12 */ int Number() { return 1; } // WebClient
          /// <see cref="WebClient"/>
          void Other() { } } }
        [Suppress("Tls12")] class D { int Hidden = 1; }
        """;
    String left = left(skim(text));
    assertThat(left).contains("[Suppress(\"Tls12\")] class D {", "namespace N { class C {");
    assertThat(left).doesNotContain("assembly", "Number", "Other", "Hidden");
  }

  @Test
  void branchesOfAnIfDoNotUpsetTheBraces() {
    String text =
        left(
            """
            #if A
            int First() { if (x) { return 1;
            #else
            int First() { if (y) { return 2;
            #endif
            } } int Second = 2;
            #if B
            int Third = 3;
            #else
            int Fourth = 4; int Fifth() { Tls12(); }
            #endif
            int Sixth() {
            #if C
              return 6; }
            #else
              return 7; }
            #endif
            int Seventh = 7;
            """);
    assertThat(text).contains("#if A", "#else", "#endif", "int Fifth() { Tls12(); }", "Sixth");
    assertThat(text).doesNotContain("Second", "Third", "Fourth", "Seventh");
  }

  @Test
  void keepsStatementsOutsideTypes() {
    String text =
        "using System;\nvar mode = 3072;\nif (x) { mode = 768; }\nTls12(mode);\nint F() { return 1; }\n";
    assertThat(left(skim(text))).isEqualTo(text);
  }

  @Test
  void blanksABodyWithoutAWordAndKeepsTheOther() {
    String text =
        """
        class C {
          void Plain() { var x = 1; var y = 2; Use(x, y); }
          void Pins() { Set(SecurityProtocolType.Tls12); }
        }
        """;
    String left = left(skim(text));
    assertThat(left).doesNotContain("Use", "Plain").contains("Pins() { Set(");
    agrees(text);
  }

  @Test
  void blanksWholeIfsOnly() {
    String whole =
        "class C {\n void Mix() {\n#if A\n if (x) {\n#else\n if (y) {\n#endif\n Use(x); }\n }\n void N() { Tls12(); } }";
    String half =
        "class C {\n#if A\n void Mix() {\n#else\n void Mixed() {\n Put();\n#endif\n Use(x); }\n void N() { Tls12(); } }";
    assertThat(left(skim(whole))).doesNotContain("Use(x)", "#if");
    assertThat(left(skim(half))).isEqualTo(half);
    agrees(whole);
    agrees(half);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "string s = \"} {{{ \\\" }\"; int padding = 1234567890;",
        "char a = '{', b = '}', c = '\\'', d = '\"'; int padding = 1;",
        "/* } ' \" { */ int padding = 1234567890; // } \" '",
        "var s = $\"{a} {{ {b + \"}\"} }}\"; int padding = 1234567890;",
        "var s = @\"c:\\\"; var t = @\"\"\"}\"; int padding = 1234567890;",
        "var s = $@\"{a}\\\" + @$\"{{\\\" + \"}\"; int padding = 12345;",
        "var s = \"\"\"\n }}} \" \"\" {\n \"\"\"; int padding = 1234567890;",
        "var s = $$\"\"\"{ {{a}} } \"\"\"; int padding = 1234567890;",
        "var s = \"\"\"\"a \"\"\" }\"\"\"\"; int padding = 1234567890;",
        "var s = $\"{(a ? \"}\" : '}' + $\"{b}\")}\"; int padding = 1;",
        "int @class = 1; string @string = \"}\"; int padding = 1234567890;",
        "var s = \"\\\\\"; var t = \"\\\"}\"; int padding = 1234567890;",
        "#region it's a \"region {\nint padding = 1234567890;\n#endregion",
        "#error don't {\nint padding = 1234567890;\n",
        "#pragma warning disable \"\nint padding = 1234567890;\n",
        "var s = \"not closed }\nint padding = 1234567890;",
        "var c = 'x}\nint padding = 1234567890;",
        "var s = \"}\"u8; var d = 1.0e+5; int padding = 1234567890;",
        "var s = $\"{a:yyyy'}'}\"; int padding = 1234567890;",
        "var s = $\"{new { A = 1 }.A}\"; int padding = 1234567890;",
      })
  void bracesThatAreNoBracesDoNotCount(String body) {
    agrees("class C { void M() { " + body + " }\n void N() { Tls12(); } int last; }");
    agrees("namespace N { class C { int P { get { " + body + " } } } class D : WebClient { } }");
    agrees("class C { void M() { Tls12(); " + body + " }\n void N() { " + body + " } int last; }");
  }

  private static final List<String> PIECES =
      List.of(
          "class C {",
          "namespace N {",
          "struct S : I {",
          "record R(int A);",
          "enum E { A, B = 2 }",
          "void M() {",
          "int P { get; set; } = 3;",
          "int Q => x switch { 1 => 2, _ => 3 };",
          "public static readonly object O = new { A = 1, B = \"}\" };",
          "}",
          "}",
          "}",
          "}",
          "{",
          "{",
          "if (a) { b(); } else { c(); }",
          "Tls12",
          "new WebClient()",
          ";",
          ";",
          "\n",
          "\n",
          "\r\n",
          "\n#if A\n",
          "\n#else\n",
          "\n#endif\n",
          "\n#region it's\n",
          "\n#endregion\n",
          "// } {\n",
          "/* } { ' \" */",
          "\"}\"",
          "\"{\"",
          "'{'",
          "'\\''",
          "'\"'",
          "@\"\"\"{\"",
          "$\"{a}}}\"",
          "$@\"{a}\"\"{{\"",
          "$\"{b + \"}\" + $\"{c}\"}\"",
          "\"\"\"}\"\"\"",
          "$$\"\"\"{{{a}}\"\"\"",
          "int padding = 12345678;",
          "[A(\"}\")]",
          "[assembly: A(\"]\")]",
          "[assembly: Tls12]",
          "operator ==(C a, C b) {",
          "= 5;",
          "=> 5;",
          "(",
          ")",
          "[",
          "]",
          "\n#elif B\n",
          "// Tls12\n",
          "/* WebClient */",
          "using A = WebClient;",
          "int[] x = { 1, 2 };",
          "interface I { int P { get; } }",
          "const int Pin = 3072;",
          "void N<T>() where T : struct {",
          "\"not closed",
          "'",
          "\"",
          "/*",
          "*/",
          "$\"{",
          "@\"",
          "delegate { x(); }",
          "unsafe { fixed (int* p = q) { } }",
          "where T : class",
          "é",
          "\\");

  @Test
  void agreesWithTheLexerOnAnythingPutTogether() {
    Random random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(24); i++) {
        parts.add(PIECES.get(random.nextInt(PIECES.size())));
      }
      agrees(String.join(random.nextInt(4) == 0 ? "" : " ", parts));
    }
  }
}
