package io.github.tlslift.capture.tcp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One direction of a connection: puts segments in order, each byte once, the first copy counts. */
final class Direction {
  private static final int MOST_HELD = 1 << 16;
  private static final int MOST_PIECES = 256;

  /** Bytes ahead of their turn; {@code length} of them were sent, fewer may be captured. */
  private record Piece(int sequence, byte[] bytes, int length) {}

  /** Where the bytes go. */
  interface Sink {
    /** The next bytes, then a hole. */
    void next(byte[] bytes, int start, int count, int missing);

    /** Whether more are wanted. */
    boolean wants();
  }

  private final Sink sink;
  private final List<Piece> ahead = new ArrayList<>();
  private int held;
  private boolean known;
  private int next;
  private int repeated;
  private boolean acknowledged;

  Direction(Sink sink) {
    this.sink = sink;
  }

  /** Bytes held for later. */
  int held() {
    return held;
  }

  /** How many segments carried only what had come before. */
  int repeated() {
    return repeated;
  }

  /** Whether the other side has acknowledged everything. */
  boolean isAcknowledged() {
    return acknowledged;
  }

  void acknowledge(int number) {
    acknowledged = known && number - next >= 0;
  }

  /** The first sequence number, that of a SYN. */
  void begin(int sequence) {
    if (!known) {
      known = true;
      next = sequence + 1;
    }
  }

  void accept(int sequence, byte[] bytes, int start, int captured, int length) {
    if (!known) {
      known = true;
      next = sequence;
    }
    int offset = sequence - next;
    if (offset + length <= 0) {
      repeated += length > 1 ? 1 : 0;
      return;
    }
    acknowledged &= length == 0;
    if (!sink.wants()) {
      next = sequence + length;
      forget();
    } else if (offset > 0) {
      hold(sequence, bytes, start, captured, length);
    } else {
      deliver(bytes, start, captured, length, -offset);
      drain();
    }
  }

  private void forget() {
    ahead.clear();
    held = 0;
  }

  private void deliver(byte[] bytes, int start, int captured, int length, int known) {
    int skipped = Math.min(known, captured);
    next += length - known;
    sink.next(bytes, start + skipped, captured - skipped, length - Math.max(captured, known));
  }

  private void hold(int sequence, byte[] bytes, int start, int captured, int length) {
    byte[] copy = Arrays.copyOfRange(bytes, start, start + captured);
    int at = ahead.size();
    while (at > 0 && ahead.get(at - 1).sequence - sequence > 0) {
      at--;
    }
    ahead.add(at, new Piece(sequence, copy, length));
    held += captured;
    while (held > MOST_HELD || ahead.size() > MOST_PIECES) {
      jump();
    }
  }

  /** Goes on behind what never came, with everything that is held. */
  void finish() {
    while (!ahead.isEmpty()) {
      jump();
    }
  }

  private void jump() {
    int lost = ahead.get(0).sequence - next;
    if (lost > 0) {
      next += lost;
      sink.next(new byte[0], 0, 0, lost);
    }
    drain();
  }

  private void drain() {
    while (!ahead.isEmpty() && ahead.get(0).sequence - next <= 0) {
      Piece piece = ahead.remove(0);
      held -= piece.bytes.length;
      int known = next - piece.sequence;
      if (known < piece.length) {
        deliver(piece.bytes, 0, piece.bytes.length, piece.length, known);
      }
    }
  }
}
