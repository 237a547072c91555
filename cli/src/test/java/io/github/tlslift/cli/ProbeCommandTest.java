package io.github.tlslift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProbeCommandTest {

  /** Runs the command against a server that answers every hello with an alert. */
  private static Cli probe(Object... more) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answer(server));
      answering.start();
      Object[] args = new Object[more.length + 2];
      args[0] = "probe";
      args[1] = "127.0.0.1:" + server.getLocalPort();
      System.arraycopy(more, 0, args, 2, more.length);
      return Cli.run(args);
    }
  }

  private static void answer(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.getInputStream().readNBytes(5);
        socket.getOutputStream().write(new byte[] {21, 3, 1, 0, 2, 2, 70});
        socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      } catch (IOException e) {
        if (!server.isClosed()) {
          continue;
        }
        return;
      }
    }
  }

  @Test
  void saysHowEachVersionIsRefused() throws IOException {
    Cli run = probe("--sni", "host.test");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("asked for as host.test")
        .contains("TLS 1.2     refused   alert 70 protocol_version")
        .contains("6 connections");
  }

  @Test
  void printsALineThatFitsTheSchema() throws IOException {
    Cli run = probe("--format", "json", "--versions-only");
    assertThat(run.out().lines()).hasSize(1);
    assertThat(Schemas.complaints("probe", run.out())).isEmpty();
  }

  @Test
  void aNameThatIsNotKnownIsAProblemAndEndsWithThree() {
    Cli run = Cli.run("probe", "no-such-host.invalid", "--format", "json");
    assertThat(run.code()).isEqualTo(ExitCodes.INCOMPLETE);
    assertThat(run.out()).contains("\"problem\":\"the name no-such-host.invalid is not known\"");
    assertThat(Schemas.complaints("probe", run.out())).isEmpty();
  }

  @Test
  void wrongUseIsNamed() {
    assertThat(Cli.run("probe", "a b").err()).contains("'a b' is no endpoint");
    assertThat(Cli.run("probe", "localhost", "--starttls", "x").err())
        .contains("it may be none, smtp, imap, pop3, ftp, ldap, tds");
    assertThat(Cli.run("probe", "localhost", "--roots", "no-such-file").err())
        .contains("cannot read --roots no-such-file");
    assertThat(Cli.run("probe", "localhost", "--deadline", "0").code())
        .isEqualTo(ExitCodes.WRONG_USE);
  }

  @Test
  void saysWhatAClientWouldShow() throws IOException {
    Cli run = probe("--as", "net452@server-2012r2", "--sni", "host.test");
    assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(run.out())
        .contains("net452@server-2012r2 → 127.0.0.1:")
        .contains("FAILS")
        .contains("offers    SSL 3.0, TLS 1.0")
        .contains("how       alert 70 protocol_version")
        .contains("Could not create SSL/TLS secure channel.");
    assertThat(probe("--as", "net452@server-2012r2", "--format", "json").out())
        .contains("\"result\":\"fails\"", "\"offers\":[\"ssl3\",\"tls1.0\"]");
  }

  @Test
  void showsAHelloWithoutConnecting() {
    Cli run = Cli.run("probe", "--as", "winhttp@windows-10-1809", "--show-hello");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("record_version      0303")
        .contains("extensions          0 5 10 11 13 35 23 65281")
        .containsPattern("bytes +16030300");
    assertThat(Cli.run("probe", "--list-profiles").out()).contains("net35@windows-7\n");
    assertThat(Cli.run("probe", "x.test", "--as", "net542@windows-7").err())
        .contains("no client is called 'net542@windows-7'")
        .contains("net452@windows-7");
  }

  @Test
  void aCheckGoesByWhatTheEndpointAnswers() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      new Thread(() -> answer(server)).start();
      String endpoint = "127.0.0.1:" + server.getLocalPort();
      Cli run = Cli.check("invoice-sync", "--to", endpoint, "--probe");
      assertThat(run.code()).isEqualTo(ExitCodes.INCOMPLETE);
      assertThat(run.out())
          .contains(endpoint)
          .contains("could not be probed: alert 70 protocol_version");
    }
    assertThat(Cli.check("invoice-sync", "--probe").err()).contains("--probe needs --to");
  }

  @Test
  void aListIsAskedAndGoesOnWhereItWasCutOff(@TempDir Path folder) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
      new Thread(() -> answer(server)).start();
      Path list = folder.resolve("list");
      Path answers = folder.resolve("answers");
      String port = ":" + server.getLocalPort();
      Files.writeString(list, "# ours\n127.0.0.1" + port + "\n\nlocalhost" + port + "\n");
      Object[] args = {"probe", "--versions-only", "--targets", list, "--resume", answers};
      assertThat(Cli.run(args).err()).contains("2 asked, of 0 not all is known");
      String whole = Files.readString(answers);
      assertThat(whole.lines()).hasSize(2);
      whole.lines().forEach(l -> assertThat(Schemas.complaints("probe", l)).isEmpty());
      Files.writeString(answers, whole.substring(0, whole.length() - 40));
      Cli again = Cli.run(args);
      assertThat(again.code()).isZero();
      assertThat(again.err()).contains("1 asked");
      assertThat(Files.readString(answers).lines()).hasSize(2);
      Files.writeString(list, "a b\n");
      assertThat(Cli.run(args).err()).contains("passed over: 'a b' is no endpoint");
      Files.writeString(answers, "{}\n");
      assertThat(Cli.run(args).err()).contains("cannot resume");
    }
    assertThat(Cli.run("probe", "x.test", "--targets", "-").err()).contains("goes without HOST");
    assertThat(Cli.run("probe", "--targets", folder.resolve("none")).err())
        .contains("cannot read --targets");
  }
}
