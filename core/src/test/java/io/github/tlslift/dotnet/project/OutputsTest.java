package io.github.tlslift.dotnet.project;

import static io.github.tlslift.dotnet.project.Projects.oldStyle;
import static io.github.tlslift.dotnet.project.Projects.properties;
import static io.github.tlslift.dotnet.project.Projects.read;
import static io.github.tlslift.dotnet.project.Projects.sdk;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputsTest {

  @ParameterizedTest
  @CsvSource({"Exe, EXE", "winexe, WIN_EXE", "Library, LIBRARY", "Database, UNKNOWN", "'', EXE"})
  void readsTheOutputType(String said, Project.Output output) throws MalformedInputException {
    assertThat(read(oldStyle(properties("<OutputType>" + said + "</OutputType>"))).output())
        .isEqualTo(output);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.NET.Sdk, LIBRARY",
    "Microsoft.NET.Sdk.Web, EXE",
    "Microsoft.NET.Sdk.Worker/8.0, EXE",
    "Microsoft.NET.Sdk.Razor, LIBRARY"
  })
  void takesTheDefaultOfTheSdk(String sdk, Project.Output output) throws MalformedInputException {
    String project =
        "<Project Sdk='"
            + sdk
            + "'><PropertyGroup><TargetFramework>net48</TargetFramework>"
            + "</PropertyGroup></Project>";
    assertThat(read(project).output()).isEqualTo(output);
    assertThat(read(project).undecided()).isEmpty();
  }

  @Test
  void namesAnSdkThatItDoesNotKnow() throws MalformedInputException {
    assertThat(read("<Project Sdk='Contoso.Sdk/1.2'/>").undecided())
        .contains("SDK Contoso.Sdk is not known; read as Microsoft.NET.Sdk");
  }

  @Test
  void anExecutableForOneTargetMakesAnExecutable() throws MalformedInputException {
    Project project =
        read(
            sdk(
                properties("<TargetFrameworks>netstandard2.0;net472</TargetFrameworks>")
                    + properties(
                        "<OutputType Condition=\"'$(TargetFramework)' == 'net472'\">Exe</OutputType>")));
    assertThat(project.output()).isEqualTo(Project.Output.EXE);
    assertThat(project.undecided())
        .containsExactly("OutputType is not the same for every target framework");
  }

  @Test
  void namesTheAssemblyAfterTheFileWhereItIsNotNamed() throws MalformedInputException {
    assertThat(read(oldStyle("")).assemblyName()).isEqualTo("App");
    assertThat(
            read(sdk(properties("<AssemblyName>$(MSBuildProjectName).Host</AssemblyName>")))
                .assemblyName())
        .isEqualTo("App.Host");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          x86,    '',    v4.5,   Exe,     BITS_32
          x64,    '',    v4.5,   Exe,     BITS_64
          AnyCPU, true,  v4.5,   Exe,     BITS_32
          AnyCPU, false, v4.5,   Exe,     BITS_64
          AnyCPU, '',    v4.5,   Exe,     BITS_32
          AnyCPU, '',    v4.8,   WinExe,  BITS_32
          AnyCPU, '',    v4.0,   Exe,     BITS_64
          AnyCPU, '',    v3.5,   Exe,     BITS_64
          AnyCPU, '',    v4.5,   Library, UNKNOWN
          x86,    '',    v4.5,   Library, BITS_32
          '',     '',    v4.7.2, Exe,     BITS_32
          """)
  void tellsTheBitnessOfAnOldStyleProject(
      String platform, String prefer, String version, String output, Bitness expected)
      throws MalformedInputException {
    String text =
        oldStyle(
            properties(
                "<OutputType>%s</OutputType><PlatformTarget>%s</PlatformTarget>"
                        .formatted(output, platform)
                    + "<Prefer32Bit>%s</Prefer32Bit>".formatted(prefer)
                    + "<TargetFrameworkVersion>%s</TargetFrameworkVersion>".formatted(version)));
    assertThat(read(text).bitness()).isEqualTo(expected);
  }

  @Test
  void anSdkProjectDoesNotPrefer32Bits() throws MalformedInputException {
    String exe = "<TargetFramework>net48</TargetFramework><OutputType>Exe</OutputType>";
    assertThat(read(sdk(properties(exe))).bitness()).isEqualTo(Bitness.BITS_64);
    assertThat(read(sdk(properties(exe + "<Prefer32Bit>true</Prefer32Bit>"))).bitness())
        .isEqualTo(Bitness.BITS_32);
    assertThat(
            read(sdk(properties(exe + "<RuntimeIdentifier>win-x86</RuntimeIdentifier>"))).bitness())
        .isEqualTo(Bitness.BITS_32);
  }

  @Test
  void saysWhereTheBitnessIsSaid() throws MalformedInputException {
    String text =
        oldStyle(properties("<OutputType>Exe</OutputType>\n<PlatformTarget>x86</PlatformTarget>"));
    Location at = read(text).bitnessAt().orElseThrow();
    assertThat(at.line()).isEqualTo(5);
    assertThat(text.substring(at.offset(), at.offset() + at.length())).isEqualTo("x86");
  }

  @Test
  void doesNotKnowABitnessThatTargetsDisagreeOn() throws MalformedInputException {
    String text =
        properties("<TargetFrameworks>net48;net8.0</TargetFrameworks><OutputType>Exe</OutputType>")
            + properties(
                "<PlatformTarget Condition=\"'$(TargetFramework)' == 'net48'\">x86</PlatformTarget>");
    assertThat(read(sdk(text)).bitness()).isEqualTo(Bitness.UNKNOWN);
    assertThat(read(sdk(text)).undecided())
        .containsExactly("the bitness is not the same for every target framework");
  }
}
