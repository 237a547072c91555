package io.github.tlslift.net.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.net.Scripted;
import io.github.tlslift.net.probe.VersionAnswer.Status;
import io.github.tlslift.tls.Alert;
import io.github.tlslift.tls.Handshake;
import io.github.tlslift.tls.ServerHello;
import io.github.tlslift.tls.TlsRecord;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do one thing each, most of them wrong. */
final class ProbeTest {
  private static final Duration SHORT = Duration.ofMillis(700);

  private static TargetReport ask(Scripted server, Probe.Scope scope, StartTls start) {
    try (server;
        Asker asker = new Asker(SHORT)) {
      Target target = new Target("127.0.0.1", server.port(), Optional.of("host.test"), start);
      return new Probe(asker, scope).of(target).join();
    }
  }

  private static TargetReport versions(Scripted.Script script) {
    return ask(new Scripted(script), Probe.Scope.versionsOnly(List.of()), StartTls.NONE);
  }

  private static byte[] hello(int version, int suite) {
    ServerHello hello =
        new ServerHello(version, new byte[32], new byte[0], suite, 0, Optional.empty());
    byte[] message = new Handshake(Handshake.SERVER_HELLO, hello.body()).bytes();
    return TlsRecord.of(TlsRecord.HANDSHAKE, version, message);
  }

  private static byte[] alert(int description) {
    return TlsRecord.of(TlsRecord.ALERT, 0x0301, new Alert(2, description).fragment());
  }

