package io.github.tlslift.dotnet.project.msbuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InfluencesTest {

  private static boolean reaches(String property, String... files) throws MalformedInputException {
    List<Influences> all = new ArrayList<>();
    for (String content : files) {
      String text = "<Project>" + content + "</Project>";
      all.add(ProjectFile.read(SourceText.ofString("a.props", text)).influences());
    }
    return Influences.reach(all, List.of("Configuration", "Platform"), List.of(property));
  }

  private static String group(String condition, String content) {
    return "<PropertyGroup Condition=\"" + condition + "\">" + content + "</PropertyGroup>";
  }

  @Test
  void aConditionReachesWhatItGuardsAndNothingElse() throws MalformedInputException {
    String text =
        group("'$(Configuration)|$(Platform)' == 'Debug|x86'", "<Optimize>false</Optimize>")
            + group("'$(OS)' == ''", "<OutputType>Exe</OutputType>");
    assertThat(reaches("optimize", text)).isTrue();
    assertThat(reaches("OutputType", text)).isFalse();
  }

  @Test
  void aValueReachesThroughOtherPropertiesAndFiles() throws MalformedInputException {
    String flavour =
        "<PropertyGroup><Flavour>$(Configuration.Substring(0, 3))</Flavour></PropertyGroup>";
    String target =
        group("$(flavour) == 'net'", "<TargetFrameworkVersion>v4.5</TargetFrameworkVersion>");
    assertThat(reaches("TargetFrameworkVersion", flavour, target)).isTrue();
    assertThat(reaches("TargetFrameworkVersion", target)).isFalse();
  }

  @Test
  void anImportThatDependsReachesEverything() throws MalformedInputException {
    assertThat(reaches("OutputType", "<Import Project=\"$(Platform).props\"/>")).isTrue();
    assertThat(
            reaches(
                "OutputType",
                "<ImportGroup Condition=\"'$(Platform)' == 'x86'\"><Import Project=\"a\"/></ImportGroup>"))
        .isTrue();
    assertThat(reaches("OutputType", "<Import Project=\"$(Other).props\"/>")).isFalse();
  }

  @Test
  void aBranchDependsOnTheConditionsBeforeIt() throws MalformedInputException {
    String text =
        "<Choose><When Condition=\"'$(Platform)' == 'x86'\"></When><Otherwise><PropertyGroup>"
            + "<OutputType>Exe</OutputType></PropertyGroup></Otherwise></Choose>";
    assertThat(reaches("OutputType", text)).isTrue();
  }

  @Test
  void targetsAndItemsDoNotCount() throws MalformedInputException {
    String text =
        "<Target Name=\"T\"><PropertyGroup><OutputType>$(Platform)</OutputType></PropertyGroup></Target>"
            + "<ItemGroup Condition=\"'$(Platform)' == ''\"><OutputType Include=\"a\"/></ItemGroup>";
    assertThat(reaches("OutputType", text)).isFalse();
  }
}
