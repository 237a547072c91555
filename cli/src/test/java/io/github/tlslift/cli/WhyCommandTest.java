package io.github.tlslift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code tlslift why} prints and ends with. */
final class WhyCommandTest {
  private static final String SEND =
      "System.Net.WebException: The underlying connection was closed: An unexpected error occurred on a send."
          + " ---> System.IO.IOException: An existing connection was forcibly closed by the remote host";

  @TempDir Path folder = Path.of(".");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("error.txt"), text);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void fitsOneScreen(int width) throws IOException {
    Cli said =
        Cli.run(
            "why", file(SEND + "\nWindows 11\nhttps://contoso.sharepoint.com"), "--width", width);
    assertThat(said.code()).isZero();
    assertThat(said.out().lines()).hasSizeLessThan(40).allMatch(l -> l.length() <= width);
    assertThat(said.out())
        .contains("client-protocol-too-old", "% sure", "why   1", "against", "next");
  }

  @Test
  void jsonFollowsItsSchema() throws IOException {
    Cli said = Cli.run("why", file(SEND), "--format", "json");
    assertThat(Schemas.complaints("why", said.out())).isEmpty();
    assertThat(said.out()).contains("\"cause\" : \"client-protocol-too-old\"");
  }

  private static final Path CAPTURES = Path.of("../core/src/test/resources/fixtures/captures");

  @Test
  void aCaptureSaysWhoRefusedWhat() {
    Cli said = Cli.run("why", CAPTURES.resolve("too-old-alert.pcap"), "--format", "json");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("\"cause\" : \"client-protocol-too-old\"", "packet 1");
    assertThat(Schemas.complaints("why", said.out())).isEmpty();
  }

  @Test
  void aCaptureWhoseHandshakesWentThroughBlamesNoVersion() {
    Cli said = Cli.run("why", CAPTURES.resolve("success-tls12.pcap"));
    assertThat(said.out()).contains("none of which failed");
    assertThat(said.out().lines().findFirst().orElseThrow())
        .doesNotContain("client-protocol-too-old");
  }

  @Test
  void standardInputIsRead() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("0x80090328".getBytes(StandardCharsets.UTF_8)));
      assertThat(Cli.run("why").out()).contains("certificate-expired", "line 1");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void programAndServerCount() throws IOException {
    String alone = Cli.run("why", file(SEND), "--format", "json").out();
    Cli said =
        Cli.run(
            "why",
            folder.resolve("error.txt"),
            "--app",
            Cli.EXAMPLES.resolve("invoice-sync"),
            "--to",
            "contoso.sharepoint.com",
            "--format",
            "json");
    assertThat(said.out()).contains("offer-too-old", "documented-tls12");
    assertThat(alone).doesNotContain("offer-too-old").doesNotContain("documented-tls12");
    assertThat(Schemas.complaints("why", said.out())).isEmpty();
  }

  @Test
  void secretsAreMasked() throws IOException {
    Path text = file("connection was reset by peer; Connection reset by peer Password=hunter2;");
    assertThat(Cli.run("why", text).out()).contains("***").doesNotContain("hunter2");
    assertThat(Cli.run("why", text, "--format", "json").out()).doesNotContain("hunter2");
  }

  @Test
  void tooLittleIsSaidWithTheQuestion() throws IOException {
    Cli said = Cli.run("why", file("help"));
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("unknown", "TOO LITTLE TO TELL", "ask");
  }

  @Test
  void binaryEventsAreRefusedWithTheExport() throws IOException {
    Path evtx =
        Files.write(
            folder.resolve("system.evtx"), "ElfFile\0rest".getBytes(StandardCharsets.US_ASCII));
    Cli said = Cli.run("why", evtx);
    assertThat(said.code()).isEqualTo(ExitCodes.WRONG_USE);
    assertThat(said.err()).contains("wevtutil qe");
  }

  @Test
  void missingFileIsWrongUse() {
    assertThat(Cli.run("why", folder.resolve("none")).code()).isEqualTo(ExitCodes.WRONG_USE);
  }
}
