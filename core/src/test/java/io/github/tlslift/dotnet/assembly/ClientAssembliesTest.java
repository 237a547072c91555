package io.github.tlslift.dotnet.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.testkit.Fixtures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client programs as Mono's compiler made them ({@code lab/assemblies}). */
final class ClientAssembliesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "asmx-staticfield-v4.5, api/asmx.cs, settings/staticfield.cs",
    "httpclienthandler-tls10-v4.7.1, special/httpclienthandler-tls10.cs,",
    "httpwebrequest-cast3072-v2.0, api/httpwebrequest.cs, settings/cast3072.cs",
    "httpwebrequest-none-noattr, api/httpwebrequest.cs, settings/none.cs",
    "httpwebrequest-none-v4.8, api/httpwebrequest.cs, settings/none.cs",
    "sslstreamarg-default-v4.5, special/sslstreamarg-default.cs,",
    "toolate-v4.5, special/toolate.cs,",
    "wcf-appsetting-v4.5, api/wcf.cs, settings/appsetting.cs",
    "webclient-helper-v4.5, api/webclient.cs, settings/helper.cs",
    "webclient-local-v4.5, api/webclient.cs, settings/local.cs",
    "webclient-ortls12-v4.5, api/webclient.cs, settings/ortls12.cs",
    "webclient-reflection-v4.5, api/webclient.cs, settings/reflection.cs",
    "webclient-tls10-v4.5, api/webclient.cs, settings/tls10.cs",
  })
  void showsInIlWhatItsSourceSays(String program, String first, String second)
      throws MalformedInputException {
    List<SourceText> files =
        Stream.of("Lab.cs", first, second)
            .filter(f -> f != null)
            .map(f -> SourceText.of(f, Fixtures.bytes("clients/" + f)))
            .toList();
    assertThat(read(program).apiUses())
        .extracting(SameUse::text)
        .containsExactlyInAnyOrderElementsOf(
            SourceReader.read(files).apiUses().stream().map(SameUse::text).toList());
  }

  /** What of a place has to be the same in source and in IL. */
  static final class SameUse {
    private SameUse() {}

    static String text(ApiUse use) {
      return String.join(
          " ",
          use.role().name(),
          use.member(),
          use.api().map(a -> a.id()).orElse(""),
          use.operation().name(),
          use.value().possible().toString(),
          use.value().unknown().isPresent() ? "?" : "",
          use.conditional() ? "conditional" : "",
          use.phase().name(),
          use.container());
    }
  }

  // static async Task Run() { P = Tls; await ..; WebRequest.Create(..); await ..; if (..) P =
  // Tls12; }
  @Test
  void followsAnAsyncMethodAsItWasWritten() throws MalformedInputException {
    assertThat(read("async").apiUses())
        .extracting(u -> u.container() + " " + u.member() + " " + u.conditional())
        .containsExactly(
            "P.Run System.Net.ServicePointManager.SecurityProtocol false",
            "P.Run WebRequest.Create false",
            "P.Run System.Net.ServicePointManager.SecurityProtocol true");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "httpwebrequest-cast3072-v2.0, no target framework, v2.0.50727",
    "httpwebrequest-none-noattr, no target framework, v4.0.30319",
    "httpwebrequest-none-v4.8, .NET Framework 4.8, v4.0.30319",
    "httpclienthandler-tls10-v4.7.1, .NET Framework 4.7.1, v4.0.30319",
    "webclient-tls10-v4.5, .NET Framework 4.5, v4.0.30319",
  })
  void saysWhatItWasBuiltFor(String program, String target, String runtime)
      throws MalformedInputException {
    AssemblyInfo info = read(program).info();
    assertThat(info.target().display()).isEqualTo(target);
    assertThat(info.runtime()).isEqualTo(runtime);
    assertThat(info.starts()).isTrue();
    assertThat(info.strongName()).isFalse();
    assertThat(info.bitness()).isEqualTo(Bitness.BITS_64);
    assertThat(info.references()).extracting(Identity::name).contains("mscorlib", "System");
  }

  private static AssemblyFacts read(String program) throws MalformedInputException {
    byte[] bytes = Fixtures.bytes("assemblies/" + program + ".exe");
    return AssemblyReader.read(program + ".exe", bytes, true).main().orElseThrow();
  }
}
