package io.github.tlslift.dotnet.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.testkit.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of code as Mono's compiler made them; {@code lab/assemblies} compiles all of them. */
final class CompiledFormsTest {
  private static final String PROTOCOLS = "System.Net.ServicePointManager.SecurityProtocol";

  @ParameterizedTest
  @ValueSource(strings = {"early-returns", "fields", "nullables"})
  void showTheSameAsTheirSource(String form) throws MalformedInputException {
    SourceText source = SourceText.of(form + ".cs", Fixtures.bytes("forms/" + form + ".cs"));
    assertThat(il(form))
        .extracting(ClientAssembliesTest.SameUse::text)
        .containsExactlyInAnyOrderElementsOf(
            SourceReader.read(List.of(source)).apiUses().stream()
                .map(ClientAssembliesTest.SameUse::text)
                .toList());
  }

  @Test
  void whatFollowsAReturnForWrongArgumentsRunsAlways() throws MalformedInputException {
    assertThat(writes("early-returns"))
        .containsExactlyInAnyOrder(
            "Early.Usage [192]",
            "Early.Once [768]",
            "Early.Get [3072]",
            "Early.Checked [12288]",
            "Early.UnlessInForce [3072] sometimes",
            "Early.Either [192] sometimes",
            "Early.Either [3072] sometimes",
            "Early.Asked [48] sometimes");
  }

  @Test
  void fieldsThatAreGivenAValueAtOnceAreNeverZero() throws MalformedInputException {
    assertThat(writes("fields"))
        .containsExactlyInAnyOrder(
            "Fields.Apply [192]",
            "Fields.Apply [768]",
            "Fields.Apply [3072]",
            "Fields.Apply [48]",
            "Fields.Apply [960]",
            "Fields.Later [192]");
  }

  @Test
  void aNullableIsWhatItWasGivenOrWhatReplacesNull() throws MalformedInputException {
    assertThat(writes("nullables"))
        .containsExactlyInAnyOrder(
            "Nullables.Choose [192, 3072] sometimes", "Nullables.Given [768] sometimes");
  }

  private static List<String> writes(String form) throws MalformedInputException {
    return il(form).stream()
        .filter(u -> u.member().equals(PROTOCOLS))
        .map(
            u ->
                String.format(
                    "%s %s%s",
                    u.container(), u.value().possible(), u.conditional() ? " sometimes" : ""))
        .toList();
  }

  private static List<ApiUse> il(String form) throws MalformedInputException {
    byte[] bytes = Fixtures.bytes("forms/" + form + ".dll");
    return AssemblyReader.read(form + ".dll", bytes, true).main().orElseThrow().apiUses();
  }
}
