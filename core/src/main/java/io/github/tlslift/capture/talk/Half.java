package io.github.tlslift.capture.talk;

import io.github.tlslift.capture.attempt.Side;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.tls.HandshakeReader;
import io.github.tlslift.tls.RecordReader;
import io.github.tlslift.tls.TlsRecord;
import java.util.Optional;

/** What one side says: first anything, then records. */
final class Half {
  // What matters of a handshake is over by then.
  private static final int MOST = 1 << 16;
  private static final int RECORD = 5;
  private static final int OBJECTS = 1 << 13;

  /** Where it stands. */
  enum Stage {
    OPENING,
    RECORDS,
    STOPPED
  }

  /** Takes its records. */
  interface Records {
    /** A record; of one that is damaged the first {@code whole} bytes can be relied on. */
    void take(Half half, TlsRecord record, int whole, double at);
  }

  final Side side;
  final Opening opening = new Opening();
  final HandshakeReader messages = new HandshakeReader();
  private final Records to;
  private final Holes holes = new Holes();
  private Optional<RecordReader> records = Optional.empty();
  private Optional<Tds> tds = Optional.empty();
  private Optional<String> broken = Optional.empty();
  private Stage stage = Stage.OPENING;
  private long received;
  private long recordAt;
  private long firstRecordAt;
  private int heard;
  boolean encrypted;
  boolean finished;
  boolean lost;

  Half(Side side, Records to) {
    this.side = side;
    this.to = to;
  }

  Stage stage() {
    return stage;
  }

  /** Bytes of the side that the capture does not have. */
  long missing() {
    return holes.missing();
  }

  /** Why its records could not be read on. */
  Optional<String> broken() {
    return broken;
  }

  /** The bytes of a record that has begun and not ended. */
  byte[] pending() {
    return records.map(RecordReader::pending).orElse(new byte[0]);
  }

  int weight() {
    return opening.capacity() + (records.isPresent() ? OBJECTS + heard : 0);
  }

  /** Whether a record of it was read. */
  boolean hasRecords() {
    return recordAt > firstRecordAt;
  }

  void stop() {
    stage = Stage.STOPPED;
    opening.shrink();
    records = Optional.empty();
  }

  /** Adds to what was said before TLS. */
  void open(byte[] bytes, int start, int count) {
    opening.add(bytes, start, count);
    received += count;
  }

  /** Makes a hole of bytes that are missing, in which zeros stand. */
  byte[] hole(int count) {
    if (count > MOST || holes.isFull() || tds.isPresent()) {
      holes.add(received, count);
      stop();
      return new byte[0];
    }
    holes.add(received, count);
    return new byte[count];
  }

  /** Reads what was said from an offset on as records. */
  void begin(int offset, boolean wrapped, double at) {
    byte[] rest = opening.from(offset);
    stage = Stage.RECORDS;
    records = Optional.of(new RecordReader());
    tds = wrapped ? Optional.of(new Tds()) : Optional.empty();
    recordAt = received - rest.length;
    firstRecordAt = recordAt;
    opening.clear();
    read(rest, 0, rest.length, at);
  }

  void feed(byte[] bytes, int start, int count, double at) {
    received += count;
    read(bytes, start, count, at);
  }

  private void read(byte[] bytes, int start, int count, double at) {
    heard += count;
    byte[] plain = tds.map(t -> t.strip(bytes, start, count)).orElse(bytes);
    int from = tds.isPresent() ? 0 : start;
    int length = tds.isPresent() ? plain.length : count;
    try {
      for (TlsRecord record : records.orElseThrow().feed(plain, from, length)) {
        take(record, at);
      }
    } catch (MalformedInputException e) {
      broken = Optional.of(String.valueOf(e.getMessage()));
      stop();
    }
    if (heard > MOST) {
      stop();
    }
  }

  private void take(TlsRecord record, double at) {
    long from = recordAt;
    int length = record.fragment().length;
    recordAt += RECORD + length;
    if (stage == Stage.STOPPED) {
      return;
    }
    if (!holes.spare(from, from + RECORD)) {
      stop();
      return;
    }
    to.take(this, record, whole(from + RECORD, length), at);
  }

  private int whole(long from, int length) {
    int whole = length;
    while (whole > 0 && !holes.spare(from, from + whole)) {
      whole--;
    }
    return whole;
  }
}
