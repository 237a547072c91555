package io.github.tlslift.dotnet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Destination;
import io.github.tlslift.model.Setting;
import io.github.tlslift.testkit.Truncation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AppSettingsJsonTest {
  private static final String TEXT =
      """
      {
        /* production */
        "ConnectionStrings": { "Main": "Server=tcp:db.contoso.com,1433;Database=a;Encrypt=True" },
        "Graph": { "BaseUrl": "https:\\/\\/graph.microsoft.com/v1.0", "Scopes": ["a", "b"], },
        "Schema": "https://json-schema.org/draft",
        "Retries": 3, "Off": null,
      }""";

  @Test
  void findsAddressesWithTheirPlaces() throws MalformedInputException {
    SourceText file = SourceText.ofString("appsettings.json", TEXT);
    assertThat(AppSettingsJson.destinations(file))
        .extracting(Destination::host, d -> d.location().line())
        .containsExactly(tuple("db.contoso.com", 3), tuple("graph.microsoft.com", 4));
  }

  @Test
  void namesSettingsAsNetDoes() throws MalformedInputException {
    assertThat(JsonSettings.read(SourceText.ofString("appsettings.json", TEXT)))
        .extracting(Setting::key)
        .containsExactly(
            "ConnectionStrings:Main",
            "Graph:BaseUrl",
            "Graph:Scopes:0",
            "Graph:Scopes:1",
            "Schema",
            "Retries",
            "Off");
  }

  @ParameterizedTest
  @CsvSource({
    "appsettings.json, true",
    "src/AppSettings.Production.json, true",
    "launchSettings.json, false",
    "myappsettings.json, false"
  })
  void knowsItsFilesByName(String path, boolean is) {
    assertThat(AppSettingsJson.is(path)).isEqualTo(is);
  }

  @Test
  void refusesEveryTruncation() {
    Truncation.isRefusedEverywhere("appsettings.json", TEXT, AppSettingsJson::destinations);
  }
}
