package io.github.tlslift.io;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Tables of facts that travel with the program. */
public final class CsvTable {
  private CsvTable() {}

  /**
   * The rows of a resource beside a class, each turned into a record.
   *
   * @throws IllegalStateException where the resource is missing: our own mistake
   */
  public static <T> List<T> load(Class<?> beside, String name, Function<NamedCsvRecord, T> row) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing beside " + beside);
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8), row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<T> read(Reader text, Function<NamedCsvRecord, T> row) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      return rows.stream().map(row).toList();
    }
  }
}
