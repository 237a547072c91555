package io.github.tlslift.net.tap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connections as they end; equal ones are counted and not kept. */
final class Sightings {
  // A program that never does the same twice is not kept without end.
  private static final int MOST = 1000;

  private final Map<Seen, Integer> counts = new LinkedHashMap<>();
  private int left;

  synchronized void add(Seen seen) {
    if (counts.containsKey(seen) || counts.size() < MOST) {
      counts.merge(seen, 1, Integer::sum);
    } else {
      left++;
    }
    notifyAll();
  }

  synchronized Sighted all() {
    List<Sighted.Row> rows = new ArrayList<>();
    counts.forEach((seen, count) -> rows.add(new Sighted.Row(seen, count)));
    return new Sighted(rows, left);
  }

  /** Waits until so many have ended; whether they have. */
  synchronized boolean await(int many, long millis) throws InterruptedException {
    long until = System.nanoTime() + millis * 1_000_000;
    while (size() < many) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private int size() {
    return left + counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
