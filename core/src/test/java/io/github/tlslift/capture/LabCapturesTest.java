package io.github.tlslift.capture;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.capture.attempt.Attempt;
import io.github.tlslift.capture.attempt.Hello;
import io.github.tlslift.capture.attempt.SentAlert;
import io.github.tlslift.capture.attempt.Side;
import io.github.tlslift.capture.judge.Judge;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Cause;
import io.github.tlslift.testkit.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Captures of .NET programs in Mono, and what tshark says of them. */
final class LabCapturesTest {

  static Stream<NamedCsvRecord> captures() {
    return CsvTable.load(LabCapturesTest.class, "/fixtures/captures/captures.csv", r -> r).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void haveTheFactsThatTsharkSees(NamedCsvRecord row) throws IOException {
    Attempt attempt = attempt(row);
    assertThat(attempt.doubts()).isEmpty();
    assertThat(hello(attempt))
        .isEqualTo(
            Stream.of("record_version", "hello_version", "ciphers", "sni", "ja3")
                .map(row::getField)
                .filter(f -> !f.isEmpty())
                .toList());
    assertThat(attempt.talk().alerts().stream().map(LabCapturesTest::alert).toList())
        .isEqualTo(Stream.of(row.getField("alert")).filter(a -> !a.isEmpty()).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void haveTheCauseThatTheyWereMadeFor(NamedCsvRecord row) throws IOException {
    assertThat(Judge.of(attempt(row)).cause().map(Cause::id).orElse("none"))
        .isEqualTo(row.getField("cause"));
  }

  @Test
  void areAllInTheTable() {
    assertThat(captures().map(r -> "captures/" + r.getField("capture") + ".pcap"))
        .containsExactlyInAnyOrderElementsOf(
            Fixtures.under("captures").stream().filter(f -> f.endsWith(".pcap")).toList());
  }

  private static Attempt attempt(NamedCsvRecord row) throws IOException {
    byte[] file = Fixtures.bytes("captures/" + row.getField("capture") + ".pcap");
    List<Attempt> all = new ArrayList<>();
    CaptureSummary summary = Capture.read("a.pcap", new ByteArrayInputStream(file), all::add);
    assertThat(summary.gaps()).isEmpty();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<String> hello(Attempt attempt) {
    return attempt.talk().hello().stream().flatMap(LabCapturesTest::fields).toList();
  }

  private static Stream<String> fields(Hello h) {
    return Stream.of(
        hex(h.recordVersion()),
        hex(h.version()),
        h.suites().stream().map(LabCapturesTest::hex).collect(Collectors.joining(" ")),
        h.serverName().orElse("no name"),
        h.ja3().orElse("no JA3"));
  }

  private static String hex(int number) {
    return String.format("%04x", number);
  }

  private static String alert(SentAlert sent) {
    return (sent.by() == Side.CLIENT ? "client:" : "server:")
        + sent.alert().map(a -> String.valueOf(a.description())).orElse("encrypted");
  }
}
