package io.github.tlslift.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What servers answered in captures, told as tshark tells it. */
final class AnswersTest {
  private static final Map<String, byte[]> CAPTURED =
      CsvTable.load(
              AnswersTest.class,
              "/tls/captured-answers.csv",
              r -> Map.entry(r.getField("capture"), HexFormat.of().parseHex(r.getField("bytes"))))
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static byte[] captured(String name) {
    return Objects.requireNonNull(CAPTURED.get(name), name);
  }

  /** The handshake messages in clear, the bytes coming in portions of this size. */
  private static List<Handshake> messages(byte[] bytes, int portion)
      throws MalformedInputException {
    RecordReader records = new RecordReader();
    HandshakeReader handshakes = new HandshakeReader();
    List<Handshake> all = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += portion) {
      for (TlsRecord r : records.feed(bytes, at, Math.min(portion, bytes.length - at))) {
        if (r.type() == TlsRecord.CHANGE_CIPHER_SPEC) {
          return all;
        }
        all.addAll(handshakes.feed(r.fragment()));
      }
    }
    return all;
  }

  @Test
  void aHandshakeOfTls12IsReadHoweverTheBytesCome() throws MalformedInputException {
    for (int portion : new int[] {1, 7, 1400, 1 << 20}) {
      List<Handshake> all = messages(captured("success-tls12"), portion);
      assertThat(all)
          .extracting(Handshake::type)
          .startsWith(
              Handshake.SERVER_HELLO,
              Handshake.CERTIFICATE,
              Handshake.SERVER_KEY_EXCHANGE,
              Handshake.SERVER_HELLO_DONE);
      ServerHello hello = ServerHello.read(all.get(0).body());
      assertThat(CodePoint.SUITE.name(hello.cipherSuite()))
          .isEqualTo("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
      assertThat(hello.selectedVersion()).isEqualTo(0x0303);
      assertThat(hello.body()).isEqualTo(all.get(0).body());
      assertThat(CertificateMessage.read(all.get(1).body()).chain())
          .singleElement()
          .matches(der -> der.length == 829);
      assertThat(ServerKeyExchange.ofCurve(all.get(2).body(), true))
          .isEqualTo(
              new ServerKeyExchange(
                  OptionalInt.of(0x1D), OptionalInt.empty(), OptionalInt.of(0x0601)));
    }
  }

  @Test
  void anAlertHasItsNumberAndName() throws MalformedInputException {
    TlsRecord record = TlsRecord.readAll(captured("too-old-alert")).get(0);
    Alert alert = Alert.read(record.fragment());
    assertThat(alert).isEqualTo(new Alert(2, 70));
    assertThat(alert.name()).isEqualTo("protocol_version");
    assertThat(new Alert(2, 200).name()).isEqualTo("0xc8");
  }

  @Test
  void whatIsNoRecordIsToldByItsFirstBytes() {
    RecordReader reader = new RecordReader();
    byte[] http = "HTTP/1.1 400 Bad Request".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> reader.feed(http, 0, http.length))
        .isInstanceOf(MalformedInputException.class)
        .hasMessage("ContentType at offset 0: no record begins with 72");
  }

  @Test
  void everyTruncationOfAMessageIsNamedByItsField() throws MalformedInputException {
    List<Handshake> all = messages(captured("success-tls12"), 1 << 20);
    for (int i = 0; i < 3; i++) {
      byte[] body = all.get(i).body();
      for (int length = 0; length < body.length - 300; length++) {
        byte[] cut = java.util.Arrays.copyOf(body, length);
        int kind = i;
        assertThatThrownBy(() -> read(kind, cut)).isInstanceOf(MalformedInputException.class);
      }
    }
  }

  private static Object read(int kind, byte[] body) throws MalformedInputException {
    return switch (kind) {
      case 0 -> ServerHello.read(body);
      case 1 -> CertificateMessage.read(body);
      default -> ServerKeyExchange.ofCurve(body, true);
    };
  }

  @Test
  void aHelloOfSsl2IsReadAndWrittenToTheByte() throws MalformedInputException {
    Sslv2ClientHello hello =
        new Sslv2ClientHello(
            0x0301, List.of(0x000004, 0x010080, 0x0700C0), new byte[0], new byte[16]);
    byte[] record = hello.record();
    assertThat(Sslv2ClientHello.starts(record)).isTrue();
    assertThat(Sslv2ClientHello.read(record)).isEqualTo(hello);
    assertThat(CodePoint.SSL2_SUITE.name(0x010080)).contains("RC4_128");
    record[1]++;
    assertThatThrownBy(() -> Sslv2ClientHello.read(record))
        .hasMessageStartingWith("record length at offset 0");
  }

  @Test
  void aRetryRequestIsToldFromAServerHello() throws MalformedInputException {
    byte[] random =
        HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");
    List<Extension> extensions =
        List.of(
            new Extension(Extension.SUPPORTED_VERSIONS, new byte[] {3, 4}),
            new Extension(Extension.KEY_SHARE, new byte[] {0, 0x1D}));
    ServerHello retry =
        new ServerHello(0x0303, random, new byte[32], 0x1301, 0, Optional.of(extensions));
    ServerHello read = ServerHello.read(retry.body());
    assertThat(read.isRetryRequest()).isTrue();
    assertThat(read.selectedVersion()).isEqualTo(0x0304);
    assertThat(read.keyShareGroup()).hasValue(0x1D);
    assertThat(CodePoint.GROUP.name(0x1D)).isEqualTo("x25519");
  }

  @Test
  void unknownNumbersAndGreaseSurvive() {
    assertThat(CodePoint.SUITE.name(0x0A0A)).isEqualTo("GREASE (0x0a0a)");
    assertThat(CodePoint.SUITE.name(0xFAFE)).isEqualTo("0xfafe");
    assertThat(CodePoint.SUITE.code("TLS_AES_128_GCM_SHA256")).hasValue(0x1301);
  }
}
