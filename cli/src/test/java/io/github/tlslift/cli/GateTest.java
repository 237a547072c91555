package io.github.tlslift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What fails a build, and what does not. */
final class GateTest {
  private static final String TO = "contoso.sharepoint.com";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private Path copy(String example) throws IOException {
    Path from = Cli.EXAMPLES.resolve(example);
    Path to = folder.resolve(example);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path p : all.toList()) {
        Files.copy(p, to.resolve(from.relativize(p).toString()));
      }
    }
    return to;
  }

  private Path baseline() {
    return folder.resolve("baseline.txt");
  }

  private Cli check(Path root, Object... more) {
    Object[] args = Stream.concat(Stream.of("check", root, "--to", TO), Stream.of(more)).toArray();
    return Cli.run(args);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"invoice-sync", "intranet-portal", "payments", "nightly-scripts", "office-addin"})
  void whatWasRecordedDoesNotFailWhereverItsLinesMove(String example) throws IOException {
    Path root = copy(example);
    assertThat(check(root, "--baseline", baseline(), "--record").code()).isZero();
    moveLines(root);
    Cli again = check(root, "--baseline", baseline(), "--fail-on", "note");
    assertThat(again.code()).as(again.out()).isZero();
    assertThat(again.out()).contains("the baseline knows ");
    assertThat(check(root, "--fail-on", "note").code()).isEqualTo(ExitCodes.FINDINGS);
  }

  // Two empty lines, after what has to be first.
  private static void moveLines(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        if (f.toString().matches(".*\\.(cs|vb|ps1|config|csproj|vbproj)")) {
          String text = Files.readString(f);
          int at =
              text.startsWith("<?") ? text.indexOf("?>") + 2 : text.startsWith("\uFEFF") ? 1 : 0;
          Files.writeString(f, text.substring(0, at) + "\n\n" + text.substring(at));
        }
      }
    }
  }

  @Test
  void theSameMistakeOnceMoreInAFileIsNew() throws IOException {
    Path root = folder.resolve("scripts");
    String pin = "[Net.ServicePointManager]::SecurityProtocol = 'Tls'\n";
    String request = "Invoke-WebRequest https://" + TO + "/\n";
    Files.createDirectories(root);
    Files.writeString(root.resolve("a.ps1"), pin + request);
    check(root, "--baseline", baseline(), "--record");
    Files.writeString(root.resolve("a.ps1"), pin + request + pin);
    Cli more = check(root, "--baseline", baseline());
    assertThat(more.code()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(check(root, "--baseline", baseline(), "--format", "json").out())
        .contains("\"baseline\" : \"known\"", "\"baseline\" : \"new\"");
    Files.writeString(root.resolve("a.ps1"), request);
    assertThat(check(root, "--baseline", baseline(), "--fail-on", "never").out())
        .contains("no more there");
  }

  @Test
  void aBaselineIsTheSameBytesForTheSameFindingsAndSaysWhatTheyAre() throws IOException {
    Path root = copy("payments");
    check(root, "--baseline", baseline(), "--record");
    String first = Files.readString(baseline());
    check(root, "--baseline", baseline(), "--record");
    assertThat(Files.readString(baseline())).isEqualTo(first);
    assertThat(first).startsWith("# tlslift baseline 1\n").contains(" pinned-legacy-protocol ");
  }

  @Test
  void whatIsNoBaselineIsWrongUse() throws IOException {
    Path root = copy("payments");
    Cli missing = check(root, "--baseline", baseline());
    assertThat(missing.code()).isEqualTo(ExitCodes.WRONG_USE);
    assertThat(missing.err()).contains("write it with --record");
    Files.writeString(baseline(), "# tlslift baseline 1\nsomething\n");
    Cli broken = check(root, "--baseline", baseline());
    assertThat(broken.code()).isEqualTo(ExitCodes.WRONG_USE);
    assertThat(broken.err()).contains("line 2 at offset 21: is no finding");
    assertThat(check(root, "--record").err()).contains("--record needs --baseline FILE");
  }

  @Test
  void junitHasACaseForEachFindingAndFailsThoseThatCount() throws Exception {
    Path root = copy("payments");
    Element suite = suite(check(root, "--format", "junit").out());
    int failures = Integer.parseInt(suite.getAttribute("failures"));
    assertThat(failures).isPositive();
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(failures);
    assertThat(suite.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));

    check(root, "--baseline", baseline(), "--record");
    Element known = suite(check(root, "--baseline", baseline(), "--format", "junit").out());
    assertThat(known.getAttribute("failures")).isEqualTo("0");
    assertThat(known.getElementsByTagName("skipped").getLength())
        .isEqualTo(Integer.parseInt(known.getAttribute("skipped")))
        .isPositive();
    assertThat(suite(check(root, "--format", "junit", "--fail-on", "never").out()))
        .matches(s -> s.getAttribute("failures").equals("0"));
  }

  @Test
  void junitTakesAnyCharacterOfANameAndSaysWhatWasNotRead() throws Exception {
    Path root = folder.resolve("odd");
    Files.createDirectories(root);
    Files.writeString(
        root.resolve("a & <b>.ps1"),
        "[Net.ServicePointManager]::SecurityProtocol = 'Tls' # \u0001 \"quoted\"\nInvoke-WebRequest https://x.example/\n");
    Files.write(root.resolve("broken.reg"), "no export".getBytes(StandardCharsets.UTF_8));
    Element suite = suite(check(root, "--format", "junit").out());
    assertThat(suite.getElementsByTagName("failure").getLength()).isPositive();
    assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
  }

  private static Element suite(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return (Element)
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getElementsByTagName("testsuite")
            .item(0);
  }

  @Test
  void sarifProposesTheEditsThatFixMakes() throws IOException {
    Path root = copy("payments");
    String sarif = check(root, "--format", "sarif").out();
    assertThat(sarif)
        .contains("\"fixes\"", "(pin-removal)", "\"deletedRegion\"")
        .contains("\"uri\" : \"src/");
    check(root, "--baseline", baseline(), "--record");
    assertThat(check(root, "--baseline", baseline(), "--format", "sarif").out())
        .contains("\"baselineState\" : \"unchanged\"")
        .doesNotContain("\"baselineState\" : \"new\"");
    assertThat(check(copy("fixed"), "--format", "sarif").out()).doesNotContain("\"fixes\"");
  }
}
