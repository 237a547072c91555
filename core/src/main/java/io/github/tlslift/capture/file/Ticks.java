package io.github.tlslift.capture.file;

/**
 * What a timestamp of an interface counts (draft-ietf-opsawg-pcapng, {@code if_tsresol} and {@code
 * if_tsoffset}).
 *
 * @param perSecond at least 1
 * @param offset seconds to add
 */
record Ticks(long perSecond, long offset) {
  static final Ticks MICROSECOND = new Ticks(1_000_000, 0);
  private static final long SECOND = 1_000_000_000L;

  /** The same with another resolution: a power of two with the highest bit set, else of ten. */
  Ticks resolution(int value) {
    int exponent = value & 0x7F;
    return (value & 0x80) != 0
        ? new Ticks(1L << Math.min(exponent, 62), offset)
        : new Ticks((long) Math.pow(10, Math.min(exponent, 18)), offset);
  }

  Ticks offset(long seconds) {
    return new Ticks(perSecond, seconds);
  }

  /** A timestamp in nanoseconds since 1970. */
  long nanos(long timestamp) {
    long seconds = Long.divideUnsigned(timestamp, perSecond);
    long rest = Long.remainderUnsigned(timestamp, perSecond);
    return (seconds + offset) * SECOND + (long) ((double) rest * SECOND / perSecond);
  }
}
