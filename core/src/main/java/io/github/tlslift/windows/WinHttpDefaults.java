package io.github.tlslift.windows;

import io.github.tlslift.io.CsvTable;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What WinHTTP offers on each Windows when the application sets nothing (facts R16). */
public final class WinHttpDefaults {

  /**
   * The defaults of one Windows.
   *
   * @param mask {@code WINHTTP_FLAG_SECURE_PROTOCOL_*} bits
   * @param readsValue {@code yes}, {@code no}, or the update after which {@code
   *     DefaultSecureProtocols} is read
   * @param confidence {@code high}, {@code medium} or {@code low}
   */
  public record Row(String windows, int mask, String readsValue, String confidence) {}

  private static final Map<String, Row> ROWS =
      CsvTable.load(
              WinHttpDefaults.class,
              "winhttp-defaults.csv",
              r ->
                  new Row(
                      r.getField("windows"),
                      Integer.decode(r.getField("default_mask")),
                      r.getField("reads_value"),
                      r.getField("confidence")))
          .stream()
          .collect(Collectors.toUnmodifiableMap(Row::windows, Function.identity()));

  private WinHttpDefaults() {}

  /** The row of a Windows version. */
  public static Row of(WindowsVersion windows) {
    Row row = ROWS.get(windows.id());
    if (row == null) {
      throw new IllegalStateException("winhttp-defaults.csv has no row for " + windows.id());
    }
    return row;
  }
}
