package io.github.tlslift.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Reads little-endian numbers from a bounded stretch of bytes, one after the other. Every read
 * names its field; one that would leave the stretch is malformed input.
 */
public final class ByteReader {
  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  private final byte[] bytes;
  private final int start;
  private final int end;
  private int at;

  private ByteReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.at = start;
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** All of the bytes. */
  public static ByteReader of(byte[] bytes) {
    return new ByteReader(bytes, 0, bytes.length);
  }

  /** Where the next read begins, counted from the start of all bytes. */
  public int position() {
    return at;
  }

  /** How many bytes the stretch still has. */
  public int remaining() {
    return end - at;
  }

  /** Whether everything was read. */
  public boolean isAtEnd() {
    return at == end;
  }

  /** The bytes from an offset within this stretch on, up to its end. */
  public ByteReader from(long offset, String field) throws MalformedInputException {
    if (offset < 0 || offset > end - start) {
      throw outside(start + offset, field, 0);
    }
    return new ByteReader(bytes, start + (int) offset, end);
  }

  /** The next bytes as a stretch of their own, which are then passed. */
  public ByteReader slice(long length, String field) throws MalformedInputException {
    ensure(length, field);
    ByteReader slice = new ByteReader(bytes, at, at + (int) length);
    at += (int) length;
    return slice;
  }

  /** Passes some bytes. */
  public ByteReader skip(long length, String field) throws MalformedInputException {
    ensure(length, field);
    at += (int) length;
    return this;
  }

  public int u8(String field) throws MalformedInputException {
    ensure(1, field);
    return bytes[at++] & 0xFF;
  }

  public int u16(String field) throws MalformedInputException {
    ensure(2, field);
    at += 2;
    return u16At(at - 2);
  }

  public int i32(String field) throws MalformedInputException {
    ensure(4, field);
    at += 4;
    return i32At(at - 4);
  }

  public long u32(String field) throws MalformedInputException {
    return i32(field) & 0xFFFF_FFFFL;
  }

  public long i64(String field) throws MalformedInputException {
    ensure(8, field);
    at += 8;
    return (long) LONGS.get(bytes, at - 8);
  }

  /** The number at a place of all bytes that is known to be inside. */
  public int u8At(int position) {
    return bytes[position] & 0xFF;
  }

  /** The number at a place of all bytes that is known to be inside. */
  public int u16At(int position) {
    return (short) SHORTS.get(bytes, position) & 0xFFFF;
  }

  /** The number at a place of all bytes that is known to be inside. */
  public int i32At(int position) {
    return (int) INTS.get(bytes, position);
  }

  /** The next bytes, copied. */
  public byte[] bytes(long length, String field) throws MalformedInputException {
    ensure(length, field);
    byte[] copy = new byte[(int) length];
    System.arraycopy(bytes, at, copy, 0, copy.length);
    at += copy.length;
    return copy;
  }

  /** UTF-8 of so many bytes. */
  public String utf8(long length, String field) throws MalformedInputException {
    return text(length, StandardCharsets.UTF_8, field);
  }

  /** UTF-16 of so many bytes. */
  public String utf16(long length, String field) throws MalformedInputException {
    return text(length, StandardCharsets.UTF_16LE, field);
  }

  private String text(long length, Charset charset, String field) throws MalformedInputException {
    ensure(length, field);
    String text = new String(bytes, at, (int) length, charset);
    at += (int) length;
    return text;
  }

  /** UTF-8 up to a zero byte, which is passed. */
  public String zeroEnded(String field) throws MalformedInputException {
    int zero = at;
    while (zero < end && bytes[zero] != 0) {
      zero++;
    }
    if (zero == end) {
      throw new MalformedInputException(at, field, "no zero byte ends it");
    }
    String text = utf8(zero - at, field);
    at++;
    return text;
  }

  private void ensure(long length, String field) throws MalformedInputException {
    if (length < 0 || length > end - at) {
      throw outside(at, field, length);
    }
  }

  private MalformedInputException outside(long offset, String field, long length) {
    String needs = length == 0 ? "begins" : "needs " + length + " bytes and ends";
    return new MalformedInputException(
        Math.min(Math.max(offset, 0), bytes.length), field, needs + " outside its bounds");
  }
}
