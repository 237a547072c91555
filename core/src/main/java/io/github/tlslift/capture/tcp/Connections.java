package io.github.tlslift.capture.tcp;

import io.github.tlslift.capture.packet.Flow;
import io.github.tlslift.capture.packet.Segment;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sorts segments by connection, within bounds of memory, and hands on each that is over. */
public final class Connections {
  private static final int MOST_OPEN = 1 << 13;
  // What is over stays a while, for segments that come late.
  private static final int MOST_OVER = 1 << 10;
  private static final long MOST_WEIGHT = 48L << 20;

  private final Map<Flow, Connection> byFlow = new LinkedHashMap<>(1 << 14, 0.75f, true);
  private final Deque<Map.Entry<Flow, Connection>> over = new ArrayDeque<>();
  private final Supplier<Listener> listeners;
  private final Consumer<Connection> done;
  private long weight;
  private long lastNanos;

  /**
   * Nothing yet.
   *
   * @param listeners gives each connection its listener
   * @param done is given each connection once, when no more of it is expected
   */
  public Connections(Supplier<Listener> listeners, Consumer<Connection> done) {
    this.listeners = listeners;
    this.done = done;
  }

  /** Takes the next segment of the capture. */
  public void accept(Segment s) {
    lastNanos = Math.max(lastNanos, s.nanos());
    Flow key = s.flow().isFirst() ? s.flow() : s.flow().reversed();
    Connection known = byFlow.get(key);
    if (known != null && known.isReopenedBy(s)) {
      finish(key, known, false);
      known = null;
    }
    if (known != null) {
      accept(s, key, known);
    } else if (s.isSyn() || s.length() > 0) {
      Connection opened = new Connection(s, Orientation.isByClient(s), listeners.get());
      byFlow.put(key, opened);
      accept(s, key, opened);
    }
  }

  private void accept(Segment s, Flow key, Connection connection) {
    boolean wasOver = connection.isOver();
    int before = connection.weight();
    connection.accept(s);
    weight += connection.weight() - before;
    if (connection.isOver() && !wasOver) {
      over.add(Map.entry(key, connection));
    }
    makeRoom();
  }

  private void makeRoom() {
    if (over.size() > MOST_OVER) {
      Map.Entry<Flow, Connection> oldest = over.remove();
      finish(oldest.getKey(), oldest.getValue(), false);
    }
    while (byFlow.size() > MOST_OPEN || weight > MOST_WEIGHT && !byFlow.isEmpty()) {
      Map.Entry<Flow, Connection> quietest = byFlow.entrySet().iterator().next();
      finish(quietest.getKey(), quietest.getValue(), !quietest.getValue().isOver());
    }
  }

  // One that is over may be gone already, for lack of room or for its successor.
  private void finish(Flow key, Connection connection, boolean early) {
    if (byFlow.remove(key, connection)) {
      weight -= connection.weight();
      connection.finish(early, lastNanos);
      done.accept(connection);
    }
  }

  /** Hands on all that are still open: the capture ends here. */
  public void end() {
    byFlow.values().stream()
        .sorted(Comparator.comparingLong(Connection::number))
        .forEach(
            c -> {
              c.finish(false, lastNanos);
              done.accept(c);
            });
    byFlow.clear();
  }
}
