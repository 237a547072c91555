package io.github.tlslift.capture;

import io.github.tlslift.capture.Packets.Packet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Writes captures in every format that is read. */
final class CaptureWriter {
  static final int ETHERNET = 1;
  static final int RAW = 101;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteOrder order;
  private int snap = Integer.MAX_VALUE;

  private CaptureWriter(ByteOrder order) {
    this.order = order;
  }

  /** The packets as a pcap file of raw IP. */
  static byte[] pcap(List<Packet> packets) {
    return pcap(packets, ByteOrder.LITTLE_ENDIAN, 1000, RAW, p -> p);
  }

  /** The same, of each packet so many bytes at most. */
  static byte[] pcap(List<Packet> packets, int snap) {
    CaptureWriter writer = new CaptureWriter(ByteOrder.LITTLE_ENDIAN);
    writer.snap = snap;
    return writer.pcap(packets, 1000, RAW, p -> p);
  }

  static byte[] pcap(
      List<Packet> packets, ByteOrder order, int unit, int linkType, UnaryOperator<byte[]> link) {
    return new CaptureWriter(order).pcap(packets, unit, linkType, link);
  }

  private byte[] pcap(List<Packet> packets, int unit, int linkType, UnaryOperator<byte[]> link) {
    int magic = unit == 1 ? 0xa1b23c4d : 0xa1b2c3d4;
    out.writeBytes(numbers(magic, order == ByteOrder.BIG_ENDIAN ? 0x0002_0004 : 0x0004_0002));
    out.writeBytes(numbers(0, 0, 1 << 18, linkType));
    for (Packet packet : packets) {
      byte[] bytes = link.apply(packet.bytes());
      int captured = Math.min(snap, bytes.length);
      long second = packet.nanos() / 1_000_000_000;
      long rest = packet.nanos() % 1_000_000_000 / unit;
      out.writeBytes(numbers((int) second, (int) rest, captured, bytes.length));
      out.write(bytes, 0, captured);
    }
    return out.toByteArray();
  }

  /** The packets as a section of a pcapng file, in blocks of a type: 6, 3 or 2. */
  static byte[] pcapng(List<Packet> packets, ByteOrder order, int blockType) {
    CaptureWriter writer = new CaptureWriter(order);
    writer.block(
        0x0A0D0D0A,
        writer.numbers(0x1A2B3C4D, order == ByteOrder.BIG_ENDIAN ? 1 << 16 : 1, -1, -1));
    writer.block(0x0BAD, new byte[20]);
    writer.block(1, writer.interfaceOfNanoseconds());
    for (Packet packet : packets) {
      writer.packet(packet, blockType);
    }
    return writer.out.toByteArray();
  }

  // The link type and, as an option, the resolution of the timestamps.
  private byte[] interfaceOfNanoseconds() {
    return ByteBuffer.allocate(20)
        .order(order)
        .putShort((short) RAW)
        .putShort((short) 0)
        .putInt(0)
        .putShort((short) 9)
        .putShort((short) 1)
        .put((byte) 9)
        .array();
  }

  private void packet(Packet packet, int blockType) {
    int length = packet.bytes().length;
    byte[] padded = Arrays.copyOf(packet.bytes(), length + 3 & ~3);
    byte[] head =
        blockType == 3
            ? numbers(length)
            : numbers(0, (int) (packet.nanos() >> 32), (int) packet.nanos(), length, length);
    block(blockType, Talks.join(head, padded));
  }

  private void block(int type, byte[] body) {
    out.writeBytes(numbers(type, body.length + 12));
    out.writeBytes(body);
    out.writeBytes(numbers(body.length + 12));
  }

  private byte[] numbers(int... numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * numbers.length).order(order);
    for (int number : numbers) {
      buffer.putInt(number);
    }
    return buffer.array();
  }

  static byte[] gzip(byte[] file) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
