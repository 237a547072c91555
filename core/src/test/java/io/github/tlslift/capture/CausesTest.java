package io.github.tlslift.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.capture.attempt.Preamble;
import io.github.tlslift.tls.Sslv2ClientHello;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two sides say and do, and the cause that follows. */
final class CausesTest {
  private static final String HOST = "host.example";

  private static Packets asked(int version) {
    return Packets.v4().open().client(Talks.hello(version, HOST));
  }

  private static Packets answered(int version) {
    return asked(Talks.TLS12).server(Talks.answer(version));
  }

  private static Packets certified() {
    return answered(Talks.TLS12).server(Talks.certificate(new byte[300]));
  }

  private static Packets complete() {
    return certified()
        .client(Talks.join(Talks.keys(), Talks.finished()))
        .server(Talks.finished())
        .client(Talks.data(100));
  }

  private static String cause(Packets packets) {
    return Read.packets(packets.all()).cause();
  }

  @ParameterizedTest
  @CsvSource({
    "70, 0301, client-protocol-too-old",
    "70, 0303, client-protocol-too-old",
    "71, 0303, no-common-cipher-suite",
    "40, 0301, client-protocol-too-old",
    "40, 0303, no-common-cipher-suite",
    "112, 0303, unknown",
    "116, 0303, client-certificate",
    "42, 0303, client-certificate",
    "86, 0302, client-protocol-too-old",
    "20, 0303, middlebox",
    "80, 0303, unknown"
  })
  void alertOfTheServer(int alert, String version, String cause) {
    int asked = Integer.parseInt(version, 16);
    assertThat(cause(asked(asked).server(Talks.alert(2, alert)).serverFlags(Packets.FIN)))
        .isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "48, certificate-untrusted",
    "46, certificate-untrusted",
    "44, certificate-revocation",
    "45, certificate-expired"
  })
  void alertOfTheClientAboutACertificate(int alert, String cause) {
    assertThat(cause(certified().client(Talks.alert(2, alert)).clientFlags(Packets.RST)))
        .isEqualTo(cause);
  }

  @Test
  void versionRefusedByTheClientIsTheServersFault() {
    assertThat(cause(answered(Talks.TLS10).client(Talks.alert(2, 70))))
        .isEqualTo("server-protocol-too-old");
    assertThat(cause(answered(Talks.TLS10).clientFlags(Packets.RST)))
        .isEqualTo("server-protocol-too-old");
  }

  @Test
  void hangUpOfTheServerSaysLittleAboutAModernHello() {
    assertThat(cause(asked(Talks.TLS10).serverFlags(Packets.RST | Packets.ACK)))
        .isEqualTo("client-protocol-too-old");
    assertThat(cause(asked(Talks.TLS12).serverFlags(Packets.FIN | Packets.ACK)))
        .isEqualTo("unknown");
    assertThat(cause(asked(Talks.TLS12).serverFlags(Packets.RST | Packets.ACK)))
        .isEqualTo("middlebox");
  }

  @Test
  void resetFromAnotherDistanceIsOfSomethingBetween() {
    assertThat(cause(asked(Talks.TLS10).serverHops(117).serverFlags(Packets.RST)))
        .isEqualTo("middlebox");
  }

  @Test
  void helloWithoutANameIsToldFromOneWith() {
    Packets packets = Packets.v4().open().client(Talks.hello(Talks.TLS12, ""));
    assertThat(cause(packets.server(Talks.alert(2, 112)))).isEqualTo("sni-missing");
  }

  @Test
  void warningAboutTheNameEndsNothing() {
    Packets packets = asked(Talks.TLS12).server(Talks.alert(1, 112));
    packets.server(Talks.answer(Talks.TLS12)).client(Talks.keys()).client(Talks.finished());
    assertThat(cause(packets.server(Talks.finished()))).isEqualTo("none");
  }

  @Test
  void certificateOfTheClientIsMissed() {
    Packets packets = certified().server(Talks.certificateRequest());
    packets.client(Talks.certificate()).client(Talks.keys());
    assertThat(cause(packets.server(Talks.alert(2, 40)))).isEqualTo("client-certificate");
  }

  @Test
  void networkIsToldFromTls() {
    assertThat(cause(Packets.v4().syn().serverFlags(Packets.RST | Packets.ACK)))
        .isEqualTo("network");
    assertThat(cause(Packets.v4().syn().pause(1).back(1).syn())).isEqualTo("network");
    byte[] hello = Talks.hello(Talks.TLS12, HOST);
    assertThat(cause(Packets.v4().open().client(hello).pause(1).clientAgain(hello).pause(3)))
        .isEqualTo("network");
  }

  @Test
  void silenceAfterTheHelloIsOfSomethingBetween() {
    Packets packets = asked(Talks.TLS12).serverFlags(Packets.ACK).pause(21);
    assertThat(cause(packets.clientFlags(Packets.FIN | Packets.ACK))).isEqualTo("middlebox");
  }

  @Test
  void silenceUpToTheEndOfTheCaptureCountsToo() {
    Packets packets = asked(Talks.TLS12).serverFlags(Packets.ACK).pause(21);
    List<Packets.Packet> all = new ArrayList<>(packets.all());
    Packets other = Packets.to(80).pause(30).open();
    all.addAll(other.all());
    assertThat(Read.packets(all).cause()).isEqualTo("middlebox");
    assertThat(Read.packets(packets.all()).cause()).isEqualTo("unknown");
  }

  @Test
  void whatMayBeSecretIsNotRepeated() {
    Packets query = Packets.v4().open().client(Talks.text("GET /a?key=1234 HTTP/1.1\r\n\r\n"));
    assertThat(Read.packets(query.all()).story())
        .contains("the client speaks no TLS: GET /a HTTP/1.1");
    Packets login = Packets.to(993).open().client(Talks.text("LOGIN me 1234\r\n"));
    assertThat(Read.packets(login.all()).story()).contains("the client speaks no TLS: LOGIN");
  }

  @Test
  void plainTextOfTheServer() {
    assertThat(cause(asked(Talks.TLS12).server(Talks.text("HTTP/1.1 400 Bad Request\r\n\r\n"))))
        .isEqualTo("plaintext-on-tls-port");
    assertThat(cause(asked(Talks.TLS12).server(Talks.text("220 mail.example ESMTP\r\n"))))
        .isEqualTo("plaintext-on-tls-port");
  }

  @Test
  void plainTextOfTheClient() {
    Packets packets = Packets.to(8000).open().client(Talks.text("GET / HTTP/1.1\r\n\r\n"));
    packets.server(
        Talks.text("HTTP/1.1 400 \r\n\r\nThe plain HTTP request was sent to HTTPS port"));
    assertThat(cause(packets)).isEqualTo("plaintext-on-tls-port");
  }

  @Test
  void plainHttpElsewhereIsNoAttempt() {
    Packets packets = Packets.to(80).open().client(Talks.text("GET / HTTP/1.1\r\n\r\n"));
    packets.server(Talks.text("HTTP/1.1 200 OK\r\n\r\n")).serverFlags(Packets.FIN);
    Read read = Read.packets(packets.all());
    assertThat(read.attempts()).isEmpty();
    assertThat(read.summary().otherConnections()).isEqualTo(1);
  }

  @Test
  void completeHandshakeIsNoFailure() {
    assertThat(cause(complete().clientFlags(Packets.FIN | Packets.ACK))).isEqualTo("none");
    Packets tls13 = Packets.v4().open().client(Talks.hello(Talks.TLS12, HOST, Talks.TLS13));
    tls13.server(Talks.join(Talks.answer(Talks.TLS13), Talks.data(900)));
    tls13.client(Talks.data(53)).server(Talks.data(200));
    assertThat(cause(tls13)).isEqualTo("none");
  }

  @Test
  void encryptedAlertOfTls13IsKnownByItsSize() {
    Packets packets = Packets.v4().open().client(Talks.hello(Talks.TLS12, HOST, Talks.TLS13));
    packets.server(Talks.join(Talks.answer(Talks.TLS13), Talks.data(900)));
    packets.client(Talks.data(19)).clientFlags(Packets.FIN);
    assertThat(cause(packets)).isEqualTo("certificate-untrusted");
  }

  @Test
  void idleConnectionIsClosed() {
    Packets idle = complete().server(Talks.data(900)).pause(120).client(Talks.data(100));
    assertThat(cause(idle.serverFlags(Packets.RST))).isEqualTo("idle-connection-closed");
    Packets busy = complete().server(Talks.data(900)).pause(1).client(Talks.data(100));
    assertThat(cause(busy.serverFlags(Packets.RST))).isEqualTo("none");
  }

  @Test
  void oldestHelloIsRead() {
    byte[] hello =
        new Sslv2ClientHello(Talks.TLS10, List.of(0x00002F, 0x010080), new byte[0], new byte[16])
            .record();
    Packets packets = Packets.v4().open().client(hello).serverFlags(Packets.RST | Packets.ACK);
    Read read = Read.packets(packets.all());
    assertThat(read.cause()).isEqualTo("client-protocol-too-old");
    assertThat(read.only().talk().hello().get().suites()).containsExactly(0x2F, 0x010080);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONNECT | CONNECT host.example:443 HTTP/1.1\\r\\n\\r\\n | HTTP/1.1 200 OK\\r\\n\\r\\n",
        "STARTTLS | EHLO me\\r\\nSTARTTLS\\r\\n | 220 mail.example\\r\\n220 Go\\r\\n",
        "SOCKS | \\5\\1\\0\\5\\1\\0\\3\\4host\\1\\273 | \\5\\0\\5\\0\\0\\1\\0\\0\\0\\0\\0\\0"
      })
  void whatComesBeforeTlsIsPassed(Preamble.Kind kind, String client, String server) {
    Packets packets = Packets.to(8080).open();
    packets.client(Talks.text(client.translateEscapes()));
    packets.server(Talks.text(server.translateEscapes()));
    packets.client(Talks.hello(Talks.TLS10, HOST)).server(Talks.alert(2, 70));
    Read read = Read.packets(packets.all());
    assertThat(read.only().talk().preamble().get().kind()).isEqualTo(kind);
    assertThat(read.cause()).isEqualTo("client-protocol-too-old");
  }

  @Test
  void handshakeInPacketsOfSqlServerIsUnwrapped() {
    Packets packets = Packets.to(1433).open().client(tds(0x12, new byte[20]));
    packets.server(tds(0x04, new byte[20]));
    packets.client(tds(0x12, Talks.hello(Talks.TLS10, HOST)));
    packets.server(tds(0x12, Talks.answer(Talks.TLS10)));
    packets.server(tds(0x12, Talks.alert(2, 40)));
    Read read = Read.packets(packets.all());
    assertThat(read.only().talk().preamble().get().kind()).isEqualTo(Preamble.Kind.TDS);
    assertThat(read.only().talk().answer().get().version()).isEqualTo(Talks.TLS10);
    assertThat(read.only().talk().alerts()).hasSize(1);
  }

  private static byte[] tds(int type, byte[] content) {
    int length = content.length + 8;
    byte[] header = {(byte) type, 1, (byte) (length >> 8), (byte) length, 0, 0, 0, 0};
    return Talks.join(header, content);
  }

  @Test
  void proxyThatRefusesIsNotTheServer() {
    Packets packets = Packets.to(8080).open();
    packets.client(Talks.text("CONNECT host.example:443 HTTP/1.1\r\n\r\n"));
    packets.server(Talks.text("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"));
    assertThat(cause(packets)).isEqualTo("http-or-auth");
  }

  @Test
  void alertsAreKeptWithinBounds() {
    Packets packets = asked(Talks.TLS12);
    IntStream.range(0, 100).forEach(i -> packets.server(Talks.alert(1, 90)));
    assertThat(Read.packets(packets.all()).only().talk().alerts()).hasSize(16);
  }
}
