package io.github.tlslift.why;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Cause;
import io.github.tlslift.symptom.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of {@code failure-messages.csv} that are sure, as somebody would paste them. */
final class FailureMessagesTest {

  static Stream<NamedCsvRecord> rows() {
    return CsvTable.load(Messages.class, "failure-messages.csv", r -> r).stream()
        .filter(r -> List.of("high", "medium").contains(r.getField("confidence")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void nameTheirCauseFirstOrAmongTheAlternatives(NamedCsvRecord row) {
    Diagnosis said = Why.ofText(pasted(row));
    Stream<Cause> possible =
        Stream.concat(
            Stream.of(said.cause()),
            said.alternatives().stream().map(Diagnosis.Alternative::cause));
    assertThat(possible)
        .as(pasted(row))
        .contains(Cause.parse(row.getField("cause_id")).orElseThrow());
  }

  @Test
  void areMany() {
    assertThat(rows()).hasSizeGreaterThan(70);
  }

  private static String pasted(NamedCsvRecord row) {
    return Stream.of(
            row.getField("message"),
            Arrays.stream(row.getField("inner_message").split(" -> "))
                .reduce((a, b) -> a + "\n ---> " + b)
                .orElse(""),
            row.getField("code"),
            row.getField("schannel_event"))
        .filter(s -> !s.isEmpty() && !s.equals("n/a"))
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }
}
