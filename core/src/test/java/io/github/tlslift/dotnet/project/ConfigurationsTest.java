package io.github.tlslift.dotnet.project;

import static io.github.tlslift.dotnet.project.Projects.oldStyle;
import static io.github.tlslift.dotnet.project.Projects.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.TargetFramework;
import org.junit.jupiter.api.Test;

final class ConfigurationsTest {
  private static final String DEFAULTS =
      """
      <PropertyGroup>
        <Configuration Condition=" '$(Configuration)' == '' ">Debug</Configuration>
        <Platform Condition=" '$(Platform)' == '' ">AnyCPU</Platform>
        <OutputType>Exe</OutputType>
        <TargetFrameworkVersion>v4.0</TargetFrameworkVersion>
      </PropertyGroup>
      """;

  private static String group(String configuration, String content) {
    return "<PropertyGroup Condition=\" '$(Configuration)|$(Platform)' == '"
        + configuration
        + "' \">"
        + content
        + "</PropertyGroup>\n";
  }

  @Test
  void takesReleaseForTheShippedOneAndNamesTheDifference() throws MalformedInputException {
    Project project =
        read(
            oldStyle(
                DEFAULTS
                    + group("Debug|AnyCPU", "<PlatformTarget>x64</PlatformTarget>")
                    + group("Release|AnyCPU", "<PlatformTarget>x86</PlatformTarget>")));
    assertThat(project.bitness()).isEqualTo(Bitness.BITS_32);
    assertThat(project.undecided())
        .containsExactly("PlatformTarget is x64 in Debug|AnyCPU; Release is taken");
  }

  @Test
  void saysNothingWhereConfigurationsAgree() throws MalformedInputException {
    Project project =
        read(
            oldStyle(
                DEFAULTS
                    + group(
                        "Debug|AnyCPU",
                        "<PlatformTarget>AnyCPU</PlatformTarget><Optimize>false</Optimize>")
                    + group("Release|AnyCPU", "<Optimize>true</Optimize>")));
    assertThat(project.bitness()).isEqualTo(Bitness.BITS_64);
    assertThat(project.undecided()).isEmpty();
  }

  @Test
  void takesTheReleaseTwinOfADefaultWithALongerName() throws MalformedInputException {
    String text =
        DEFAULTS
                .replace(">Debug<", ">net_4_0_Debug<")
                .replace("<TargetFrameworkVersion>v4.0</TargetFrameworkVersion>", "")
            + group("net_4_0_Debug|AnyCPU", "<TargetFrameworkVersion>v4.0</TargetFrameworkVersion>")
            + group(
                "net_4_0_Release|AnyCPU", "<TargetFrameworkVersion>v4.5</TargetFrameworkVersion>");
    Project project = read(oldStyle(text));
    assertThat(project.targets()).extracting(TargetFramework::version).containsExactly("4.5");
    assertThat(project.undecided())
        .contains(
            "TargetFrameworkVersion is v4.0 in net_4_0_Debug|AnyCPU; net_4_0_Release is taken");
  }

  @Test
  void keepsTheDefaultOfAProjectWithoutRelease() throws MalformedInputException {
    Project project =
        read(
            oldStyle(
                DEFAULTS.replace(">Debug<", ">Live<")
                    + group("Live|AnyCPU", "<PlatformTarget>x86</PlatformTarget>")));
    assertThat(project.bitness()).isEqualTo(Bitness.BITS_32);
  }

  @Test
  void theBitnessOfALibraryMakesNoDifference() throws MalformedInputException {
    Project project =
        read(
            oldStyle(
                DEFAULTS.replace(">Exe<", ">Library<")
                    + group("Debug|AnyCPU", "<PlatformTarget>x86</PlatformTarget>")
                    + group("Release|AnyCPU", "<PlatformTarget>AnyCPU</PlatformTarget>")));
    assertThat(project.undecided()).isEmpty();
  }

  @Test
  void takesTheFirstWhenThatHolds() throws MalformedInputException {
    String text =
        """
        <Choose>
          <When Condition="'$(Configuration)' == 'Debug'">
            <PropertyGroup><TargetFrameworkVersion>v4.8</TargetFrameworkVersion></PropertyGroup>
          </When>
          <When Condition="'$(OutputType)' == 'Exe'">
            <PropertyGroup><TargetFrameworkVersion>v4.6.1</TargetFrameworkVersion></PropertyGroup>
          </When>
          <Otherwise>
            <PropertyGroup><TargetFrameworkVersion>v3.5</TargetFrameworkVersion></PropertyGroup>
          </Otherwise>
        </Choose>
        """;
    Project project = read(oldStyle(DEFAULTS + group("Release|AnyCPU", "") + text));
    assertThat(project.targets()).extracting(TargetFramework::version).containsExactly("4.6.1");
    assertThat(project.undecided())
        .containsExactly("TargetFrameworkVersion is v4.8 in Debug; Release is taken");
  }

  @Test
  void anSdkProjectHasReleaseWithoutNamingIt() throws MalformedInputException {
    String text =
        "<PropertyGroup><TargetFramework>net48</TargetFramework><OutputType>Exe</OutputType>"
            + "</PropertyGroup><PropertyGroup Condition=\"'$(Configuration)' == 'Debug'\">"
            + "<PlatformTarget>x86</PlatformTarget></PropertyGroup>";
    Project project = read(Projects.sdk(text));
    assertThat(project.bitness()).isEqualTo(Bitness.BITS_64);
    assertThat(project.undecided())
        .containsExactly("PlatformTarget is x86 in Debug; Release is taken");
  }

  @Test
  void namesWhatAnotherPlatformSays() throws MalformedInputException {
    String text =
        "<PropertyGroup Condition=\"'$(Platform)' == 'x86'\"><PlatformTarget>x86</PlatformTarget>"
            + "</PropertyGroup>";
    assertThat(read(oldStyle(DEFAULTS + text)).undecided())
        .containsExactly("PlatformTarget is x86 in x86; Debug is taken");
  }
}
