package io.github.tlslift.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Location;
import io.github.tlslift.resolve.Situation.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An offer resolved for stand-ins is the one resolved in place, on the 216 cases given places. */
final class PlacesTest {

  static Stream<NamedCsvRecord> rows() {
    return CsvTable.load(PlacesTest.class, "/facts/effective-protocols.csv", r -> r).stream();
  }

  private static Situation placed(NamedCsvRecord row, String folder) throws CaseFormatException {
    Situation s = CaseRow.situation(row.getFieldsAsMap(), row.getField("id"));
    List<SwitchValue> switches = new ArrayList<>();
    for (SwitchValue v : s.switches()) {
      switches.add(
          new SwitchValue(
              v.source(), v.name(), v.value(), at(folder + "/a.config", switches.size())));
    }
    List<CodeWrite> code = new ArrayList<>();
    for (CodeWrite w : s.code()) {
      code.add(
          new CodeWrite(
              w.operation(), w.mask(), at(folder + "/a.cs", code.size()), folder + code.size()));
    }
    return s.at(
        s.target().isPresent() ? at(folder + "/a.csproj", 14) : Optional.empty(),
        s.argument().isPresent() ? at(folder + "/b.cs", 3) : Optional.empty(),
        switches,
        code,
        new Basis(
            folder + ".config has no switch", folder + ": 41 files read", at(folder + "/c.cs", 9)));
  }

  private static Optional<Location> at(String file, int line) {
    return Optional.of(new Location(file, line + 1, 1, 0, 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void givesTheSameTrail(NamedCsvRecord row) throws CaseFormatException {
    Situation here = placed(row, "here");
    Situation there = placed(row, "there");
    assertThat(Places.without(here)).isEqualTo(Places.without(there));
    assertThat(Places.of(here).in(Resolver.resolve(Places.without(there))))
        .isEqualTo(Resolver.resolve(here));
  }
}
