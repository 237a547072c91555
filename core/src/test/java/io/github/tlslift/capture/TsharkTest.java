package io.github.tlslift.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlslift.capture.attempt.Attempt;
import io.github.tlslift.capture.attempt.Talk;
import io.github.tlslift.testkit.Fixtures;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same facts as tshark takes out of a capture. */
final class TsharkTest {
  private static final List<String> FIELDS =
      List.of(
          "tls.handshake.type",
          "tls.handshake.version",
          "tls.handshake.ciphersuite",
          "tls.handshake.extensions_server_name",
          "tls.handshake.ja3",
          "tls.alert_message.desc");

  @BeforeAll
  static void isInstalled() {
    boolean there =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(p -> Files.isExecutable(Path.of(p, "tshark")));
    assumeTrue(there, "no tshark; apt-get install tshark");
  }

  static Stream<String> recorded() {
    return Fixtures.under("captures").stream().filter(f -> f.endsWith(".pcap"));
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void agreesOnRecordedCaptures(String fixture, @TempDir Path folder)
      throws IOException, InterruptedException {
    agrees(Fixtures.bytes(fixture), folder);
  }

  @Test
  void agreesOnSegmentsInDisorderInEveryFormat(@TempDir Path folder)
      throws IOException, InterruptedException {
    Packets packets = Packets.v6().segmentsOf(30).open();
    packets.client(Talks.hello(Talks.TLS12, "host.example", Talks.TLS12, Talks.TLS11));
    packets.server(Talks.join(Talks.answer(Talks.TLS12), Talks.alert(2, 40)));
    List<Packets.Packet> swapped = new ArrayList<>(packets.all());
    swapped.add(4, swapped.remove(5));
    swapped.add(5, swapped.get(4));
    agrees(CaptureWriter.pcapng(swapped, ByteOrder.BIG_ENDIAN, 6), folder);
    agrees(CaptureWriter.gzip(CaptureWriter.pcap(swapped)), folder);
  }

  private static void agrees(byte[] capture, Path folder) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("a.pcap"), capture);
    List<String> ours = Read.file(capture).attempts().stream().flatMap(TsharkTest::facts).toList();
    assertThat(ours).isEqualTo(theirs(file));
  }

  private static List<String> theirs(Path file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tshark", "-r", file.toString()));
    command.addAll(List.of("-o", "tcp.reassemble_out_of_order:TRUE", "-Y", "tls", "-T", "fields"));
    FIELDS.forEach(f -> command.addAll(List.of("-e", f)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    List<List<String>> rows = out.lines().map(l -> Arrays.asList(l.split("\t", -1))).toList();
    List<String> facts = new ArrayList<>();
    for (int i = 1; i < FIELDS.size(); i++) {
      int column = i;
      rows.stream().map(r -> r.get(column)).filter(v -> !v.isEmpty()).forEach(facts::add);
    }
    return facts;
  }

  // In the order of the fields: versions, suites, name, JA3, alerts.
  private static Stream<String> facts(Attempt a) {
    Talk t = a.talk();
    List<String> facts = new ArrayList<>();
    t.hello().ifPresent(h -> facts.add(hex(h.version())));
    t.answer().ifPresent(h -> facts.add(hex(h.version())));
    t.hello()
        .ifPresent(
            h ->
                facts.add(
                    h.suites().stream().map(TsharkTest::hex).collect(Collectors.joining(","))));
    t.answer().ifPresent(h -> facts.add(hex(h.suite())));
    t.hello().flatMap(h -> h.serverName()).ifPresent(facts::add);
    t.hello().flatMap(h -> h.ja3()).ifPresent(facts::add);
    t.alerts().stream()
        .flatMap(s -> s.alert().stream())
        .forEach(x -> facts.add(String.valueOf(x.description())));
    return facts.stream();
  }

  private static String hex(int number) {
    return String.format("0x%04x", number);
  }
}
