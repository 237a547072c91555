package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads big-endian numbers and vectors (RFC 8446 3); what would leave the bytes is malformed. */
final class WireReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  private WireReader(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  static WireReader of(byte[] bytes) {
    return new WireReader(bytes, 0, bytes.length);
  }

  int position() {
    return at;
  }

  boolean more() {
    return at < end;
  }

  int u8(String field) throws MalformedInputException {
    ensure(1, field);
    return bytes[at++] & 0xFF;
  }

  int u16(String field) throws MalformedInputException {
    return u8(field) << 8 | u8(field);
  }

  int u24(String field) throws MalformedInputException {
    return u8(field) << 16 | u16(field);
  }

  byte[] bytes(int length, String field) throws MalformedInputException {
    ensure(length, field);
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  /** What is left. */
  byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return rest;
  }

  /** A vector with a length of one byte. */
  byte[] vector8(String field) throws MalformedInputException {
    return bytes(u8(field), field);
  }

  /** A vector with a length of two bytes. */
  byte[] vector16(String field) throws MalformedInputException {
    return bytes(u16(field), field);
  }

  /** A vector with a length of three bytes. */
  byte[] vector24(String field) throws MalformedInputException {
    return bytes(u24(field), field);
  }

  /** The same as a stretch to read on from. */
  WireReader part16(String field) throws MalformedInputException {
    return part(u16(field), field);
  }

  WireReader part24(String field) throws MalformedInputException {
    return part(u24(field), field);
  }

  private WireReader part(int length, String field) throws MalformedInputException {
    ensure(length, field);
    at += length;
    return new WireReader(bytes, at - length, at);
  }

  /** Numbers of two bytes up to the end. */
  List<Integer> all16(String field) throws MalformedInputException {
    List<Integer> all = new ArrayList<>();
    while (more()) {
      all.add(u16(field));
    }
    return all;
  }

  private void ensure(int length, String field) throws MalformedInputException {
    if (length > end - at) {
      throw new MalformedInputException(
          at, field, "needs " + length + " bytes and only " + (end - at) + " are there");
    }
  }
}
