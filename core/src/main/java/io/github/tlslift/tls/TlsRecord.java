package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A record (RFC 8446 5.1).
 *
 * @param type {@link #HANDSHAKE} and its kin
 * @param version as it stands, whatever it means
 */
public record TlsRecord(int type, int version, byte[] fragment) {
  public static final int CHANGE_CIPHER_SPEC = 20;
  public static final int ALERT = 21;
  public static final int HANDSHAKE = 22;
  public static final int APPLICATION_DATA = 23;
  static final int HEADER = 5;
  // 2^14, and what encryption may add (RFC 5246 6.2.3).
  static final int LONGEST = (1 << 14) + 2048;
  private static final int MOST_IN_ONE = 1 << 14;

  /** Copies the bytes. */
  public TlsRecord {
    fragment = fragment.clone();
  }

  @Override
  public byte[] fragment() {
    return fragment.clone();
  }

  /** The records that carry some content, as few as possible. */
  public static byte[] of(int type, int version, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + HEADER);
    int at = 0;
    do {
      int length = Math.min(MOST_IN_ONE, content.length - at);
      byte[] part = Arrays.copyOfRange(content, at, at + length);
      out.writeBytes(new TlsRecord(type, version, part).bytes());
      at += length;
    } while (at < content.length);
    return out.toByteArray();
  }

  /** The record, header and all. */
  public byte[] bytes() {
    return WireWriter.written(
        w -> w.u8(type).u16(version).vector16(content -> content.bytes(fragment)));
  }

  /**
   * All records of some bytes.
   *
   * @throws MalformedInputException where they are no records, or end in one
   */
  public static List<TlsRecord> readAll(byte[] bytes) throws MalformedInputException {
    RecordReader reader = new RecordReader();
    List<TlsRecord> all = new ArrayList<>(reader.feed(bytes, 0, bytes.length));
    if (reader.isInside()) {
      throw new MalformedInputException(bytes.length, "TLSPlaintext", "the record is cut off");
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TlsRecord r
        && r.type == type
        && r.version == version
        && Arrays.equals(r.fragment, fragment);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type + version) + Arrays.hashCode(fragment);
  }
}
