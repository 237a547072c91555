package io.github.tlslift.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.CheckTester.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to break readers: each is read, or is a gap with its reason; none ends the run. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class HostileFilesTest {
  private static final String PIN =
      "System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls;";
  private static final String MAIN =
      "class P { static void Main() { " + PIN + " new System.Net.WebClient(); } }";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  private CheckTester app() {
    return CheckTester.in(root).exe("App", "4.8", "", MAIN).to();
  }

  /** The rest of the application is judged all the same. */
  private static Result held(Result result) {
    assertThat(result.findings()).anyMatch(f -> f.startsWith("pinned-legacy-protocol Program.cs"));
    assertThat(result.gaps()).noneMatch(g -> g.contains("own fault"));
    return result;
  }

  @Test
  void nothingHostileIsNoGap() {
    assertThat(held(app().check()).gaps()).isEmpty();
  }

  @Test
  void assembliesWithoutSourceAreGapsAndBesideItAreNone() {
    byte[] assembly = {'M', 'Z'};
    assertThat(CheckTester.in(root).file("bin/App.exe", assembly).to().check().gaps())
        .containsExactly("bin/App.exe: DosHeader.e_lfanew at offset 2: begins outside its bounds");
    assertThat(held(app().file("bin/App.exe", assembly).check()).gaps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "App.config, <configuration>",
    "App.config, <configuration><runtime>",
    "App.config, <configuration a='",
    "App.config, ''",
    "App.config, not xml at all",
    "Other.csproj, <Project><PropertyGroup>",
    "values.reg, not a registry export",
  })
  void aBrokenFileIsAGap(String file, String text) {
    Result result = held(app().file(file, text).check());
    assertThat(result.gaps()).as(text).anyMatch(g -> g.startsWith(file + ": "));
  }

  @Test
  void entitiesAreNotExpanded() {
    String laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a0 \"ha\">"
            + Stream.iterate(1, i -> i + 1)
                .limit(40)
                .map(i -> "<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining())
            + "]><configuration><appSettings><add key=\"k\" value=\"&a40;\"/></appSettings></configuration>";
    Result result = held(app().file("App.config", laughs).check());
    assertThat(result.gaps()).anyMatch(g -> g.startsWith("App.config: "));
  }

  @Test
  void externalEntitiesAreNotFetched() {
    String outside =
        "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<configuration><appSettings><add key=\"k\" value=\"&x;\"/></appSettings></configuration>";
    Result result = held(app().file("App.config", outside).check());
    assertThat(result.gaps()).anyMatch(g -> g.startsWith("App.config: "));
  }

  @Test
  void nulBytesAreReadOver() {
    byte[] zeros = new byte[4096];
    byte[] code = ("\0\0 class Q { void M() { \0 " + PIN + " } }").getBytes(StandardCharsets.UTF_8);
    Result result =
        held(
            app()
                .file("Zeros.cs", zeros)
                .file("Code.cs", code)
                .file("Zeros.ps1", zeros)
                .file("Zeros.vb", zeros)
                .file("Zeros.config", zeros)
                .file("Zeros.csproj", zeros)
                .check());
    assertThat(result.gaps()).anyMatch(g -> g.startsWith("Zeros.csproj: "));
  }

  @Test
  void bytesThatAreNoTextAreReadOver() {
    byte[] noise = new byte[1 << 16];
    new Random(4).nextBytes(noise);
    CheckTester tester = app();
    for (String ending : "cs vb fs fsx ps1 psm1 config csproj props sln slnx reg aspx".split(" ")) {
      byte[] file = Arrays.copyOf(noise, noise.length + PIN.length());
      System.arraycopy(
          PIN.getBytes(StandardCharsets.US_ASCII), 0, file, noise.length, PIN.length());
      tester.file("noise." + ending, file);
    }
    held(tester.check());
  }

  @Test
  void aPlaceIsFoundWhateverTheEncoding() {
    String code = "class Q { void M() { /* \u00E4 */ " + PIN + " } }";
    Result result =
        CheckTester.in(root)
            .file("le.cs", ("\uFEFF" + code).getBytes(StandardCharsets.UTF_16LE))
            .file("be.cs", ("\uFEFF" + code).getBytes(StandardCharsets.UTF_16BE))
            .file("utf8.cs", ("\uFEFF" + code).getBytes(StandardCharsets.UTF_8))
            .file("latin.cs", code.getBytes(StandardCharsets.ISO_8859_1))
            .to()
            .check();
    assertThat(result.findings().stream().filter(f -> f.startsWith("pinned-legacy")))
        .extracting(f -> f.substring(f.indexOf(' ') + 1))
        .containsExactlyInAnyOrder("be.cs:1", "latin.cs:1", "le.cs:1", "utf8.cs:1");
  }

  static Stream<String[]> nestings() {
    String tls = "System.Net.SecurityProtocolType.Tls";
    String set = "System.Net.ServicePointManager.SecurityProtocol = ";
    return Stream.of(
        new String[] {"cs", set, "(", tls, ")", ";"},
        new String[] {"cs", set, "~", tls, "", ";"},
        new String[] {"cs", set, "!", tls, "", ";"},
        new String[] {"cs", set, "(A)", tls, "", ";"},
        new String[] {"cs", set, "F(", tls, ")", ";"},
        new String[] {"cs", set, "x => ", tls, "", ";"},
        new String[] {"cs", set, "new A { B = ", tls, "}", ";"},
        new String[] {"cs", set, "a ? ", tls, " : " + tls, ";"},
        new String[] {"cs", set, "a ? b : ", tls, "", ";"},
        new String[] {"cs", set, tls + " | ", tls, "", ";"},
        new String[] {"cs", set, "a ?? ", tls, "", ";"},
        new String[] {"cs", set, "a = ", tls, "", ";"},
        new String[] {"cs", set, "a.", tls, "", ";"},
        new String[] {"cs", set, "a[", tls, "]", ";"},
        new String[] {"cs", set, "$\"{", tls, "}\"", ";"},
        new String[] {"cs", set, "a<", tls, ">", ";"},
        new String[] {"cs", set, "a switch { 1 => ", tls, " }", ";"},
        new String[] {"cs", "", "{", set + tls + ";", "}", ""},
        new String[] {"cs", "", "class C {", set + tls + ";", "}", ""},
        new String[] {"cs", "", "if (a) ", set + tls + ";", "", ""},
        new String[] {"cs", "", "if (a) {} else ", set + tls + ";", "", ""},
        new String[] {"cs", "", "while (a) {", set + tls + ";", "}", ""},
        new String[] {"cs", "", "try {", set + tls + ";", "} catch {}", ""},
        new String[] {"cs", "", "#if A\n", set + tls + ";\n", "#endif\n", ""},
        new String[] {"cs", "", "[A(", set + tls + ";", ")]", ""},
        new String[] {"vb", set, "(", tls, ")", "\n"},
        new String[] {"vb", set, "Not ", tls, "", "\n"},
        new String[] {"vb", set, tls + " Or ", tls, "", "\n"},
        new String[] {"vb", set, "CType(", tls, ", Integer)", "\n"},
        new String[] {"vb", set, "If(a, ", tls, ", b)", "\n"},
        new String[] {"vb", "", "If a Then\n", set + tls + "\n", "End If\n", ""},
        new String[] {"vb", "", "Class C\n", set + tls + "\n", "End Class\n", ""},
        new String[] {"fs", set.replace("=", "<-"), "(", tls, ")", "\n"},
        new String[] {"fs", set.replace("=", "<-"), tls + " ||| ", tls, "", "\n"},
        new String[] {"fs", set.replace("=", "<-"), "f ", tls, "", "\n"},
        new String[] {"fs", set.replace("=", "<-"), "if a then ", tls, " else b", "\n"},
        new String[] {"fs", set.replace("=", "<-"), "fun x -> ", tls, "", "\n"},
        new String[] {"fs", "", "(* ", set + tls, " *)", "\n"},
        new String[] {
          "ps1", "[Net.ServicePointManager]::SecurityProtocol = ", "(", "'Tls'", ")", ""
        },
        new String[] {
          "ps1", "[Net.ServicePointManager]::SecurityProtocol = ", "$(", "'Tls'", ")", ""
        },
        new String[] {
          "ps1", "[Net.ServicePointManager]::SecurityProtocol = ", "-bnot ", "'Tls'", "", ""
        },
        new String[] {
          "ps1", "[Net.ServicePointManager]::SecurityProtocol = ", "[int]", "'Tls'", "", ""
        },
        new String[] {
          "ps1", "[Net.ServicePointManager]::SecurityProtocol = ", "1 -bor ", "1", "", ""
        },
        new String[] {
          "ps1", "[Net.ServicePointManager]::SecurityProtocol = ", "\"$(", "1", ")\"", ""
        },
        new String[] {
          "ps1", "", "if (1) {", "[Net.ServicePointManager]::SecurityProtocol = 'Tls'", "}", ""
        },
        new String[] {
          "ps1", "", "& {", "[Net.ServicePointManager]::SecurityProtocol = 'Tls'", "}", ""
        },
        new String[] {
          "ps1", "", "@(", "[Net.ServicePointManager]::SecurityProtocol = 'Tls'", ")", ""
        });
  }

  @ParameterizedTest
  @MethodSource("nestings")
  void codeMayBeNestedAsDeepAsItLikes(
      String ending, String before, String open, String core, String close, String after) {
    for (int depth : new int[] {40, 3_000, 60_000}) {
      String text = before + open.repeat(depth) + core + close.repeat(depth) + after;
      held(app().file("deep." + ending, text).check());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "App.config, <a>, </a>",
    "App.config, <!--, -->",
    "Deep.csproj, <a>, </a>",
    "Deep.csproj, '<Choose><When Condition=\"true\">', </When></Choose>",
    "Deep.csproj, <!DOCTYPE [, ]>",
    "web/Web.config, '<location path=\"a\">', </location>",
    "appsettings.json, [, ]",
    "appsettings.json, '{\"a\":', }",
    "App.runtimeconfig.json, '{\"a\":', }",
    "deep.reg, [, ]",
    "deep.sln, Project(, )",
    "deep.slnx, <Folder>, </Folder>",
  })
  void markupMayBeNestedAsDeepAsItLikes(String file, String open, String close) {
    for (int depth : new int[] {40, 3_000, 100_000}) {
      held(app().file(file, open.repeat(depth) + close.repeat(depth)).check());
      held(app().file(file, open.repeat(depth)).check());
    }
  }

  @ParameterizedTest
  @CsvSource({"(, )", "!, ''", "$(, )", "'', '', "})
  void conditionsMayBeNestedAsDeepAsTheyLike(String open, String close) {
    String condition = open.repeat(50_000) + "'a'=='a'" + close.repeat(50_000);
    held(
        app()
            .file(
                "Other.csproj",
                "<Project><PropertyGroup Condition=\""
                    + condition
                    + "\"><A>1</A></PropertyGroup></Project>")
            .check());
  }

  @Test
  void propertiesThatGrowWithoutEndAreNotFollowed() {
    String doubling =
        Stream.iterate(0, i -> i + 1)
            .limit(60)
            .map(i -> "<A>$(A)$(A)x</A>")
            .collect(
                Collectors.joining("", "<Project><PropertyGroup>", "</PropertyGroup></Project>"));
    held(app().file("Other.csproj", doubling).check());
  }

  @Test
  void projectsThatImportEachOtherComeToAnEnd() {
    held(
        app()
            .file("a.props", "<Project><Import Project=\"b.props\"/></Project>")
            .file("b.props", "<Project><Import Project=\"a.props\"/></Project>")
            .file(
                "Other.csproj",
                "<Project><Import Project=\"a.props\"/><ItemGroup><ProjectReference Include=\"Other.csproj\"/></ItemGroup></Project>")
            .check());
  }

  @Test
  void constantsThatNameEachOtherComeToAnEnd() {
    held(
        app()
            .file(
                "Circle.cs",
                "static class A { const SecurityProtocolType X = B.Y; static void M() {"
                    + " ServicePointManager.SecurityProtocol = X | F(); } static SecurityProtocolType F()"
                    + " { return G(); } static SecurityProtocolType G() => F(); }"
                    + " static class B { public const SecurityProtocolType Y = A.X; }")
            .check());
  }

  @Test
  void everyBeginningOfCodeIsRead() {
    String[] codes = {
      "cs",
          "#if A\nclass C { string s = $@\"{x:00} \"\"{y}\"; char c = '\\''; void M() {"
              + PIN
              + "} }\n#endif",
      "vb",
          "Module M\n Sub Main()\n  Dim s = $\"{x}\"\"\" ' rem\n  "
              + PIN.replace(";", "")
              + "\n End Sub\nEnd Module",
      "fs",
          "module M\n(* c (* d *) *)\nlet s = \"\"\"a\"b\"\"\"\n"
              + PIN.replace(" = ", " <- ").replace(";", ""),
      "ps1",
          "@'\nhere\n'@\n<# c #> [Net.ServicePointManager]::SecurityProtocol = \"Tls$(1)\" -bor @\"\n$x\n\"@\n"
    };
    for (int i = 0; i < codes.length; i += 2) {
      for (int end = 0; end <= codes[i + 1].length(); end++) {
        String cut = codes[i + 1].substring(0, end);
        assertThat(CheckTester.in(root).file("cut." + codes[i], cut).to().check().gaps())
            .as(cut)
            .noneMatch(g -> g.contains("own fault"));
      }
    }
  }

  @Test
  @Tag("lab")
  void aLineOfThirtyMegabytesIsReadOrIsAGap() {
    int length = 30 << 20;
    for (String filler :
        new String[] {"x", "x+", "\"", "{", "(", " ", "x,", "a.b;", "\n", "\u00E4"}) {
      String line = filler.repeat(length / filler.getBytes(StandardCharsets.UTF_8).length);
      for (String ending : new String[] {"cs", "vb", "fs", "ps1"}) {
        held(app().file("line." + ending, MAIN + line + PIN).check());
        held(app().file("line." + ending, "").check());
      }
    }
  }

  @Test
  @Tag("lab")
  void markupOfThirtyMegabytesIsReadOrIsAGap() {
    for (String filler : new String[] {"<a/>", "<a b='c'/>", " ", "&amp;", "<![CDATA[", "[a]\n"}) {
      String text = filler.repeat((30 << 20) / filler.length());
      for (String file : new String[] {"App.config", "Big.csproj", "Big.reg", "Big.sln"}) {
        held(app().file(file, "<Project>" + text + "</Project>").check());
        held(app().file(file, "").check());
      }
    }
  }
}
