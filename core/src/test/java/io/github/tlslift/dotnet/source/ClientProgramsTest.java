package io.github.tlslift.dotnet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Role;
import io.github.tlslift.testkit.Fixtures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that were compiled and run against TLS servers, each read with the file they share. */
final class ClientProgramsTest {

  // Role is the place's own: process, handler or stream. An empty cell: no such place.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          settings/appsetting.cs             | PROCESS SET [] ? conditional
          settings/cast3072.cs               | PROCESS SET [3072]
          settings/cast768or3072.cs          | PROCESS SET [3840]
          settings/const.cs                  | PROCESS SET [192]
          settings/helper.cs                 | PROCESS SET [192]
          settings/local.cs                  | PROCESS SET [192, 3072] conditional
          settings/none.cs                   |
          settings/or3072.cs                 | PROCESS ADD [3072]
          settings/ortls12.cs                | PROCESS ADD [3072]
          settings/reflection.cs             | PROCESS SET [192]
          settings/ssl3.cs                   | PROCESS SET [48]
          settings/ssl3tls10.cs              | PROCESS SET [240]
          settings/staticfield.cs            | PROCESS SET [192]
          settings/systemdefault.cs          | PROCESS SET [0]
          settings/tls10.cs                  | PROCESS SET [192]
          settings/tls12.cs                  | PROCESS SET [3072]
          special/httpclienthandler-tls10.cs | HANDLER SET [192]
          special/httpclienthandler-tls12.cs | HANDLER SET [3072]
          special/sslstreamarg-cast3072.cs   | STREAM SET [3072]
          special/sslstreamarg-default.cs    | STREAM SET [240]
          special/sslstreamarg-none.cs       | STREAM SET [0]
          special/sslstreamarg-tls10.cs      | STREAM SET [192]
          special/toolate.cs                 | PROCESS SET [192]; PROCESS SET [3072]
          vb/HttpCast3072.vb                 | PROCESS SET [3072]
          vb/HttpNone.vb                     |
          vb/HttpOrTls12.vb                  | PROCESS ADD [3072]
          vb/HttpTls10.vb                    | PROCESS SET [192]
          vb/ModuleField.vb                  | PROCESS SET [240]; PROCESS SET [192]; PROCESS SET [] ?; STREAM SET [240]
          """)
  void setsWhatItsNameSays(String program, String expected) {
    assertThat(places(program)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "api/asmx.cs, HttpWebRequest",
    "api/httpclient.cs, HttpClient",
    "api/httpwebrequest.cs, HttpWebRequest",
    "api/sslstream.cs, SslStream",
    "api/wcf.cs, Wcf.Https",
    "api/webclient.cs, WebClient",
    "vb/HttpNone.vb, HttpWebRequest",
  })
  void connectsByTheApiOfItsName(String program, String api) {
    assertThat(read(program))
        .filteredOn(u -> u.role() == Role.CLIENT)
        .extracting(u -> u.api().orElseThrow().id())
        .containsOnly(api);
    assertThat(places(program)).isEmpty();
  }

  private static String places(String program) {
    return read(program).stream()
        .filter(u -> u.operation() != Operation.USE)
        .map(ClientProgramsTest::place)
        .collect(Collectors.joining("; "));
  }

  private static String place(ApiUse use) {
    FoldedValue value = use.value();
    return use.role().name().replace("_PROTOCOLS", "")
        + " "
        + use.operation()
        + " "
        + Arrays.toString(value.possible().toArray())
        + (value.unknown().isPresent() ? " ?" : "")
        + (use.conditional() ? " conditional" : "");
  }

  private static List<ApiUse> read(String program) {
    return SourceReader.read(
            List.of(file(program), file(program.endsWith(".vb") ? program : "Lab.cs")))
        .apiUses()
        .stream()
        .filter(u -> !u.location().file().equals("Lab.cs"))
        .toList();
  }

  private static SourceText file(String name) {
    return SourceText.of(name, Fixtures.bytes("clients/" + name));
  }
}
