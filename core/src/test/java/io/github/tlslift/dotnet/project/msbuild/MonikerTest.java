package io.github.tlslift.dotnet.project.msbuild;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MonikerTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          net20,                          .NETFramework, 2.0
          net35-client,                   .NETFramework, 3.5
          net4,                           .NETFramework, 4.0
          net45,                          .NETFramework, 4.5
          net452,                         .NETFramework, 4.5.2
          net472,                         .NETFramework, 4.7.2
          NET48,                          .NETFramework, 4.8
          net481,                         .NETFramework, 4.8.1
          net4.8,                         .NETFramework, 4.8
          net5.0,                         .NETCoreApp,   5.0
          net6.0-windows,                 .NETCoreApp,   6.0
          net8.0-windows10.0.19041.0,     .NETCoreApp,   8.0
          net10.0,                        .NETCoreApp,   10.0
          netcoreapp3.1,                  .NETCoreApp,   3.1
          netcoreapp21,                   .NETCoreApp,   2.1
          netstandard2.0,                 .NETStandard,  2.0
          netstandard20,                  .NETStandard,  2.0
          uap10.0,                        UAP,           10.0
          '.NETFramework,Version=v4.5',   .NETFramework, 4.5
          """)
  void reads(String name, String identifier, String version) {
    assertThat(Moniker.parse(name))
        .hasValueSatisfying(
            m -> {
              assertThat(m.identifier()).isEqualTo(identifier);
              assertThat(m.version()).isEqualTo(version);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "net", "dnx451", "portable-net45+win8", "$(Target)", "4.8", "v4.8"})
  void refusesWhatIsNoFramework(String name) {
    assertThat(Moniker.parse(name)).isEmpty();
  }
}
