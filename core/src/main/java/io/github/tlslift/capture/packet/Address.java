package io.github.tlslift.capture.packet;

/**
 * An IP address; one of IPv4 as IPv6 maps it (RFC 4291 2.5.5.2).
 *
 * @param high the first eight bytes
 * @param low the last eight bytes
 */
public record Address(long high, long low) {
  private static final long MAPPED = 0xFFFFL << 32;

  static Address v4(int bits) {
    return new Address(0, MAPPED | bits & 0xFFFF_FFFFL);
  }

  private boolean isV4() {
    return high == 0 && (low & ~0xFFFF_FFFFL) == MAPPED;
  }

  /** Dotted, or as RFC 5952 writes it. */
  @Override
  public String toString() {
    return isV4() ? dotted() : colons();
  }

  private String dotted() {
    return (low >> 24 & 0xFF)
        + "."
        + (low >> 16 & 0xFF)
        + "."
        + (low >> 8 & 0xFF)
        + "."
        + (low & 0xFF);
  }

  private int group(int index) {
    return (int) ((index < 4 ? high : low) >>> 48 - 16 * (index % 4)) & 0xFFFF;
  }

  private String colons() {
    int longest = 0;
    int from = -1;
    for (int i = 0; i < 8; i++) {
      int run = zeros(i);
      if (run > longest && run > 1) {
        longest = run;
        from = i;
      }
    }
    return from < 0 ? groups(0, 8) : groups(0, from) + "::" + groups(from + longest, 8);
  }

  private int zeros(int from) {
    int end = from;
    while (end < 8 && group(end) == 0) {
      end++;
    }
    return end - from;
  }

  private String groups(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ":").append(Integer.toHexString(group(i)));
    }
    return text.toString();
  }
}