  @Test
  void everyWayToRefuseIsToldApart() {
    TargetReport all =
        versions(
            (socket, in, out) -> {
              switch (Scripted.asked(in)) {
                case 0x0300 -> out.write(alert(70));
                case 0x0301 -> socket.close();
                case 0x0302 -> socket.setSoLinger(true, 0);
                case 0x0303 ->
                    out.write("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII));
                default -> in.read();
              }
            });
    assertThat(all.version(TlsVersion.SSL3))
        .isEqualTo(new VersionAnswer(Status.REFUSED, "alert 70 protocol_version", "alert"));
    assertThat(all.version(TlsVersion.TLS10).kind()).isEqualTo("fin");
    assertThat(all.version(TlsVersion.TLS11).kind()).isEqualTo("rst");
    assertThat(all.version(TlsVersion.TLS12).kind()).isEqualTo("not-tls");
    assertThat(all.version(TlsVersion.TLS13))
        .isEqualTo(new VersionAnswer(Status.UNKNOWN, "hello: no answer in 700 ms", ""));
    assertThat(all.version(TlsVersion.SSL2).status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void anAnswerInAnotherVersionIsNoAcceptance() {
    TargetReport all =
        versions(
            (socket, in, out) -> {
              Scripted.asked(in);
              out.write(hello(0x0301, 0x002F));
            });
    assertThat(all.version(TlsVersion.TLS10).status()).isEqualTo(Status.ACCEPTED);
    assertThat(all.version(TlsVersion.TLS11).kind()).isEqualTo("other-version");
    assertThat(all.version(TlsVersion.TLS12).kind()).isEqualTo("other-version");
  }

  @Test
  void aServerThatTalksOneByteAtATimeIsRead() {
    TargetReport all =
        versions(
            (socket, in, out) -> {
              int asked = Scripted.asked(in);
              for (byte b : asked == 0x0303 ? hello(0x0303, 0x002F) : alert(40)) {
                out.write(b);
                out.flush();
              }
            });
    assertThat(all.version(TlsVersion.TLS12).status()).isEqualTo(Status.ACCEPTED);
    assertThat(all.version(TlsVersion.TLS13).how()).isEqualTo("alert 40 handshake_failure");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void garbageIsAnAnswerAndNeverAnException(long seed) {
    Random random = new Random(seed);
    TargetReport report =
        ask(
            new Scripted(
                (socket, in, out) -> {
                  Scripted.asked(in);
                  byte[] garbage = new byte[random.nextInt(4000)];
                  random.nextBytes(garbage);
                  out.write(garbage);
                }),
            Probe.Scope.all(List.of()),
            StartTls.NONE);
    assertThat(report.versions()).hasSize(TlsVersion.values().length);
    assertThat(report.versions().values()).noneMatch(VersionAnswer::isAccepted);
  }

  @Test
  void aHandshakeWithoutEndStopsAtTheDeadline() {
    TargetReport all =
        versions(
            (socket, in, out) -> {
              Scripted.asked(in);
              endless(out);
            });
    assertThat(all.version(TlsVersion.TLS12).status()).isEqualTo(Status.UNKNOWN);
  }

  private static void endless(OutputStream out) throws java.io.IOException {
    byte[] part = TlsRecord.of(TlsRecord.HANDSHAKE, 0x0303, new byte[] {11, 1, 0, 0});
    while (true) {
      out.write(part);
    }
  }

  @Test
  void aPortThatNobodyListensOnIsUnknownWithThePhase() {
    Scripted server = new Scripted((socket, in, out) -> {});
    int port = server.port();
    server.close();
    try (Asker asker = new Asker(SHORT)) {
      TargetReport report =
          new Probe(asker, Probe.Scope.versionsOnly(List.of()))
              .of(Target.of("127.0.0.1", port))
              .join();
      assertThat(report.version(TlsVersion.TLS12).how())
          .isEqualTo("connect: the connection was refused");
      assertThat(report.isIncomplete()).isTrue();
    }
  }

  @Test
  void suitesAreFoundUntilTheServerRefusesThoseThatAreLeft() {
    List<Integer> accepted = List.of(0xC02F, 0x009C, 0x002F, 0xC07D);
    TargetReport report =
        ask(
            new Scripted(
                (socket, in, out) -> {
                  byte[] head = in.readNBytes(5);
                  if ((head[0] & 0x80) != 0) {
                    return;
                  }
                  byte[] body = in.readNBytes((head[3] & 0xFF) << 8 | head[4] & 0xFF);
                  boolean tls12 = (body[5] & 0xFF) == 3 && !contains13(body);
                  Optional<Integer> suite =
                      accepted.stream().filter(s -> tls12 && offers(body, s)).findFirst();
                  out.write(suite.map(s -> hello(0x0303, s)).orElse(alert(40)));
                }),
            Probe.Scope.all(List.of()),
            StartTls.NONE);
    SuiteAnswer suites =
        Objects.requireNonNull(report.addresses().get(0).suites().get(TlsVersion.TLS12));
    assertThat(suites.suites()).isEqualTo(accepted);
    assertThat(suites.serverPrefers()).contains(true);
    assertThat(suites.incomplete()).isEmpty();
    assertThat(ProbeJson.line(report)).contains("\"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256\"");
  }

  private static boolean contains13(byte[] body) {
    return java.util.HexFormat.of().formatHex(body).contains("002b0003020304");
  }

  private static boolean offers(byte[] body, int suite) {
    int at = 4 + 2 + 32;
    at += 1 + (body[at] & 0xFF);
    int count = ((body[at] & 0xFF) << 8 | body[at + 1] & 0xFF) / 2;
    if (count > 128) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      int offered = (body[at + 2 + 2 * i] & 0xFF) << 8 | body[at + 3 + 2 * i] & 0xFF;
      if (offered == suite) {
        return true;
      }
    }
    return false;
  }

  @Test
  void startTlsComesBeforeTheHello() {
    TargetReport report =
        ask(
            new Scripted(
                (socket, in, out) -> {
                  out.write("220-hello\r\n220 mail.test\r\n".getBytes(StandardCharsets.US_ASCII));
                  in.readNBytes("EHLO tlslift.invalid\r\n".length());
                  out.write(
                      "250-mail.test\r\n250 STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
                  in.readNBytes("STARTTLS\r\n".length());
                  out.write("220 go ahead\r\n".getBytes(StandardCharsets.US_ASCII));
                  out.write(Scripted.asked(in) == 0x0303 ? hello(0x0303, 0x2F) : alert(70));
                }),
            Probe.Scope.versionsOnly(List.of()),
            StartTls.SMTP);
    assertThat(report.version(TlsVersion.TLS12).status()).isEqualTo(Status.ACCEPTED);
    assertThat(report.version(TlsVersion.TLS10).how()).isEqualTo("alert 70 protocol_version");
    assertThat(report.connections()).isEqualTo(5);
  }

  @Test
  void aServerThatSaysNothingBeforeTlsIsUnknownInThatPhase() {
    TargetReport report =
        ask(
            new Scripted((socket, in, out) -> in.read()),
            Probe.Scope.versionsOnly(List.of()),
            StartTls.SMTP);
    assertThat(report.version(TlsVersion.TLS12).how()).startsWith("starttls: no answer");
  }
}
