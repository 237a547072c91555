package io.github.tlslift.dotnet.project;

import static io.github.tlslift.dotnet.project.Projects.oldStyle;
import static io.github.tlslift.dotnet.project.Projects.properties;
import static io.github.tlslift.dotnet.project.Projects.read;
import static io.github.tlslift.dotnet.project.Projects.sdk;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.testkit.MemoryTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrameworksTest {

  @Test
  void readsTheVersionOfAnOldStyleProjectWhereItStands() throws MalformedInputException {
    String text =
        oldStyle(properties("\n<TargetFrameworkVersion> v4.5.2 </TargetFrameworkVersion>"));
    TargetFramework target = read(text).targets().get(0);
    assertThat(target.display()).isEqualTo(".NET Framework 4.5.2");
    assertThat(said(text, target)).isEqualTo("v4.5.2");
    assertThat(target.location().line()).isEqualTo(5);
  }

  @Test
  void readsEachFrameworkOfAListWhereItStands() throws MalformedInputException {
    String text =
        sdk(
            properties(
                "<TargetFrameworks>net462; net8.0-windows ;netstandard2.0</TargetFrameworks>"));
    assertThat(read(text).targets())
        .extracting(TargetFramework::display)
        .containsExactly(".NET Framework 4.6.2", ".NET 8.0", ".NETStandard 2.0");
    assertThat(read(text).targets())
        .extracting(t -> said(text, t))
        .containsExactly("net462", "net8.0-windows", "netstandard2.0");
  }

  @Test
  void prefersTheSingleFrameworkToTheList() throws MalformedInputException {
    Project project =
        read(
            sdk(
                properties(
                    "<TargetFrameworks>net45;net48</TargetFrameworks>"
                        + "<TargetFramework>net472</TargetFramework>")));
    assertThat(project.targets()).extracting(TargetFramework::version).containsExactly("4.7.2");
  }

  @ParameterizedTest
  @CsvSource({"2.0, 2.0", "3.5, 3.5", "4.0, 4.0", "12.0, 4.0", "15.0, 4.0"})
  void takesTheDefaultOfTheToolsVersion(String tools, String version)
      throws MalformedInputException {
    Project project =
        read("<Project ToolsVersion='" + tools + "'>" + Projects.CSHARP + "</Project>");
    assertThat(project.targets())
        .containsExactly(
            new TargetFramework(
                TargetFramework.NET_FRAMEWORK, version, Location.ofFile("src/App/App.csproj")));
    assertThat(project.undecided()).isEmpty();
  }

  @Test
  void saysThatADefaultWithoutToolsVersionDependsOnMsBuild() throws MalformedInputException {
    Project project = read("<Project>" + Projects.CSHARP + "</Project>");
    assertThat(project.targets()).extracting(TargetFramework::version).containsExactly("4.0");
    assertThat(project.undecided())
        .containsExactly(
            "no TargetFrameworkVersion and no ToolsVersion: MSBuild 4 and later takes v4.0");
  }

  @Test
  void hasNoTargetWhereAnSdkProjectGivesNone() throws MalformedInputException {
    Project project = read(sdk(""));
    assertThat(project.targets()).isEmpty();
    assertThat(project.undecided()).containsExactly("no target framework is given");
  }

  @Test
  void hasNoTargetWhereTheNameIsNoFramework() throws MalformedInputException {
    Project project = read(sdk(properties("<TargetFramework>dnx451</TargetFramework>")));
    assertThat(project.targets()).isEmpty();
    assertThat(project.undecided()).containsExactly("TargetFramework dnx451 is not known");
  }

  @Test
  void keepsOtherPlatformsApart() throws MalformedInputException {
    String portable =
        "<Project ToolsVersion='4.0'><PropertyGroup><TargetFrameworkVersion>v4.5"
            + "</TargetFrameworkVersion></PropertyGroup><Import Project='$(MSBuildExtensionsPath32)"
            + "\\Microsoft\\Portable\\$(TargetFrameworkVersion)\\Microsoft.Portable.CSharp.targets'/>"
            + "</Project>";
    assertThat(read(portable).targets())
        .extracting(TargetFramework::identifier)
        .containsExactly(".NETPortable");
  }

  @Test
  void followsAPropertyToTheFileThatSetsIt() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .with(
                "Directory.Build.props",
                "<Project><PropertyGroup><OurTarget>net461</OurTarget></PropertyGroup></Project>");
    TargetFramework target =
        read(sdk(properties("<TargetFramework>$(OurTarget)</TargetFramework>")), tree)
            .targets()
            .get(0);
    assertThat(target.version()).isEqualTo("4.6.1");
    assertThat(target.location().file()).isEqualTo("Directory.Build.props");
  }

  @Test
  void saysWhatDecidesATargetThatItCannotDecide() throws MalformedInputException {
    Project project =
        read(
            oldStyle(
                properties(
                    "<TargetFrameworkVersion>v4.5</TargetFrameworkVersion>"
                        + "<TargetFrameworkVersion Condition=\"'$(USERNAME)' == 'build'\">v4.8"
                        + "</TargetFrameworkVersion>")));
    assertThat(project.targets()).extracting(TargetFramework::version).containsExactly("4.5");
    assertThat(project.undecided())
        .containsExactly(
            "TargetFrameworkVersion may be v4.8 (src/App/App.csproj:4): what decides it is not known");
  }

  @Test
  void leavesOutTheAttributeWhereTheProjectSaysSo() throws MalformedInputException {
    String without = "<GenerateTargetFrameworkAttribute>false</GenerateTargetFrameworkAttribute>";
    assertThat(read(oldStyle(properties(without))).targetAttribute()).isFalse();
    assertThat(read(oldStyle("")).targetAttribute()).isTrue();
  }

  private static String said(String text, TargetFramework target) {
    Location at = target.location();
    return text.substring(at.offset(), at.offset() + at.length());
  }
}
