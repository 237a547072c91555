package io.github.tlslift.capture.judge;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.capture.attempt.Attempt;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the cause of an attempt off a table: the first row all of whose signs are there decides.
 */
public final class Judge {
  private static final String NO_FAILURE = "none";
  private static final Pattern ALERT = Pattern.compile("(client|server)-alert-\\d+");
  private static final List<Row> ROWS = CsvTable.load(Judge.class, "signs.csv", Judge::row);

  /**
   * A row.
   *
   * @param when the signs; of those with bars between them any
   */
  record Row(
      List<String> when,
      Optional<Cause> cause,
      double confidence,
      List<Cause> alternatives,
      String says) {

    boolean holds(Signs signs) {
      return when.stream().allMatch(any -> Arrays.stream(any.split("\\|")).anyMatch(signs::has));
    }
  }

  private Judge() {}

  private static Row row(NamedCsvRecord r) {
    List<String> when = words(r.getField("when"));
    when.stream().flatMap(w -> Stream.of(w.split("\\|"))).forEach(Judge::check);
    String cause = r.getField("cause");
    return new Row(
        when,
        cause.equals(NO_FAILURE) ? Optional.empty() : Optional.of(cause(cause)),
        Double.parseDouble(r.getField("confidence")),
        words(r.getField("alternatives")).stream().map(Judge::cause).toList(),
        r.getField("says"));
  }

  private static List<String> words(String field) {
    return Arrays.stream(field.split(" ")).filter(w -> !w.isEmpty()).toList();
  }

  private static void check(String sign) {
    boolean known = Arrays.stream(Sign.values()).anyMatch(s -> s.id().equals(sign));
    if (!known && !ALERT.matcher(sign).matches()) {
      throw new IllegalStateException("signs.csv has the sign '" + sign + "'");
    }
  }

  private static Cause cause(String id) {
    return Cause.parse(id)
        .orElseThrow(() -> new IllegalStateException("signs.csv has the cause '" + id + "'"));
  }

  static List<Row> rows() {
    return ROWS;
  }

  /** The cause of an attempt, or that it did not fail. */
  public static Judgement of(Attempt attempt) {
    Signs signs = Signs.of(attempt);
    Row row = ROWS.stream().filter(r -> r.holds(signs)).findFirst().orElseThrow();
    return new Judgement(row.cause, row.confidence, row.alternatives, row.says, Story.of(attempt));
  }
}
