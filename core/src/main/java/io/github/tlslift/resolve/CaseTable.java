package io.github.tlslift.resolve;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.TrailStep;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A table of cases in, the same table with what the resolver computed out. */
public final class CaseTable {
  private static final List<String> INPUTS =
      List.of(
          "id",
          "clr",
          "installed",
          "target",
          "host",
          "host_options",
          "bitness",
          "registry",
          "switches",
          "code",
          "api",
          "windows");
  private static final List<String> COMPUTED = List.of("mask", "offered", "confidence", "why");

  private CaseTable() {}

  /**
   * The answered table as CSV.
   *
   * @throws CaseFormatException naming row and column of the first cell that does not parse
   */
  public static String answer(String csv) throws CaseFormatException {
    List<List<String>> out = new ArrayList<>();
    out.add(concat(INPUTS, COMPUTED));
    for (NamedCsvRecord record : records(csv)) {
      out.add(answer(record));
    }
    return write(out);
  }

  private static List<NamedCsvRecord> records(String csv) throws CaseFormatException {
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      List<NamedCsvRecord> records = reader.stream().toList();
      checkHeader(records);
      return records;
    } catch (CsvParseException e) {
      throw new CaseFormatException("not a CSV table: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkHeader(List<NamedCsvRecord> records) throws CaseFormatException {
    if (records.isEmpty()) {
      throw new CaseFormatException(
          "the table has no rows; its first line must name the columns " + INPUTS);
    }
    Set<String> missing = new LinkedHashSet<>(INPUTS);
    missing.removeAll(records.get(0).getHeader());
    if (!missing.isEmpty()) {
      throw new CaseFormatException("the header lacks " + String.join(", ", missing));
    }
  }

  private static List<String> answer(NamedCsvRecord record) throws CaseFormatException {
    Map<String, String> cells = cells(record);
    Offer offer = Resolver.resolve(CaseRow.situation(cells, rowName(record, cells)));
    return concat(INPUTS.stream().map(c -> cells.getOrDefault(c, "")).toList(), computed(offer));
  }

  private static Map<String, String> cells(NamedCsvRecord record) throws CaseFormatException {
    if (record.getFieldCount() > record.getHeader().size()) {
      throw new CaseFormatException(
          "row at line " + record.getStartingLineNumber() + " has more cells than the header");
    }
    return record.getFieldsAsMap();
  }

  private static String rowName(NamedCsvRecord record, Map<String, String> cells) {
    String id = cells.getOrDefault("id", "");
    String line = "at line " + record.getStartingLineNumber();
    return id.isEmpty() ? line : id + " (" + line + ")";
  }

  private static List<String> computed(Offer offer) {
    String mask = offer.mask().isPresent() ? String.valueOf(offer.mask().getAsInt()) : "";
    return List.of(mask, offer.id(), offer.confidence().id(), why(offer));
  }

  private static String why(Offer offer) {
    return offer.trail().stream().map(CaseTable::step).collect(Collectors.joining("; "));
  }

  private static String step(TrailStep step) {
    return step.rule() + " " + step.says();
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static String write(List<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF).build(text)) {
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
