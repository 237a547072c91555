package io.github.tlslift.dotnet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.dotnet.source.lex.CSharpLexer;
import io.github.tlslift.dotnet.source.lex.FSharpLexer;
import io.github.tlslift.dotnet.source.lex.PowerShellLexer;
import io.github.tlslift.dotnet.source.lex.Token;
import io.github.tlslift.dotnet.source.lex.TokenKind;
import io.github.tlslift.dotnet.source.lex.VbLexer;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every text, good or broken. */
final class SourcePropertiesTest {
  private static final List<String> EXTENSIONS = List.of("cs", "vb", "fs", "ps1");
  private static final List<String> PIECES =
      List.of(
          "(",
          "[",
          "{",
          "<",
          "\"",
          "'",
          "$\"{",
          "$\"\"\"{",
          "@\"",
          "#if\n",
          "#if A\n#else\n",
          "a<",
          "a.",
          "f(",
          "a=",
          "a|",
          "~",
          "new ",
          "(a)",
          "((",
          "[a",
          "[[a]",
          "@(",
          "$(",
          "\"$(",
          "<#",
          "(*",
          "/*",
          "if(a)",
          "if a then ",
          "if x {",
          "x=>",
          "fun x -> ",
          "Function() ",
          "{a=",
          "With a\n",
          "match a with | a -> ",
          "a ? b : ",
          "a,",
          "a;",
          "a\n",
          "\n  a\n ",
          "let a = ",
          "class a{",
          "static ",
          "_ \n",
          "`\n",
          "0x",
          "''",
          "¢",
          "\u0000",
          "case a:",
          "foreach(a in ",
          "[a(",
          "a::",
          "@{a=",
          "|%{",
          "try{",
          "switch(a){",
          "for ",
          "Dim a As New ",
          "a??",
          "await ",
          "$",
          "@",
          "'\\",
          "[a,",
          "{};",
          "a(b)(",
          "\"\"\"",
          "`a",
          "#else\n",
          "a -",
          "&",
          "if a then a else ",
          "not ",
          "fun a",
          "a |> ",
          "a <- ",
          "(a)(",
          "()=>",
          "<a>",
          "a[");

  static List<String> fixtures() {
    return Stream.of("source", "clients").flatMap(f -> Fixtures.under(f).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void tokensJoinedGiveBackTheFile(String fixture) {
    String text = Fixtures.text(fixture);
    for (String extension : EXTENSIONS) {
      int at = 0;
      for (Token token : tokens(extension, text)) {
        assertThat(token.start()).as(extension).isEqualTo(at);
        String characters = text.substring(token.start(), token.end());
        boolean kept = !token.isTrivia() && token.kind() != TokenKind.NAME;
        assertThat(kept ? token.text() : characters).isEqualTo(characters);
        at = token.end();
      }
      assertThat(at).isEqualTo(text.length());
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyTruncationIsRead(String fixture) {
    String text = Fixtures.text(fixture);
    int step = Math.max(1, text.length() / 40);
    for (int end = 0; end < text.length(); end += step) {
      SourceReader.read(List.of(SourceText.ofString(fixture, text.substring(0, end))));
      SourceReader.read(List.of(SourceText.ofString(fixture, text.substring(end))));
    }
  }

  static Stream<Arguments> hostile() {
    return EXTENSIONS.stream().flatMap(e -> PIECES.stream().map(p -> Arguments.of(e, p)));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("hostile")
  void endlessRepetitionTakesLinearTime(String extension, String piece) {
    repeated(extension, piece, 150_000);
  }

  static Stream<Arguments> megabytes() {
    return EXTENSIONS.stream()
        .flatMap(e -> Stream.of("(", "\"", "$\"{", "#if\n", "<", "{").map(p -> Arguments.of(e, p)));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("megabytes")
  void megabytesTakeLinearTime(String extension, String piece) {
    repeated(extension, piece, 1_000_000);
  }

  // Quadratic steps over these would take minutes.
  private static void repeated(String extension, String piece, int length) {
    String text = piece.repeat(length / piece.length());
    SourceText file = SourceText.ofString("a." + extension, text);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> SourceReader.read(List.of(file)));
  }

  @ParameterizedTest
  @FieldSource("EXTENSIONS")
  void deepNestingIsAGap(String extension) {
    String text = "a = " + "(".repeat(5000) + "1" + ")".repeat(5000);
    SourceFacts facts = SourceReader.read(List.of(SourceText.ofString("a." + extension, text)));
    assertThat(facts.gaps()).hasSize(1);
    assertThat(facts.gaps().get(0).reason()).contains("nested more than 200 deep at offset");
  }

  private static List<Token> tokens(String extension, String text) {
    return switch (extension) {
      case "cs" -> new CSharpLexer(text).tokens();
      case "vb" -> new VbLexer(text).tokens();
      case "fs" -> new FSharpLexer(text).tokens();
      default -> new PowerShellLexer(text).tokens();
    };
  }
}
