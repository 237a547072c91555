package io.github.tlslift.capture.packet;

/** Takes the header of the link off; the link types are those of tcpdump.org. */
final class Link {
  static final int IPV4 = 0x0800;
  static final int IPV6 = 0x86DD;
  static final int OTHER = 0;
  static final int UNKNOWN = -1;
  static final int CUT_OFF = -2;

  private static final int NULL = 0;
  private static final int ETHERNET = 1;
  private static final int RAW_BSD = 12;
  private static final int RAW_OPENBSD = 14;
  private static final int RAW = 101;
  private static final int LOOP = 108;
  private static final int LINUX_COOKED = 113;
  private static final int ONLY_IPV4 = 228;
  private static final int ONLY_IPV6 = 229;
  private static final int LINUX_COOKED_2 = 276;
  private static final int VLAN = 0x8100;
  private static final int PROVIDER_VLAN = 0x88A8;
  private static final int OLD_PROVIDER_VLAN = 0x9100;
  private static final int PPPOE = 0x8864;

  private Link() {}

  /** The type of what follows, as Ethernet numbers it, or one of the constants above. */
  static int take(int linkType, Headers in) {
    return switch (linkType) {
      case ETHERNET -> typed(in, 12, 14);
      case LINUX_COOKED -> typed(in, 14, 16);
      case LINUX_COOKED_2 -> typed(in, 0, 20);
      case NULL, LOOP -> family(in);
      case RAW, RAW_BSD, RAW_OPENBSD -> byVersion(in);
      case ONLY_IPV4 -> IPV4;
      case ONLY_IPV6 -> IPV6;
      default -> UNKNOWN;
    };
  }

  private static int typed(Headers in, int typeAt, int length) {
    if (!in.has(length)) {
      return CUT_OFF;
    }
    int type = in.u16(typeAt);
    in.pass(length);
    return tagged(type, in);
  }

  // IEEE 802.1Q: two bytes of tag, then the next type; a provider's tag stands before.
  private static int tagged(int first, Headers in) {
    int type = first;
    while (type == VLAN || type == PROVIDER_VLAN || type == OLD_PROVIDER_VLAN) {
      if (!in.has(4)) {
        return CUT_OFF;
      }
      type = in.u16(2);
      in.pass(4);
    }
    return type == PPPOE ? pppoe(in) : type == IPV4 || type == IPV6 ? type : OTHER;
  }

  // RFC 2516 4, then the protocol of RFC 1661 2.
  private static int pppoe(Headers in) {
    if (!in.has(8)) {
      return CUT_OFF;
    }
    int protocol = in.u16(6);
    in.pass(8);
    return protocol == 0x0021 ? IPV4 : protocol == 0x0057 ? IPV6 : OTHER;
  }

  // The address family in the byte order of the machine that captured; IPv6 has three numbers.
  private static int family(Headers in) {
    if (!in.has(4)) {
      return CUT_OFF;
    }
    int family = in.u8(0) == 0 ? in.i32(0) : Integer.reverseBytes(in.i32(0));
    in.pass(4);
    return switch (family) {
      case 2 -> IPV4;
      case 10, 24, 28, 30 -> IPV6;
      default -> OTHER;
    };
  }

  private static int byVersion(Headers in) {
    if (!in.has(1)) {
      return CUT_OFF;
    }
    int version = in.u8(0) >> 4;
    return version == 4 ? IPV4 : version == 6 ? IPV6 : OTHER;
  }
}
