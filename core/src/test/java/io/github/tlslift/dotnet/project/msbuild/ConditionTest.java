package io.github.tlslift.dotnet.project.msbuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.testkit.MemoryTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The project has Name=App, Empty= and TargetFramework=net472; lib/a.props exists. */
final class ConditionTest {
  private static final String PROJECT =
      """
      <Project>
        <PropertyGroup>
          <Name>App</Name>
          <Empty></Empty>
          <Yes>true</Yes>
          <TargetFramework>net472</TargetFramework>
          <Hidden Condition="$([Some.Unknown]::Function())">x</Hidden>
        </PropertyGroup>
      </Project>
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          '$(Name)' == 'app'                                             | TRUE
          '$(Name)' != 'App'                                             | FALSE
          '$(NAME)'=='App' and '$(Undefined)'==''                        | TRUE
          '$(Name)' == 'x' or '$(Empty)' == ''                           | TRUE
          '$(Name)' == 'x' Or '$(Empty)' != ''                           | FALSE
          'a' == 'a' or 'b' == 'c' and 'd' == 'e'                        | TRUE
          ('a' == 'a' or 'b' == 'c') and 'd' == 'e'                      | FALSE
          !('$(Name)' == 'App')                                          | FALSE
          !Exists('lib\\a.props')                                        | FALSE
          Exists('lib')                                                  | TRUE
          Exists('$(MSBuildThisFileDirectory)LIB\\A.props')              | TRUE
          Exists('lib\\b.props')                                         | FALSE
          Exists('C:\\lib\\a.props')                                     | UNDECIDED
          HasTrailingSlash('lib\\')                                      | TRUE
          HasTrailingSlash('lib')                                        | FALSE
          '4.10' > '4.9'                                                 | FALSE
          '4.10.0' > '4.9.0'                                             | TRUE
          '10' >= '9'                                                    | TRUE
          '0x10' == '16'                                                 | TRUE
          '4.0' == '4'                                                   | TRUE
          '$(Yes)'                                                       | TRUE
          $(Yes)                                                         | TRUE
          $(Yes) == on                                                   | TRUE
          false                                                          | FALSE
          '%24(Name)' == '$(Empty)$(Name)'                               | FALSE
          $(TargetFramework.StartsWith('net4'))                          | TRUE
          !$(TargetFramework.StartsWith('net4'))                         | FALSE
          '$(TargetFramework.Substring(0, 3))' == 'net'                  | TRUE
          $([MSBuild]::IsOSPlatform('Windows'))                          | TRUE
          '$([MSBuild]::GetTargetFrameworkIdentifier('$(TargetFramework)'))' == '.NETFramework' | TRUE
          $([MSBuild]::VersionLessThan('4.7.2', '4.8'))                  | TRUE
          $([MSBuild]::IsTargetFrameworkCompatible('net472', 'net48'))   | FALSE
          $([Some.Unknown]::Function())                                  | UNDECIDED
          '$(Hidden)' == 'x'                                             | UNDECIDED
          '$(Hidden)' == 'x' and 'a' == 'b'                              | FALSE
          '$(Hidden)' == 'x' or 'a' == 'a'                               | TRUE
          '$(USERPROFILE)' == ''                                         | UNDECIDED
          '@(Compile)' == ''                                             | UNDECIDED
          '%(Filename)' == 'a'                                           | UNDECIDED
          """)
  void comesTo(String condition, Truth expected) throws MalformedInputException {
    assertThat(decide(condition.replace("\\\\", "\\"))).isEqualTo(expected);
  }

  @Test
  void comparesConfigurationAndPlatformTogether() throws MalformedInputException {
    assertThat(decide("'$(Name)|$(Empty)' == 'App|'")).isEqualTo(Truth.TRUE);
    assertThat(decide("'$(Name)|$(Empty)' == 'App|x86'")).isEqualTo(Truth.FALSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a' ==",
        "== 'a'",
        "'a' == 'b",
        "('a' == 'a'",
        "'a' == 'a' 'b'",
        "Exists('a'",
        "!",
        "'a' == 'a' and",
        "hello",
        "'a' =! 'b'",
        "$(A.",
        "@(",
        "'$(A'"
      })
  void isUndecidedWhereItIsNotWellFormed(String condition) throws MalformedInputException {
    assertThat(decide(condition)).isEqualTo(Truth.UNDECIDED);
  }

  @Test
  void endsOnHostileNesting() throws MalformedInputException {
    assertThat(decide("(".repeat(100_000))).isEqualTo(Truth.UNDECIDED);
    assertThat(decide("!".repeat(100_000) + "true")).isEqualTo(Truth.UNDECIDED);
    assertThat(decide("'" + "$(".repeat(10_000) + "'")).isEqualTo(Truth.UNDECIDED);
    assertThat(decide("'$(A" + ".B(".repeat(500) + ")".repeat(500) + ")' == ''"))
        .isEqualTo(Truth.UNDECIDED);
  }

  @Test
  void everyTruncationIsDecidedSomehow() throws MalformedInputException {
    String condition =
        "('$(Name)' == 'App' and !Exists('lib')) or $([MSBuild]::IsOSPlatform('Linux')) != true";
    for (int length = 0; length <= condition.length(); length++) {
      assertThat(decide(condition.substring(0, length))).isNotNull();
    }
  }

  private static Truth decide(String condition) throws MalformedInputException {
    MemoryTree tree = new MemoryTree().withEmpty("src/lib/a.props");
    Evaluation evaluation =
        Evaluation.of(SourceText.ofString("src/a.csproj", PROJECT), new ProjectFiles(tree));
    return Condition.decide(condition, evaluation.expander(evaluation.project), "src");
  }
}
