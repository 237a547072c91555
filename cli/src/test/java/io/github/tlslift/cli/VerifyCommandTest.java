package io.github.tlslift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of a few lines, run through the tap by the java that runs the tests. */
final class VerifyCommandTest {
  // Asks the proxy in its environment for a connection, sends a hello up to TLS 1.0, reads to the
  // end and ends with the code it is given. Told to hang it does so until verify stops it, and no
  // longer than ten minutes should that not work.
  private static final String PROGRAM =
      """
      import java.net.*;
      import java.util.HexFormat;
      class Program {
        public static void main(String[] args) throws Exception {
          if (args[1].equals("hang")) {
            Thread.sleep(600_000);
          }
          URI proxy = new URI(System.getenv("https_proxy"));
          try (Socket s = new Socket(proxy.getHost(), proxy.getPort())) {
            s.getOutputStream().write(("CONNECT " + args[0] + " HTTP/1.1\\r\\n\\r\\n").getBytes());
            while (s.getInputStream().read() != '\\n') {}
            s.getInputStream().readNBytes(2);
            s.getOutputStream().write(HexFormat.of().parseHex(
                "160301002d010000290301" + "00".repeat(32) + "000002002f0100"));
            s.getInputStream().readAllBytes();
          }
          System.exit(Integer.parseInt(args[1]));
        }
      }
      """;

  @TempDir Path folder = Path.of(".");

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Runs the program against a server that answers with an alert. */
  private Cli verify(String argument, Object... options) throws IOException {
    Path source = folder.resolve("Program.java");
    Files.writeString(source, PROGRAM);
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      new Thread(() -> answer(server)).start();
      List<Object> args = new ArrayList<>(List.of("verify", "--resolve", "lab.test=127.0.0.1"));
      args.addAll(List.of(options));
      args.addAll(List.of("--", java(), source, "lab.test:" + server.getLocalPort(), argument));
      return Cli.run(args.toArray());
    }
  }

  private static void answer(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.getInputStream().readNBytes(50);
        socket.getOutputStream().write(new byte[] {21, 3, 1, 0, 2, 2, 70});
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Test
  void showsTheHandshakeAndEndsAsTheProgramDid() throws IOException {
    Cli run = verify("7");
    assertThat(run.code()).isEqualTo(7);
    assertThat(run.out())
        .containsPattern("lab.test:[0-9]+   FAILED")
        .contains("how       the server sent alert 70 protocol_version")
        .contains("offers    up to TLS 1.0")
        .contains("suites    1, first TLS_RSA_WITH_AES_128_CBC_SHA")
        .contains("The program ended with 7.");
    assertThat(run.err()).contains("the tap is http://127.0.0.1:");
  }

  @Test
  void saysWhetherItIsWhatWasPredicted() throws IOException {
    Path app = Cli.EXAMPLES.resolve("invoice-sync");
    Cli yes = verify("0", "--app", app, "--windows", "server-2016", "--format", "json");
    assertThat(yes.code()).isZero();
    assertThat(yes.out()).contains("\"agrees\":\"yes\"", "up to TLS 1.0 on ");
    assertThat(Schemas.complaints("verify", yes.out())).isEmpty();
    Cli no = verify("0", "--app", modern(), "--windows", "server-2016", "--format", "junit");
    assertThat(no.code()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(no.out())
        .contains("gets the hello that was predicted")
        .contains("offered up to TLS 1.0; predicted: up to TLS 1.2")
        .contains("failures=\"2\"");
  }

  private Path modern() throws IOException {
    Path app = Files.createDirectories(folder.resolve("app"));
    Files.writeString(
        app.resolve("nightly.ps1"),
        "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'\n"
            + "Invoke-WebRequest https://api.partner.example/\n");
    return app;
  }

  @Test
  void whatWasSavedIsComparedWith() throws IOException {
    Path before = folder.resolve("before.json");
    verify("0", "--save", before, "--output", folder.resolve("text"));
    assertThat(Schemas.complaints("verify", Files.readString(before))).isEmpty();
    Cli again = verify("0", "--compare", before);
    assertThat(again.out()).contains("NEW").contains("GONE").contains("before    FAILED, offered");
    Files.writeString(before, "{}");
    assertThat(verify("0", "--compare", before).err()).contains("name a file of --save");
  }

  @Test
  void aProgramThatHangsIsEndedAndOneThatIsNotThereIsWrongUse() throws IOException {
    Cli hangs = verify("hang", "--timeout", "2");
    assertThat(hangs.code()).isEqualTo(ExitCodes.INCOMPLETE);
    assertThat(hangs.out()).contains("No connection came through", "its time was up");
    Cli none = Cli.run("verify", "--", folder.resolve("no-such-program"));
    assertThat(none.code()).isEqualTo(ExitCodes.WRONG_USE);
    assertThat(none.err()).contains("cannot start");
  }

  @Test
  void wrongUseIsNamed() {
    assertThat(Cli.run("verify").err()).contains("tlslift verify -- COMMAND");
    assertThat(Cli.run("verify", "--listen", "0").err()).contains("--to HOST[:PORT] go together");
    assertThat(Cli.run("verify", "--resolve", "x", "--", "true").err())
        .contains("write HOST=ADDRESS");
    assertThat(Cli.run("verify", "--with-config", "--", "true").err())
        .contains("needs a program.exe in the command");
  }
}
