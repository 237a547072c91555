package io.github.tlslift.capture.judge;

import io.github.tlslift.io.CsvTable;
import java.util.HashSet;
import java.util.Set;

/** The ports on which TLS is spoken from the first byte. */
public final class TlsPorts {
  private static final Set<Integer> ALL =
      new HashSet<>(
          CsvTable.load(
              TlsPorts.class, "tls-ports.csv", r -> Integer.parseInt(r.getField("port"))));

  private TlsPorts() {}

  /** Whether a port is one of them. */
  public static boolean has(int port) {
    return ALL.contains(port);
  }
}
