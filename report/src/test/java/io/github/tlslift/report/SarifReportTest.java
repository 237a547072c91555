package io.github.tlslift.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.tlslift.check.CheckRequest.Endpoint;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Coverage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The SARIF log. */
final class SarifReportTest {
  private static final Path SCHEMA = Path.of("src/test/resources/schema/sarif-schema-2.1.0.json");

  private static String sarif(CheckReport report) {
    return SarifReport.render(report, Pages.own());
  }

  private static List<String> complaints(String document) {
    return Schemas.complaints(SCHEMA, VersionFlag.V7, document);
  }

  private static CheckReport of(int mask) {
    return Samples.check(
        List.of(
            Samples.exe(
                "A.exe",
                "4.8",
                List.of(Samples.request("a b/Ä.cs", 3), Samples.pin("a b/Ä.cs", 9, mask)))),
        Coverage.NONE,
        new Endpoint("contoso.sharepoint.com", 443));
  }

  @Test
  void passesTheOfficialSchema() {
    assertThat(complaints(sarif(Samples.mixed()))).isEmpty();
    assertThat(complaints(sarif(Samples.check(List.of(), Coverage.NONE)))).isEmpty();
  }

  @Test
  void schemaRefusesAnUnknownKind() {
    assertThat(complaints(sarif(of(240)).replace("\"fail\"", "\"failed\""))).isNotEmpty();
  }

  @Test
  void saysExactlyWhatAPlaceSets() {
    assertThat(sarif(of(240)))
        .contains(
            "\"protocols\" : [\n              \"ssl3\",\n              \"tls1.0\"\n",
            "\"operation\" : \"set\"",
            "\"verdict\" : \"weak\"",
            "\"level\" : \"error\"");
  }

  @Test
  void aPlaceThatLeavesItToWindowsPasses() {
    assertThat(sarif(of(0)))
        .contains("\"kind\" : \"pass\"", "\"level\" : \"none\"", "\"os-default\"")
        .doesNotContain("\"kind\" : \"fail\"");
  }

  @Test
  void writesPathsAsRelativeReferences() {
    assertThat(sarif(of(240))).contains("\"uri\" : \"a%20b/%C3%84.cs\"", "\"SRCROOT\"");
  }

  @Test
  void gapsAreNotificationsOfAnUnsuccessfulRun() {
    assertThat(sarif(Samples.mixed()))
        .contains("\"executionSuccessful\" : false", "not examined: offset 17: not UTF-8");
    assertThat(sarif(of(240))).contains("\"executionSuccessful\" : true");
  }

  @Test
  void givesTheSameBytesForTheSameInput() {
    assertThat(sarif(Samples.mixed())).isEqualTo(sarif(Samples.mixed()));
  }
}
