package io.github.tlslift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes, options and where the output goes. */
final class MainTest {
  private static final String SHAREPOINT = "contoso.sharepoint.com";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void nothingToFindIsZero() {
    assertThat(Cli.check("fixed", "--to", SHAREPOINT).code()).isZero();
  }

  @Test
  void anEmptyFolderIsZero() {
    assertThat(Cli.run("check", folder).code()).isZero();
  }

  @Test
  void findingsAreOneFromTheSeverityOnThatWasAskedFor() {
    assertThat(Cli.check("invoice-sync", "--to", SHAREPOINT).code()).isEqualTo(1);
    assertThat(Cli.check("invoice-sync", "--to", SHAREPOINT, "--fail-on", "never").code()).isZero();
    assertThat(Cli.check("fixed", "--to", SHAREPOINT, "--fail-on", "note").code()).isZero();
  }

  @Test
  void whatCouldNotBeReadIsThreeWhateverWasFound() throws IOException {
    Files.writeString(folder.resolve("App.config"), "<configuration><");
    Files.writeString(folder.resolve("App.csproj"), "<Project");
    Files.writeString(
        folder.resolve("P.cs"),
        "class P { static void Main() { ServicePointManager.SecurityProtocol ="
            + " SecurityProtocolType.Tls; new WebClient(); } }");
    Cli said = Cli.run("check", folder, "--format", "json");
    assertThat(said.code()).isEqualTo(3);
    assertThat(said.out()).contains("\"incomplete\" : true", "\"file\" : \"App.csproj\"");
    assertThat(Schemas.complaints("json", said.out())).isEmpty();
    assertThat(Cli.run("check", folder, "--fail-on", "never").code()).isEqualTo(3);
  }

  @Test
  void aRootThatCannotBeReadIsThree() throws IOException {
    Path torn = Files.writeString(folder.resolve("torn.zip"), "PK\u0003\u0004 and no more");
    Path big = folder.resolve("big.cs");
    try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
      file.setLength(40L << 20);
    }
    for (Path root : List.of(torn, big)) {
      Cli said = Cli.run("check", root);
      assertThat(said.code()).as(said.err()).isEqualTo(3);
      assertThat(said.out()).contains(root.equals(torn) ? "archive" : "big.cs");
    }
  }

  @Test
  void aBrokenExportIsThree() throws IOException {
    Path export = Files.writeString(folder.resolve("server.reg"), "not an export");
    Cli said = Cli.check("fixed", "--to", SHAREPOINT, "--registry", export);
    assertThat(said.code()).isEqualTo(3);
    assertThat(said.out()).contains("server.reg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "check no-such-folder",
        "check . --frobnicate",
        "check . --to",
        "check . --to http://",
        "check . --to host:99999",
        "check . --windows 12",
        "check . --installed newest",
        "check . --host toaster",
        "check . --bitness 16",
        "check . --fail-on blood",
        "check . --format pdf",
        "check . --registry nowhere.reg",
        "check . extra",
        "offer --target x.y",
        "offer --windows 12",
        "offer --api Gopher",
        "offer --cases nowhere.csv",
        "explain no-such-page",
      })
  void wrongUseIsTwoWithALineThatSaysWhatToDo(String line) {
    Cli said = Cli.run((Object[]) line.split(" "));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).startsWith("tlslift: ").contains("--help").doesNotContain("Exception");
  }

  @Test
  void mistypedWordsAreToldTheirNeighbours() {
    assertThat(Cli.run("explain", "pined-legacy-protocol").err())
        .contains("pinned-legacy-protocol");
    assertThat(Cli.check("fixed", "--windows", "server-2061").err()).contains("server-2016");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "check --help", "offer --help", "explain --help", "--version"})
  void helpIsZeroAndFitsEightyColumns(String line) {
    Cli said = Cli.run((Object[]) line.split(" "));
    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines()).isNotEmpty().allMatch(l -> l.length() <= 80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "offer", "explain"})
  void helpHasExamples(String command) {
    assertThat(Cli.run(command, "--help").out()).contains("Examples:", "tlslift " + command);
  }

  @Test
  void outputGoesToAFileAndNowhereElse() throws IOException {
    Path file = folder.resolve("out.sarif");
    Cli said = Cli.check("invoice-sync", "--to", SHAREPOINT, "--format", "sarif", "--output", file);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
    assertThat(Files.readString(file))
        .isEqualTo(Cli.check("invoice-sync", "--to", SHAREPOINT, "--format", "sarif").out());
  }

  @Test
  void aFileThatCannotBeWrittenIsWrongUse() {
    Cli said = Cli.check("fixed", "--output", folder.resolve("no/such/folder.txt"));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("--output");
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    assertThat(Cli.check("invoice-sync", "--to", SHAREPOINT).out()).doesNotContain("\u001B[");
    assertThat(
            Screen.style(Optional.empty(), false, Map.of("NO_COLOR", "", "TERM", "xterm")).colour())
        .isFalse();
    assertThat(Screen.style(Optional.empty(), true, Map.of("TERM", "xterm")).colour()).isFalse();
    assertThat(Screen.style(Optional.empty(), false, Map.of("TERM", "dumb")).colour()).isFalse();
  }

  @Test
  void widthIsAskedForThenTheTerminalsThenAHundred() {
    assertThat(Screen.style(Optional.of(90), false, Map.of("COLUMNS", "120")).width())
        .isEqualTo(90);
    assertThat(Screen.style(Optional.empty(), false, Map.of("COLUMNS", "120")).width())
        .isEqualTo(120);
    assertThat(Screen.style(Optional.empty(), false, Map.of("COLUMNS", "wide")).width())
        .isEqualTo(100);
  }

  @Test
  void offerComputesWithoutReadingAnything() {
    Cli said = Cli.run("offer", "--target", "4.5.2", "--windows", "Server 2016");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("SSL 3.0", "TLS 1.0").doesNotContain("TLS 1.2");
    Cli strong =
        Cli.run(
            "offer",
            "--target",
            "4.5.2",
            "--windows",
            "Server 2016",
            "--registry",
            "SchUseStrongCrypto=1");
    assertThat(strong.out()).contains("TLS 1.2");
  }

  @Test
  void offerAnswersTheTableOfItsOwnFacts() throws IOException {
    Path table = Path.of("../core/src/test/resources/facts/effective-protocols.csv");
    Cli said = Cli.run("offer", "--cases", table);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out().lines().count()).isEqualTo(Files.readAllLines(table).size());
  }

  @Test
  void explainPrintsAPageAndListsAll() {
    assertThat(Cli.run("explain", "pinned-legacy-protocol").out())
        .startsWith("pinned-legacy-protocol");
    assertThat(Cli.run("explain").out()).contains("pinned-legacy-protocol", "config-switch", "R6");
  }

  @Test
  void runningOutOfMemoryIsOurFaultWithTheNextStep() {
    assertThat(Main.outOfMemory()).contains("TLSLIFT_HEAP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "fix", "undo", "offer", "probe", "explain"})
  void helpFitsEightyColumns(String command) {
    assertThat(Cli.run(command, "--help").out().lines()).allMatch(l -> l.length() <= 80);
  }
}
