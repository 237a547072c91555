package io.github.tlslift.tls;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.io.MalformedInputException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ClientHellos of Windows that others recorded, and those of Mono that tshark took apart. */
final class RecordedHellosTest {

  static Stream<NamedCsvRecord> windows() {
    return CsvTable.load(
        RecordedHellosTest.class, "/io/github/tlslift/windows/schannel-hellos.csv", r -> r)
        .stream();
  }

  static Stream<NamedCsvRecord> captured() {
    return CsvTable.load(RecordedHellosTest.class, "/tls/captured-hellos.csv", r -> r).stream();
  }

  private static List<Integer> numbers(NamedCsvRecord row, String field, int radix) {
    return Arrays.stream(row.getField(field).split(" "))
        .filter(s -> !s.isEmpty())
        .map(s -> Integer.parseInt(s, radix))
        .toList();
  }

  private static ClientHello hello(NamedCsvRecord row) {
    HelloShape shape =
        new HelloShape(
            0x0301,
            Integer.parseInt(row.getField("hello_version"), 16),
            numbers(row, "cipher_suites", 16),
            numbers(row, "extensions", 10),
            numbers(row, "groups", 16),
            numbers(row, "point_formats", 10),
            numbers(row, "signature_schemes", 16),
            numbers(row, "supported_versions", 16),
            numbers(row, "key_share", 16),
            Arrays.stream(row.getField("alpn").split(" ")).filter(s -> !s.isEmpty()).toList(),
            new byte[0]);
    boolean named = numbers(row, "extensions", 10).contains(Extension.SERVER_NAME);
    return shape.hello(named ? Optional.of("host.example") : Optional.empty(), new Zeros());
  }

  /** The same each time. */
  private static final class Zeros implements HelloShape.Fresh {
    @Override
    public byte[] random(int length) {
      return new byte[length];
    }

    @Override
    public byte[] publicKey(int group) {
      return new byte[32];
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("windows")
  void haveTheFingerprintsThatWereRecorded(NamedCsvRecord row) throws MalformedInputException {
    ClientHello hello = hello(row);
    assertThat(Fingerprint.ja3(hello)).isEqualTo(row.getField("ja3"));
    assertThat(Fingerprint.ja4(hello)).isEqualTo(row.getField("ja4"));
    assertThat(ClientHello.read(hello.body())).isEqualTo(hello);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captured")
  void areReadAndWrittenToTheByte(NamedCsvRecord row) throws MalformedInputException {
    byte[] bytes = HexFormat.of().parseHex(row.getField("record"));
    TlsRecord record = TlsRecord.readAll(bytes).get(0);
    Handshake message = new HandshakeReader().feed(record.fragment()).get(0);
    ClientHello hello = ClientHello.read(message.body());
    assertThat(Fingerprint.ja3(hello)).isEqualTo(row.getField("ja3"));
    assertThat(hello.serverName()).contains("localhost");
    byte[] again = new Handshake(Handshake.CLIENT_HELLO, hello.body()).bytes();
    assertThat(TlsRecord.of(TlsRecord.HANDSHAKE, record.version(), again)).isEqualTo(bytes);
    assertThat(HelloShape.of(record.version(), hello).extensions())
        .isEqualTo(hello.extensionTypes());
  }
}
