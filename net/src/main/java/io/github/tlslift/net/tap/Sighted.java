package io.github.tlslift.net.tap;

import java.util.List;

/**
 * All that passed a tap.
 *
 * @param rows the different connections, in the order in which the first of each ended
 * @param left how many more there were that are not kept
 */
public record Sighted(List<Row> rows, int left) {

  /** Copies the list. */
  public Sighted {
    rows = List.copyOf(rows);
  }

  /** A connection, and how many were like it. */
  public record Row(Seen seen, int count) {}

  /** Those that began with TLS. */
  public List<Seen> withHello() {
    return rows.stream().map(Row::seen).filter(s -> !s.hello().isEmpty()).toList();
  }
}
