package io.github.tlslift.hello;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.resolve.CaseFormatException;
import io.github.tlslift.resolve.CaseRow;
import io.github.tlslift.resolve.Situation;
import io.github.tlslift.windows.WindowsVersion;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A kind of program, such as {@code net452}.
 *
 * @param cells the case it is for the resolver ({@code docs/cases.md}), but for the Windows
 * @param leftOut extensions that others on the same Windows send and this one does not
 * @param alpn the protocols it offers
 * @param dheUntil the build from which on it leaves out suites of DHE
 */
record Client(
    String id,
    Map<String, String> cells,
    List<Integer> leftOut,
    List<String> alpn,
    OptionalInt dheUntil) {

  private static final List<Client> ALL = CsvTable.load(Client.class, "clients.csv", Client::row);

  static List<Client> all() {
    return ALL;
  }

  static Optional<Client> of(String id) {
    return ALL.stream().filter(c -> c.id.equalsIgnoreCase(id)).findFirst();
  }

  private static Client row(NamedCsvRecord r) {
    Map<String, String> cells = new HashMap<>();
    for (String column : List.of("installed", "target", "host", "api", "clr")) {
      cells.put(column, r.getField(column));
    }
    for (String column : List.of("host_options", "registry", "switches", "code")) {
      cells.put(column, "");
    }
    cells.put("bitness", "64");
    String until = r.getField("dhe_until");
    return new Client(
        r.getField("id"),
        cells,
        WindowsHello.numbers(r.getField("left_out"), 10),
        Arrays.stream(r.getField("alpn").split(" ")).filter(s -> !s.isEmpty()).toList(),
        until.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(until)));
  }

  /** What the resolver is asked about it. */
  Situation on(WindowsVersion windows) {
    Map<String, String> all = new HashMap<>(cells);
    all.put("windows", windows.id());
    try {
      return CaseRow.situation(all, id);
    } catch (CaseFormatException e) {
      throw new IllegalStateException("clients.csv: " + e.getMessage(), e);
    }
  }
}
