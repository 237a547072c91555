package io.github.tlslift.tls;

import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a stream of bytes, in whatever portions it comes, into records. */
public final class RecordReader {
  private byte[] pending = new byte[1 << 12];
  private int length;
  private long passed;

  /**
   * The records that are complete with these bytes.
   *
   * @throws MalformedInputException where something else than a record begins; the offset counts
   *     from the start of the stream
   */
  public List<TlsRecord> feed(byte[] bytes, int from, int count) throws MalformedInputException {
    append(bytes, from, count);
    List<TlsRecord> complete = new ArrayList<>();
    int at = 0;
    while (length - at >= TlsRecord.HEADER) {
      int fragment = u16(at + 3);
      check(at, fragment);
      if (length - at - TlsRecord.HEADER < fragment) {
        break;
      }
      int start = at + TlsRecord.HEADER;
      complete.add(
          new TlsRecord(
              pending[at] & 0xFF,
              u16(at + 1),
              Arrays.copyOfRange(pending, start, start + fragment)));
      at = start + fragment;
    }
    System.arraycopy(pending, at, pending, 0, length - at);
    length -= at;
    passed += at;
    return complete;
  }

  // What cannot be a record is told by its first bytes already.
  private void check(int at, int fragment) throws MalformedInputException {
    int type = pending[at] & 0xFF;
    if (type < TlsRecord.CHANGE_CIPHER_SPEC || type > 24) {
      throw new MalformedInputException(
          passed + at, "ContentType", "no record begins with " + type);
    }
    if (pending[at + 1] != 3) {
      throw new MalformedInputException(
          passed + at + 1, "ProtocolVersion", "the major version is " + (pending[at + 1] & 0xFF));
    }
    if (fragment > TlsRecord.LONGEST) {
      throw new MalformedInputException(
          passed + at + 3, "length", fragment + " is more than " + TlsRecord.LONGEST);
    }
  }

  private int u16(int at) {
    return (pending[at] & 0xFF) << 8 | pending[at + 1] & 0xFF;
  }

  private void append(byte[] bytes, int from, int count) {
    if (length + count > pending.length) {
      pending = Arrays.copyOf(pending, Math.max(2 * pending.length, length + count));
    }
    System.arraycopy(bytes, from, pending, length, count);
    length += count;
  }

  /** Whether a record has begun and not ended. */
  public boolean isInside() {
    return length > 0;
  }

  /** The bytes of what has begun and not ended. */
  public byte[] pending() {
    return Arrays.copyOf(pending, length);
  }
}
