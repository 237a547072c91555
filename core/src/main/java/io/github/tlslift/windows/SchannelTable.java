package io.github.tlslift.windows;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.TlsVersion;
import java.util.List;
import java.util.Locale;

/** The client state of each protocol version on each Windows, without any registry value. */
public final class SchannelTable {

  private record Row(String windows, String protocol, SchannelState state) {}

  private static final List<Row> OVERRIDES =
      CsvTable.load(
          SchannelTable.class,
          "schannel-overrides.csv",
          r ->
              new Row(
                  r.getField("windows"),
                  r.getField("protocol"),
                  SchannelState.valueOf(r.getField("state").toUpperCase(Locale.ROOT))));

  private static final List<Row> ROWS =
      CsvTable.load(
          SchannelTable.class,
          "windows-schannel.csv",
          r ->
              new Row(
                  r.getField("windows"),
                  r.getField("protocol"),
                  documented(
                      r.getField("client_supported").equals("yes"),
                      r.getField("client_default_enabled").equals("yes"))));

  private SchannelTable() {}

  /** The state of a version for clients on a fresh installation. */
  public static SchannelState clientState(WindowsVersion windows, TlsVersion version) {
    String protocol = version.display();
    return OVERRIDES.stream()
        .filter(r -> r.windows.equals(windows.id()) && r.protocol.equals(protocol))
        .findFirst()
        .or(() -> find(windows.schannelRow(), protocol))
        // An updated system has only the rows that the update changed.
        .or(() -> find(windows.schannelRow().replaceFirst(" \\+ KB\\d+$", ""), protocol))
        .map(Row::state)
        .orElse(SchannelState.UNSUPPORTED);
  }

  private static java.util.Optional<Row> find(String windows, String protocol) {
    return ROWS.stream()
        .filter(r -> r.windows.equals(windows) && r.protocol.equals(protocol))
        .findFirst();
  }

  private static SchannelState documented(boolean supported, boolean enabled) {
    if (!supported) {
      return SchannelState.UNSUPPORTED;
    }
    return enabled ? SchannelState.ENABLED : SchannelState.DISABLED_BY_DEFAULT;
  }
}
