package io.github.tlslift.dotnet.source.lex;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.Words;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the skim leaves of a text, beside what the lexer sees in the whole of it. */
final class CSharpSkimTest {
  private static final Words WORDS = Words.of(Map.of(1, List.of("Tls12", "WebClient")));

  private static Skimmed skim(String text) {
    return CSharpSkim.of(text, WORDS.positions(text));
  }

  private static List<Token> tokens(String text) {
    return new CSharpLexer(text).tokens().stream().filter(t -> !t.isTrivia()).toList();
  }

  /** Whatever the lexer sees in the whole text it sees in the skimmed one, or it is blanked. */
  private static void agrees(String text) {
    Skimmed skimmed = skim(text);
    String left = skimmed.takeText();
    assertThat(left).as(text).hasSameSizeAs(text);
    Iterator<Token> seen = tokens(left).iterator();
    Token next = seen.hasNext() ? seen.next() : null;
    for (Token token : tokens(text)) {
      if (token.equals(next)) {
        next = seen.hasNext() ? seen.next() : null;
      } else {
        assertThat(skimmed.hides(new int[] {token.start()}))
            .as("%s is lost\n%s\n%s", token, text, left)
            .isTrue();
      }
    }
    assertThat(next).as("seen only after the skim\n%s\n%s", text, left).isNull();
    for (int word : WORDS.positions(text)) {
      assertThat(left.startsWith(text.substring(word, word + 5), word)).as(text).isTrue();
    }
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
    String left = skim(text).takeText();
    assertThat(left).doesNotContain("Use").contains("void Plain() {", "Pins() { Set(");
    assertThat(left.lines().count()).isEqualTo(text.lines().count());
    agrees(text);
  }

  @Test
  void keepsABlockWithAPreprocessorLine() {
    String text =
        "class C {\n void M() {\n#if A\n if (x) {\n#else\n if (y) {\n#endif\n Use(x); }\n }\n void N() { Tls12(); } }";
    assertThat(skim(text).takeText()).contains("Use(x)");
    agrees(text);
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
