package io.github.tlslift.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.capture.Packets.Packet;
import io.github.tlslift.capture.attempt.Attempt;
import io.github.tlslift.capture.attempt.Side;
import io.github.tlslift.capture.attempt.Talk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Segments in any order, again, overlapping, lost; and connections beyond counting. */
final class TcpOrderTest {
  private static final int OPENING = 3;

  private static Packets small() {
    return Packets.v4()
        .segmentsOf(20)
        .open()
        .client(Talks.hello(Talks.TLS12, "host.example"))
        .server(
            Talks.join(
                Talks.answer(Talks.TLS12), Talks.certificate(new byte[300]), Talks.alert(2, 80)));
  }

  private static List<String> facts(Attempt a) {
    Talk t = a.talk();
    return List.of(
        t.hello().map(h -> h.ja3() + " " + h.serverName()).orElse("no hello"),
        t.answer().map(h -> h.version() + " " + h.suite()).orElse("no answer"),
        t.chain().size() + " certificates",
        t.alerts().stream().map(s -> s.by() + " " + s.alert()).toList().toString());
  }

  @Test
  void anyOrderOfDataGivesTheSame() {
    List<Packet> inOrder = small().all();
    List<String> expected = facts(Read.packets(inOrder).only());
    assertThat(expected)
        .contains("1 certificates", "[the server Optional[Alert[level=2, description=80]]]");
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      List<Packet> shuffled = new ArrayList<>(inOrder);
      Collections.shuffle(shuffled.subList(OPENING, shuffled.size()), random);
      Attempt read = Read.packets(shuffled).only();
      assertThat(facts(read)).isEqualTo(expected);
      assertThat(read.doubts()).isEmpty();
    }
  }

  @Test
  void segmentsThatComeAgainCountOnce() {
    List<Packet> once = small().all();
    List<Packet> twice = new ArrayList<>();
    once.forEach(p -> twice.addAll(List.of(p, p)));
    Attempt read = Read.packets(twice).only();
    assertThat(facts(read)).isEqualTo(facts(Read.packets(once).only()));
    assertThat(read.resent()).isPositive();
    assertThat(Read.packets(once).only().resent()).isZero();
  }

  @Test
  void ofOverlapsTheFirstCopyCounts() {
    byte[] hello = Talks.hello(Talks.TLS12, "host.example");
    byte[] other = Talks.hello(Talks.TLS12, "evil.example");
    byte[] first = Arrays.copyOf(hello, 60);
    Packets packets = Packets.v4().open().client(first).clientAgain(first);
    packets.client(Arrays.copyOfRange(hello, 60, hello.length)).clientAgain(other);
    assertThat(Read.packets(packets.all()).only().talk().hello().get().serverName())
        .contains("host.example");
  }

  @Test
  void segmentThatBringsOldAndNewIsCut() {
    byte[] hello = Talks.hello(Talks.TLS12, "host.example");
    Packets packets = Packets.v4().open().client(Arrays.copyOf(hello, 30));
    packets.back(20).client(Arrays.copyOfRange(hello, 10, hello.length));
    assertThat(Read.packets(packets.all()).only().talk().hello().get().isWhole()).isTrue();
  }

  @Test
  void eachLostSegmentIsSaid() {
    List<Packet> all = small().all();
    for (int lost = OPENING; lost < all.size() - 1; lost++) {
      List<Packet> rest = new ArrayList<>(all);
      byte[] gone = rest.remove(lost).bytes();
      boolean last = isLastOfClient(all, lost);
      List<String> expected = new ArrayList<>();
      expected.add(
          (gone.length - 40)
              + " bytes of "
              + (isByClient(gone) ? Side.CLIENT : Side.SERVER)
              + " are not in the capture");
      Attempt read = Read.packets(rest).only();
      if (!last) {
        assertThat(read.doubts()).as("without packet " + lost).containsAll(expected);
      }
    }
  }

  private static boolean isByClient(byte[] packet) {
    return packet[15] == 1;
  }

  private static boolean isLastOfClient(List<Packet> all, int index) {
    return isByClient(all.get(index).bytes()) && !isByClient(all.get(index + 1).bytes());
  }

  @Test
  void lateStartIsSaid() {
    List<Packet> all = small().all();
    Attempt afterOpening = Read.packets(all.subList(OPENING, all.size())).only();
    assertThat(afterOpening.doubts())
        .containsExactly("the capture starts after the connection was opened");
    assertThat(afterOpening.talk().hello()).isPresent();
    int answer =
        (int)
            all.stream().takeWhile(p -> all.indexOf(p) < OPENING || isByClient(p.bytes())).count();
    Read afterHello = Read.packets(all.subList(answer, all.size()));
    assertThat(afterHello.only().talk().answer()).isPresent();
    assertThat(afterHello.only().client().port()).isEqualTo(50_000);
  }

  @Test
  void portUsedAgainIsAnotherConnection() {
    List<Packet> all = new ArrayList<>(small().serverFlags(Packets.RST).all());
    all.addAll(
        Packets.v4().pause(9).open().client(Talks.hello(Talks.TLS10, "a.example")).all().stream()
            .map(TcpOrderTest::renumbered)
            .toList());
    Read read = Read.packets(all);
    assertThat(read.attempts()).hasSize(2);
    assertThat(read.attempts().get(1).talk().hello().get().version()).isEqualTo(Talks.TLS10);
  }

  // The next connection has other sequence numbers.
  private static Packet renumbered(Packet packet) {
    byte[] bytes = packet.bytes().clone();
    bytes[24] ^= 0x40;
    bytes[28] ^= 0x40;
    return new Packet(packet.nanos(), bytes);
  }

  @Test
  void moreConnectionsThanAreHeldAreEachToldOnce() {
    List<Packet> all = new ArrayList<>();
    IntStream.range(1, 20_001)
        .forEach(
            port ->
                all.addAll(
                    Packets.from(port + 20_000)
                        .open()
                        .client(Talks.hello(Talks.TLS12, "host.example"))
                        .all()));
    Read read = Read.packets(all);
    assertThat(read.attempts()).hasSize(20_000);
    assertThat(read.attempts().stream().map(Attempt::packet).distinct()).hasSize(20_000);
    assertThat(read.attempts().get(0).doubts()).hasSize(1);
    assertThat(read.attempts().get(19_999).doubts()).isEmpty();
  }

  @Test
  void bytesWithoutEndAreNotKept() {
    Packets packets = Packets.v4().open();
    for (int i = 0; i < 200; i++) {
      packets.client(new byte[60_000]).pause(0.001);
    }
    Read read = Read.packets(packets.all());
    assertThat(read.only().talk().hello()).isEmpty();
  }
}
