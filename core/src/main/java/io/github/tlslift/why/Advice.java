package io.github.tlslift.why;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Cause;
import io.github.tlslift.why.Diagnosis.Alternative;
import java.util.Arrays;
import java.util.List;

/** What to do about a cause, and how to rule it out, from {@code advice.csv}. */
final class Advice {
  private static final double WORTH_ASKING = 0.03;

  private record Row(Cause cause, String tell, List<String> next) {}

  private static final List<Row> ROWS = CsvTable.load(Advice.class, "advice.csv", Advice::row);

  private Advice() {}

  /** What to do. */
  static List<String> next(Cause cause) {
    return row(cause).next();
  }

  /** What would tell a cause from the likeliest of the others; empty where nothing competes. */
  static String question(Cause cause, List<Alternative> others) {
    if (cause == Cause.UNKNOWN) {
      return row(cause).tell();
    }
    return others.stream()
        .filter(a -> a.confidence() >= WORTH_ASKING)
        .map(Alternative::cause)
        .map(c -> c == Cause.UNKNOWN ? cause : c)
        .findFirst()
        .map(c -> row(c).tell())
        .orElse("");
  }

  private static Row row(Cause cause) {
    return ROWS.stream().filter(r -> r.cause() == cause).findFirst().orElseThrow();
  }

  private static Row row(NamedCsvRecord r) {
    return new Row(
        Cause.parse(r.getField("cause")).orElseThrow(),
        r.getField("tell"),
        Arrays.stream(r.getField("next").split(" \\| ")).toList());
  }
}
