package io.github.tlslift.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Coverage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The report for programs. */
final class JsonReportTest {
  private static final Path SCHEMA = Path.of("../docs/check.schema.json");

  private static List<String> complaints(String document) {
    return Schemas.complaints(SCHEMA, VersionFlag.V202012, document);
  }

  @Test
  void isAsItsSchemaSays() {
    assertThat(complaints(JsonReport.render(Samples.mixed()))).isEmpty();
  }

  @Test
  void isAsItsSchemaSaysWithNothingInIt() {
    CheckReport empty = Samples.check(List.of(), Coverage.NONE);
    assertThat(complaints(JsonReport.render(empty))).isEmpty();
  }

  @Test
  void schemaRefusesAMemberNobodyDocumented() {
    String document = JsonReport.render(Samples.mixed()).replace("\"root\"", "\"folder\"");
    assertThat(complaints(document)).isNotEmpty();
  }

  @Test
  void givesTheSameBytesForTheSameInput() {
    assertThat(JsonReport.render(Samples.mixed())).isEqualTo(JsonReport.render(Samples.mixed()));
  }

  @Test
  void endsLinesWithLineFeedsOnly() {
    assertThat(JsonReport.render(Samples.mixed())).doesNotContain("\r").endsWith("}\n");
  }

  @Test
  void saysWhatTheExitCodeIsMadeOf() {
    assertThat(JsonReport.render(Samples.mixed()))
        .contains("\"incomplete\" : true", "\"errors\" : 4", "\"fails\" : 2");
  }
}
