package io.github.tlslift.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Offer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The 216 cases of {@code effective-protocols.csv}. */
final class EffectiveProtocolsTest {

  static Stream<NamedCsvRecord> rows() {
    return CsvTable.load(EffectiveProtocolsTest.class, "/facts/effective-protocols.csv", r -> r)
        .stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void comesOutAsStated(NamedCsvRecord row) throws CaseFormatException {
    Offer offer = Resolver.resolve(CaseRow.situation(row.getFieldsAsMap(), row.getField("id")));
    assertThat(offer.id())
        .as(row.getField("id") + " " + offer.trail())
        .isEqualTo(row.getField("offered"));
    String mask = row.getField("mask");
    if (!mask.isEmpty()) {
      assertThat(offer.mask().getAsInt()).isEqualTo(Integer.parseInt(mask));
    }
  }

  @Test
  void holdsAllRows() {
    assertThat(rows()).hasSize(216);
  }
}
