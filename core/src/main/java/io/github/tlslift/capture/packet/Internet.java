package io.github.tlslift.capture.packet;

/** Takes the header of IP off; says where from, where to, and how much follows. */
final class Internet {
  static final int TCP = 6;

  /** What came of it. */
  enum Outcome {
    TCP,
    OTHER,
    FRAGMENT,
    CUT_OFF,
    MALFORMED
  }

  private static final int HOP_BY_HOP = 0;
  private static final int ROUTING = 43;
  private static final int FRAGMENTED = 44;
  private static final int AUTHENTICATION = 51;
  private static final int DESTINATION = 60;
  private static final int V6_HEADER = 40;

  Address from = new Address(0, 0);
  Address to = new Address(0, 0);
  int hops;
  int length;

  Outcome take(int type, Headers in) {
    return type == Link.IPV4 ? v4(in) : v6(in);
  }

  // RFC 791 3.1. A total length of zero is that of a segment the network card will cut.
  private Outcome v4(Headers in) {
    if (!in.has(20)) {
      return Outcome.CUT_OFF;
    }
    int header = (in.u8(0) & 0xF) * 4;
    int total = in.u16(2) == 0 ? in.left() : in.u16(2);
    if (in.u8(0) >> 4 != 4 || header < 20 || total < header) {
      return Outcome.MALFORMED;
    }
    if (in.u8(9) != TCP) {
      return Outcome.OTHER;
    }
    if ((in.u16(6) & 0x3FFF) != 0) {
      return Outcome.FRAGMENT;
    }
    hops = in.u8(8);
    from = Address.v4(in.i32(12));
    to = Address.v4(in.i32(16));
    return payload(in, header, total);
  }

  private Outcome payload(Headers in, int header, int total) {
    if (!in.has(header)) {
      return Outcome.CUT_OFF;
    }
    in.endAfter(total);
    in.pass(header);
    length = total - header;
    return Outcome.TCP;
  }

  // RFC 8200 3. A payload length of zero is again that of an uncut segment.
  private Outcome v6(Headers in) {
    if (!in.has(V6_HEADER)) {
      return Outcome.CUT_OFF;
    }
    if (in.u8(0) >> 4 != 6) {
      return Outcome.MALFORMED;
    }
    int next = in.u8(6);
    int total = in.u16(4) == 0 ? in.left() : V6_HEADER + in.u16(4);
    hops = in.u8(7);
    from = new Address(in.i64(8), in.i64(16));
    to = new Address(in.i64(24), in.i64(32));
    payload(in, V6_HEADER, total);
    return extensions(next, in);
  }

  // RFC 8200 4: each names the next and its own length, one way or another.
  private Outcome extensions(int first, Headers in) {
    int next = first;
    while (next != TCP) {
      boolean known =
          next == HOP_BY_HOP || next == ROUTING || next == DESTINATION || next == AUTHENTICATION;
      if (!known && next != FRAGMENTED) {
        return Outcome.OTHER;
      }
      if (!in.has(8)) {
        return Outcome.CUT_OFF;
      }
      if (next == FRAGMENTED && (in.u16(2) & 0xFFF9) != 0) {
        return in.u8(0) == TCP ? Outcome.FRAGMENT : Outcome.OTHER;
      }
      int size = size(next, in.u8(1));
      next = in.u8(0);
      if (size > length) {
        return Outcome.MALFORMED;
      }
      if (!in.has(size)) {
        return Outcome.CUT_OFF;
      }
      in.pass(size);
      length -= size;
    }
    return Outcome.TCP;
  }

  private static int size(int header, int field) {
    return switch (header) {
      case FRAGMENTED -> 8;
      case AUTHENTICATION -> 4 * (field + 2);
      default -> 8 * (field + 1);
    };
  }
}
