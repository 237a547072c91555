package io.github.tlslift.tls;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;

/** Writes big-endian numbers and vectors (RFC 8446 3). */
final class WireWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  WireWriter u8(int value) {
    out.write(value);
    return this;
  }

  WireWriter u16(int value) {
    return u8(value >> 8).u8(value);
  }

  WireWriter u24(int value) {
    return u8(value >> 16).u16(value);
  }

  WireWriter bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  WireWriter all16(List<Integer> values) {
    values.forEach(this::u16);
    return this;
  }

  /** A vector with a length of one byte. */
  WireWriter vector8(Consumer<WireWriter> content) {
    byte[] inner = written(content);
    return u8(inner.length).bytes(inner);
  }

  /** A vector with a length of two bytes. */
  WireWriter vector16(Consumer<WireWriter> content) {
    byte[] inner = written(content);
    return u16(inner.length).bytes(inner);
  }

  /** A vector with a length of three bytes. */
  WireWriter vector24(Consumer<WireWriter> content) {
    byte[] inner = written(content);
    return u24(inner.length).bytes(inner);
  }

  static byte[] written(Consumer<WireWriter> content) {
    WireWriter writer = new WireWriter();
    content.accept(writer);
    return writer.out.toByteArray();
  }
}
