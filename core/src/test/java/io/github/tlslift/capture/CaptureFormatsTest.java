package io.github.tlslift.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.tlslift.capture.Packets.Packet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and headers of every kind, and what is left of them when they are cut off or broken. */
final class CaptureFormatsTest {
  private static final ByteOrder[] ORDERS = {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN};

  private static List<Packet> refused() {
    return refused(Packets.v4());
  }

  private static List<Packet> refused(Packets packets) {
    return packets
        .open()
        .client(Talks.hello(Talks.TLS10, "host.example"))
        .server(Talks.alert(2, 70))
        .serverFlags(Packets.FIN | Packets.ACK)
        .clientFlags(Packets.FIN | Packets.ACK)
        .all();
  }

  private static final List<String> STORY =
      List.of(
          "the client asks for at most TLS 1.0 and for the host host.example, with 3 cipher suites,"
              + " at 0.003 s",
          "the server sends fatal alert 70 (protocol_version), at 0.004 s",
          "the server closes the connection (FIN), at 0.005 s");

  @ParameterizedTest
  @ValueSource(ints = {1, 1000})
  void pcapIsReadInBothByteOrdersAndUnits(int unit) {
    for (ByteOrder order : ORDERS) {
      Read read = Read.file(CaptureWriter.pcap(refused(), order, unit, CaptureWriter.RAW, p -> p));
      assertThat(read.story()).isEqualTo(STORY);
      assertThat(read.gaps()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 2})
  void pcapngIsReadInBothByteOrders(int blockType) {
    for (ByteOrder order : ORDERS) {
      Read read = Read.file(CaptureWriter.pcapng(refused(), order, blockType));
      assertThat(read.story()).isEqualTo(STORY);
      assertThat(read.gaps()).isEmpty();
    }
  }

  @Test
  void simplePacketsHaveNoTime() {
    Read read = Read.file(CaptureWriter.pcapng(refused(), ByteOrder.BIG_ENDIAN, 3));
    assertThat(read.story().get(1))
        .isEqualTo("the server sends fatal alert 70 (protocol_version), at 0.000 s");
  }

  @Test
  void sectionsMayChangeTheByteOrder() {
    List<Packet> all = refused();
    Read read =
        Read.file(
            Talks.join(
                CaptureWriter.pcapng(all.subList(0, 4), ByteOrder.BIG_ENDIAN, 6),
                CaptureWriter.pcapng(all.subList(4, 7), ByteOrder.LITTLE_ENDIAN, 6)));
    assertThat(read.story()).isEqualTo(STORY);
  }

  @Test
  void zippedOnesAreUnzipped() {
    byte[] pcap = CaptureWriter.pcap(refused());
    assertThat(Read.file(CaptureWriter.gzip(pcap)).story()).isEqualTo(STORY);
    byte[] pcapng = CaptureWriter.pcapng(refused(), ByteOrder.LITTLE_ENDIAN, 6);
    assertThat(Read.file(CaptureWriter.gzip(pcapng)).story()).isEqualTo(STORY);
  }

  // The header of a link in hexadecimal; the type of IPv6 stands where I is.
  @ParameterizedTest
  @CsvSource({
    "1, 0000000000010000000000020800, Ethernet",
    "1, 000000000001000000000002810000640800, VLAN",
    "1, 00000000000100000000000288a80064810000650800, VLAN of a provider",
    "1, 000000000001000000000002886411000001002a0021, PPPoE",
    "113, 00000001000600000000000100000800, Linux cooked",
    "276, 0800000000000001000100060000000000010000, Linux cooked 2",
    "0, 02000000, BSD of a little-endian machine",
    "0, 00000002, BSD of a big-endian machine",
    "108, 00000002, OpenBSD loopback",
    "101, '', raw IP",
    "228, '', raw IPv4"
  })
  void linkIsTakenOff(int type, String header, String name) {
    byte[] link = HexFormat.of().parseHex(header);
    byte[] file =
        CaptureWriter.pcap(
            refused(), ByteOrder.LITTLE_ENDIAN, 1, type, ip -> Talks.join(link, ip, new byte[6]));
    assertThat(Read.file(file).story()).as(name).isEqualTo(STORY);
  }

  @Test
  void unknownLinkIsNamedAndNotGuessed() {
    byte[] file = CaptureWriter.pcap(refused(), ByteOrder.LITTLE_ENDIAN, 1, 127, ip -> ip);
    Read read = Read.file(file);
    assertThat(read.attempts()).isEmpty();
    assertThat(read.gaps())
        .containsExactly("packet 1: link type 127 is not read, and 6 more like it");
  }

  @Test
  void ipv6IsReadBehindItsExtensionHeaders() {
    assertThat(Read.packets(refused(Packets.v6())).story()).isEqualTo(STORY);
    List<Packet> extended =
        refused(Packets.v6()).stream()
            .map(
                p ->
                    new Packet(
                        p.nanos(), with(p.bytes(), 0, "3c00000000000000" + "0600000000000000")))
            .toList();
    Read read = Read.packets(extended);
    assertThat(read.story()).isEqualTo(STORY);
    assertThat(read.only().client()).hasToString("[2001:db8::1]:50000");
  }

  // Puts extension headers into a packet of IPv6, the first of a type.
  private static byte[] with(byte[] packet, int type, String headers) {
    byte[] more = HexFormat.of().parseHex(headers);
    byte[] head = Arrays.copyOf(packet, 40);
    ByteBuffer.wrap(head)
        .putShort(4, (short) (packet.length - 40 + more.length))
        .put(6, (byte) type);
    return Talks.join(head, more, Arrays.copyOfRange(packet, 40, packet.length));
  }

  @Test
  void ipv4OptionsArePassed() {
    List<Packet> optioned =
        refused().stream().map(p -> new Packet(p.nanos(), optioned(p.bytes()))).toList();
    assertThat(Read.packets(optioned).story()).isEqualTo(STORY);
  }

  private static byte[] optioned(byte[] packet) {
    byte[] head = Arrays.copyOf(packet, 20);
    ByteBuffer.wrap(head).put(0, (byte) 0x46).putShort(2, (short) (packet.length + 4));
    byte[] rest = Arrays.copyOfRange(packet, 20, packet.length);
    return Talks.join(head, new byte[] {1, 1, 1, 0}, rest);
  }

  @Test
  void fragmentsAreNamed() {
    List<Packet> packets = refused();
    ByteBuffer.wrap(packets.get(3).bytes()).putShort(6, (short) 0x2000);
    assertThat(Read.packets(packets).gaps())
        .containsExactly("packet 4: an IP fragment, which is not joined with the others");
    List<Packet> v6 =
        refused(Packets.v6()).stream()
            .map(p -> new Packet(p.nanos(), with(p.bytes(), 44, "0600000100000001")))
            .toList();
    assertThat(Read.packets(v6).gaps())
        .containsExactly(
            "packet 1: an IP fragment, which is not joined with the others, and 6 more like it");
  }

  @Test
  void everyCutIsReadAsFarAsItGoes() {
    List<Packet> packets = refused();
    for (byte[] whole :
        List.of(
            CaptureWriter.pcap(packets),
            CaptureWriter.pcapng(packets, ByteOrder.BIG_ENDIAN, 6),
            CaptureWriter.gzip(CaptureWriter.pcap(packets)))) {
      for (int end = 0; end < whole.length; end++) {
        byte[] cut = Arrays.copyOf(whole, end);
        assertThatCode(() -> Read.file(cut)).as("cut after " + end).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void cutInsideAPacketIsSaidWithItsPlace() {
    byte[] whole = CaptureWriter.pcap(refused());
    Read read = Read.file(Arrays.copyOf(whole, whole.length - 1));
    assertThat(read.gaps())
        .containsExactly("Packet Data at offset 444: the file ends inside packet 7");
    assertThat(read.story()).isEqualTo(STORY);
  }

  @Test
  void everySnapLengthIsReadAsFarAsItGoes() {
    for (int snap = 0; snap < 140; snap++) {
      Read read = Read.file(CaptureWriter.pcap(refused(), snap));
      assertThat(snap < 40 ? read.gaps() : List.of("whole")).as("of " + snap).isNotEmpty();
    }
    Read read = Read.file(CaptureWriter.pcap(refused(), 56));
    assertThat(read.cause()).isEqualTo("client-protocol-too-old");
    assertThat(read.only().doubts()).contains("the ClientHello cannot be read to its end");
  }

  @Test
  void everyByteMayBeBroken() {
    for (byte[] whole :
        List.of(
            CaptureWriter.pcap(refused()),
            CaptureWriter.pcapng(refused(Packets.v6()), ByteOrder.LITTLE_ENDIAN, 6))) {
      for (int i = 0; i < whole.length; i++) {
        for (int value : new int[] {0, 0x7F, 0x80, 0xFF}) {
          byte[] broken = whole.clone();
          broken[i] = (byte) value;
          int at = i;
          assertThatCode(() -> Read.file(broken)).as("byte " + at).doesNotThrowAnyException();
        }
      }
    }
  }

  @Test
  void whatIsNoCaptureSaysHowToMakeOne() {
    assertThat(Read.file(Talks.text("GMBU and more of it")).gaps())
        .containsExactly(
            "magic number at offset 0: neither pcap nor pcapng; turn what Windows recorded into"
                + " pcapng, .etl with 'pktmon etl2pcap' and .cap with 'editcap'");
    assertThat(Read.file(new byte[0]).gaps()).hasSize(1);
  }
}
