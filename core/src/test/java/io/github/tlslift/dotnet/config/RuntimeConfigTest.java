package io.github.tlslift.dotnet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.SwitchSetting;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.testkit.Truncation;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RuntimeConfigTest {
  private static final String BUILT =
      """
      {
        "runtimeOptions": {
          "tfm": "net8.0",
          // a comment
          "frameworks": [
            { "name": "Microsoft.NETCore.App", "version": "8.0.1" },
            { "name": "Microsoft.AspNetCore.App", "version": "8.0.0" },
          ],
          "configProperties": {
            "System.Net.Http.UseSocketsHttpHandler": false,
            "Switch.System.Net.DontEnableSchUseStrongCrypto": "true",
            "System.GC.HeapCount": 4
          }
        }
      }""";

  private static RuntimeConfig read(String text) throws MalformedInputException {
    return RuntimeConfig.read(SourceText.ofString("App.runtimeconfig.json", text));
  }

  @Test
  void readsFrameworksAndTarget() throws MalformedInputException {
    RuntimeConfig config = read(BUILT);
    assertThat(config.frameworks())
        .extracting(s -> s.key() + " " + s.value() + " " + s.location().line())
        .containsExactly("Microsoft.NETCore.App 8.0.1 6", "Microsoft.AspNetCore.App 8.0.0 7");
    assertThat(config.target())
        .get()
        .extracting(TargetFramework::identifier, TargetFramework::version)
        .containsExactly(".NETCoreApp", "8.0");
  }

  @Test
  void givesEveryPropertyAsASwitch() throws MalformedInputException {
    assertThat(read(BUILT).properties())
        .extracting(SwitchSetting::name, SwitchSetting::value, SwitchSetting::source)
        .containsExactly(
            property("System.Net.Http.UseSocketsHttpHandler", Optional.of(false)),
            property("Switch.System.Net.DontEnableSchUseStrongCrypto", Optional.of(true)),
            property("System.GC.HeapCount", Optional.empty()));
  }

  private static Tuple property(String name, Optional<Boolean> value) {
    return tuple(name, value, SwitchSetting.Source.RUNTIME_CONFIG);
  }

  @Test
  void namesThePlaceOfAValueWithoutItsQuotes() throws MalformedInputException {
    SwitchSetting text = read(BUILT).properties().get(1);
    assertThat(text.location().line()).isEqualTo(11);
    assertThat(BUILT.substring(text.location().offset()).startsWith("true\"")).isTrue();
    assertThat(text.location().length()).isEqualTo(4);
    SwitchSetting number = read(BUILT).properties().get(2);
    assertThat(BUILT.charAt(number.location().offset())).isEqualTo('4');
    assertThat(number.location().length()).isEqualTo(1);
  }

  @Test
  void readsATemplateAndASelfContainedProgram() throws MalformedInputException {
    assertThat(read("{\"configProperties\":{\"System.Net.SocketsHttpHandler.Http2Support\":true}}"))
        .satisfies(c -> assertThat(c.properties()).hasSize(1))
        .satisfies(c -> assertThat(c.target()).isEmpty());
    assertThat(
            read("{\"runtimeOptions\":{\"includedFrameworks\":[{\"name\":\"Microsoft.NETCore.App\",\"version\":\"6.0.36\"}]}}")
                .target())
        .get()
        .extracting(TargetFramework::version)
        .isEqualTo("6.0");
  }

  @Test
  void knowsItsFilesByName() {
    assertThat(RuntimeConfig.is("bin/App.runtimeconfig.json")).isTrue();
    assertThat(RuntimeConfig.is("src/RuntimeConfig.template.json")).isTrue();
    assertThat(RuntimeConfig.is("appsettings.json")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "\"text\"", "{", "{\"a\":}", "{\"a\":1}}", "{\"a\":1} x", "{'a':1}"})
  void refusesWhatIsNoObject(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedInputException.class);
  }

  @Test
  void refusesEveryTruncation() {
    Truncation.isRefusedEverywhere("App.runtimeconfig.json", BUILT, RuntimeConfig::read);
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThatThrownBy(() -> read("{\"a\":".repeat(100_000)))
        .isInstanceOf(MalformedInputException.class);
  }
}
