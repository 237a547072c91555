package io.github.tlslift.capture.packet;

import io.github.tlslift.capture.file.Frame;

/** The headers of a frame, taken off from the front; numbers big-endian. */
final class Headers {
  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  void of(Frame frame) {
    bytes = frame.bytes();
    at = frame.start();
    end = frame.end();
  }

  boolean has(int count) {
    return count <= end - at;
  }

  void pass(int count) {
    at += Math.min(count, end - at);
  }

  /** Leaves out what stands behind the packet, such as the padding of a short frame. */
  void endAfter(int count) {
    end = Math.min(end, at + count);
  }

  int left() {
    return end - at;
  }

  byte[] bytes() {
    return bytes;
  }

  int at() {
    return at;
  }

  int u8(int offset) {
    return bytes[at + offset] & 0xFF;
  }

  int u16(int offset) {
    return u8(offset) << 8 | u8(offset + 1);
  }

  int i32(int offset) {
    return u16(offset) << 16 | u16(offset + 2);
  }

  long i64(int offset) {
    return (long) i32(offset) << 32 | i32(offset + 4) & 0xFFFF_FFFFL;
  }
}
