package io.github.tlslift.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.tlslift.check.CheckRequest.Endpoint;
import io.github.tlslift.fix.FixPlan;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.testkit.FixTester;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SARIF log. */
final class SarifReportTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

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

  @Test
  void fixesPassTheOfficialSchemaAndAreOfFindingsThatTheyMend() {
    FixPlan plan =
        FixTester.in(folder)
            .exe("4.8", "a.cs")
            .file(
                "a.cs",
                "using System.Net;\nclass P { static void Main() {\n"
                    + "  ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;\n"
                    + "  new WebClient().DownloadString(\"https://server.example/\"); } }\n")
            .plan()
            .plan();
    String sarif = SarifReport.render(Comparison.of(plan.before()), Pages.own(), Optional.of(plan));
    assertThat(complaints(sarif)).isEmpty();
    assertThat(sarif)
        .contains(
            "\"text\" : \"remove the pin (pin-removal)\"",
            "\"startLine\" : 3,\n",
            "\"endLine\" : 4,\n                        \"endColumn\" : 1\n");
    assertThat(SarifReport.render(Comparison.of(plan.after()), Pages.own(), Optional.of(plan)))
        .doesNotContain("\"fixes\"");
  }
}
