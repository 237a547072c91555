package io.github.tlslift.capture.talk;

import java.util.ArrayList;
import java.util.List;

/** The stretches of a side's bytes that the capture does not have. */
final class Holes {
  private static final int MOST = 64;

  private record Hole(long from, long to) {}

  private final List<Hole> all = new ArrayList<>();
  private long missing;

  void add(long from, int count) {
    missing += count;
    if (all.size() < MOST) {
      all.add(new Hole(from, from + count));
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether there are more than are kept. */
  boolean isFull() {
    return all.size() == MOST;
  }

  long missing() {
    return missing;
  }

  /** Whether bytes from one offset to another, without it, are all there. */
  boolean spare(long from, long to) {
    for (Hole hole : all) {
      if (hole.from < to && from < hole.to) {
        return false;
      }
    }
    return true;
  }
}
