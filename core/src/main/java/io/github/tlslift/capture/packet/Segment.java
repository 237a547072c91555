package io.github.tlslift.capture.packet;

/** A view of one TCP segment (RFC 9293 3.1); good until the next packet is read. */
public final class Segment {
  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;

  Flow flow = new Flow(new Address(0, 0), 0, new Address(0, 0), 0);
  int sequence;
  int acknowledgement;
  int flags;
  int hops;
  byte[] bytes = new byte[0];
  int start;
  int captured;
  int length;
  long nanos;
  long number;

  /** From where to where. */
  public Flow flow() {
    return flow;
  }

  /** The sequence number of its first byte or flag. */
  public int sequence() {
    return sequence;
  }

  public boolean isAcknowledging() {
    return (flags & ACK) != 0;
  }

  /** What the sender has of the other side's bytes; means nothing without ACK. */
  public int acknowledgement() {
    return acknowledgement;
  }

  public boolean isSyn() {
    return (flags & SYN) != 0;
  }

  public boolean isFin() {
    return (flags & FIN) != 0;
  }

  public boolean isRst() {
    return (flags & RST) != 0;
  }

  /** The time to live or hop limit it arrived with. */
  public int hops() {
    return hops;
  }

  /** The array that the payload lies in. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the payload begins. */
  public int start() {
    return start;
  }

  /** How many bytes of the payload were captured. */
  public int captured() {
    return captured;
  }

  /** How many bytes the payload had on the wire. */
  public int length() {
    return length;
  }

  /** Nanoseconds since 1970. */
  public long nanos() {
    return nanos;
  }

  /** The number of its packet in the file. */
  public long number() {
    return number;
  }
}
