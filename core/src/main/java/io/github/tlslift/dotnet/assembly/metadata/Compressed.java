package io.github.tlslift.dotnet.assembly.metadata;

import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;

/** Numbers of one, two or four bytes, big end first (ECMA-335 II.23.2). */
public final class Compressed {
  private Compressed() {}

  /** Reads an unsigned number. */
  public static int unsigned(ByteReader in, String field) throws MalformedInputException {
    int first = in.u8(field);
    if ((first & 0x80) == 0) {
      return first;
    }
    if ((first & 0x40) == 0) {
      return (first & 0x3F) << 8 | in.u8(field);
    }
    if ((first & 0x20) == 0) {
      int high = (first & 0x1F) << 24 | in.u8(field) << 16;
      return high | in.u8(field) << 8 | in.u8(field);
    }
    throw new MalformedInputException(
        in.position() - 1, field, "0x" + Integer.toHexString(first) + " begins no number");
  }

  /** Reads a signed number: its sign is the lowest bit. */
  public static int signed(ByteReader in, String field) throws MalformedInputException {
    int before = in.position();
    int number = unsigned(in, field);
    int value = number >>> 1;
    if ((number & 1) == 0) {
      return value;
    }
    int bits = in.position() - before;
    return value - (bits == 1 ? 0x40 : bits == 2 ? 0x2000 : 0x1000_0000);
  }
}
