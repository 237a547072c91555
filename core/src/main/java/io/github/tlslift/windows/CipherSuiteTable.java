package io.github.tlslift.windows;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.TlsVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cipher suites each Windows version offers by default, in its order (facts section 6). */
public final class CipherSuiteTable {

  private record Row(String windows, CipherSuite suite) {}

  private static final Map<String, List<CipherSuite>> BY_WINDOWS =
      CsvTable.load(CipherSuiteTable.class, "cipher-suites.csv", CipherSuiteTable::row).stream()
          .flatMap(Optional::stream)
          .collect(
              Collectors.groupingBy(
                  Row::windows, Collectors.mapping(Row::suite, Collectors.toUnmodifiableList())));

  private CipherSuiteTable() {}

  /** The suites of a Windows version; empty where they are not known. */
  public static List<CipherSuite> of(WindowsVersion windows) {
    return BY_WINDOWS.getOrDefault(windows.suitesRow(), List.of());
  }

  private static Optional<Row> row(NamedCsvRecord row) {
    return row.getField("default_enabled").equals("yes")
        ? Optional.of(new Row(row.getField("windows"), suite(row)))
        : Optional.empty();
  }

  private static CipherSuite suite(NamedCsvRecord row) {
    return new CipherSuite(
        row.getField("iana_name"),
        Arrays.stream(row.getField("protocols").split("\\+"))
            .map(TlsVersion::parse)
            .flatMap(Optional::stream)
            .toList(),
        !row.getField("allowed_by_sch_use_strong_crypto").equals("no"));
  }
}
