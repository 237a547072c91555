package io.github.tlslift.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A stretch of a stream held in memory, moved on as it is read; numbers in either byte order. */
final class Window {
  private static final int SIZE = 1 << 20;
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final InputStream in;
  private final byte[] bytes = new byte[SIZE];
  private int at;
  private int end;
  private long passed;
  private boolean bigEndian;

  Window(InputStream in) {
    this.in = in;
  }

  void bigEndian(boolean big) {
    bigEndian = big;
  }

  /** Whether that many bytes are there, at most {@link #SIZE}. */
  boolean has(int count) throws IOException {
    return count <= end - at || fill(count);
  }

  private boolean fill(int count) throws IOException {
    System.arraycopy(bytes, at, bytes, 0, end - at);
    end -= at;
    at = 0;
    while (end < count) {
      int read = in.read(bytes, end, SIZE - end);
      if (read < 0) {
        return false;
      }
      end += read;
    }
    return true;
  }

  /** How many bytes are in memory. */
  int held() {
    return end - at;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the next byte is in {@link #bytes()}. */
  int at() {
    return at;
  }

  /** How many bytes of the stream were passed. */
  long position() {
    return passed;
  }

  int u8(int offset) {
    return bytes[at + offset] & 0xFF;
  }

  int u16(int offset) {
    return bigEndian ? u8(offset) << 8 | u8(offset + 1) : u8(offset + 1) << 8 | u8(offset);
  }

  int i32(int offset) {
    return (int) (bigEndian ? BIG : LITTLE).get(bytes, at + offset);
  }

  long u32(int offset) {
    return i32(offset) & 0xFFFF_FFFFL;
  }

  long i64(int offset) {
    return bigEndian
        ? (long) i32(offset) << 32 | u32(offset + 4)
        : (long) i32(offset + 4) << 32 | u32(offset);
  }

  /** Passes bytes, whether in memory or not; fewer where the stream ends. */
  long skip(long count) throws IOException {
    long left = count;
    while (left > 0 && has(1)) {
      int step = (int) Math.min(left, end - at);
      at += step;
      left -= step;
    }
    passed += count - left;
    return count - left;
  }
}
