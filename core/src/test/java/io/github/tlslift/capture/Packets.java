package io.github.tlslift.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The packets of TCP connections, made by hand; each is an IP packet with its time. */
final class Packets {
  static final int FIN = 1;
  static final int SYN = 2;
  static final int RST = 4;
  static final int ACK = 16;
  private static final long MILLISECOND = 1_000_000;

  /** A packet. */
  record Packet(long nanos, byte[] bytes) {}

  private final List<Packet> all = new ArrayList<>();
  private final boolean v6;
  private final int clientPort;
  private final int serverPort;
  private long nanos = 1_700_000_000_000_000_000L;
  private int clientNext = 0xFFFF_FF00;
  private int serverNext = 5000;
  private int serverHops = 60;
  private int most = 1400;

  private Packets(boolean v6, int clientPort, int serverPort) {
    this.v6 = v6;
    this.clientPort = clientPort;
    this.serverPort = serverPort;
  }

  /** Over IPv4, to port 443. */
  static Packets v4() {
    return new Packets(false, 50_000, 443);
  }

  static Packets v6() {
    return new Packets(true, 50_000, 443);
  }

  static Packets to(int serverPort) {
    return new Packets(false, 50_000, serverPort);
  }

  static Packets from(int clientPort) {
    return new Packets(false, clientPort, 443);
  }

  List<Packet> all() {
    return all;
  }

  /** Cuts what is sent into segments of at most so many bytes. */
  Packets segmentsOf(int bytes) {
    most = bytes;
    return this;
  }

  Packets pause(double seconds) {
    nanos += (long) (seconds * 1e9);
    return this;
  }

  /** From here on what comes from the server's address has come another way. */
  Packets serverHops(int hops) {
    serverHops = hops;
    return this;
  }

  Packets open() {
    return syn().add(false, SYN | ACK, new byte[0]).add(true, ACK, new byte[0]);
  }

  Packets syn() {
    return add(true, SYN, new byte[0]);
  }

  /** The client sends something again, in whatever words. */
  Packets clientAgain(byte[] bytes) {
    return back(bytes.length).client(bytes);
  }

  /** The client goes on so many bytes before where it was. */
  Packets back(int bytes) {
    clientNext -= bytes;
    return this;
  }

  Packets client(byte[] bytes) {
    return send(true, bytes);
  }

  Packets server(byte[] bytes) {
    return send(false, bytes);
  }

  private Packets send(boolean byClient, byte[] bytes) {
    for (int at = 0; at < bytes.length; at += most) {
      int count = Math.min(most, bytes.length - at);
      add(byClient, ACK, Arrays.copyOfRange(bytes, at, at + count));
    }
    return this;
  }

  Packets clientFlags(int flags) {
    return add(true, flags, new byte[0]);
  }

  Packets serverFlags(int flags) {
    return add(false, flags, new byte[0]);
  }

  private Packets add(boolean byClient, int flags, byte[] data) {
    nanos += MILLISECOND;
    byte[] tcp = tcp(byClient, flags, data);
    int advance = data.length + ((flags & (SYN | FIN)) != 0 ? 1 : 0);
    clientNext += byClient ? advance : 0;
    serverNext += byClient ? 0 : advance;
    all.add(new Packet(nanos, v6 ? ip6(byClient, tcp) : ip4(byClient, tcp)));
    return this;
  }

  private byte[] tcp(boolean byClient, int flags, byte[] data) {
    return ByteBuffer.allocate(20 + data.length)
        .putShort((short) (byClient ? clientPort : serverPort))
        .putShort((short) (byClient ? serverPort : clientPort))
        .putInt(byClient ? clientNext : serverNext)
        .putInt(byClient ? serverNext : clientNext)
        .put((byte) 0x50)
        .put((byte) flags)
        .putShort((short) 8192)
        .putInt(0)
        .put(data)
        .array();
  }

  private byte[] ip4(boolean byClient, byte[] tcp) {
    return ByteBuffer.allocate(20 + tcp.length)
        .putShort((short) 0x4500)
        .putShort((short) (20 + tcp.length))
        .putInt(0x0000_4000)
        .put((byte) (byClient ? 64 : serverHops))
        .put((byte) 6)
        .putShort((short) 0)
        .putInt(byClient ? 0x0A00_0001 : 0x0A00_0002)
        .putInt(byClient ? 0x0A00_0002 : 0x0A00_0001)
        .put(tcp)
        .array();
  }

  private byte[] ip6(boolean byClient, byte[] tcp) {
    return ByteBuffer.allocate(40 + tcp.length)
        .putInt(0x6000_0000)
        .putShort((short) tcp.length)
        .put((byte) 6)
        .put((byte) (byClient ? 64 : serverHops))
        .putLong(0x2001_0db8_0000_0000L)
        .putLong(byClient ? 1 : 2)
        .putLong(0x2001_0db8_0000_0000L)
        .putLong(byClient ? 2 : 1)
        .put(tcp)
        .array();
  }
}
