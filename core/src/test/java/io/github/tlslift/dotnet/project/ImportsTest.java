package io.github.tlslift.dotnet.project;

import static io.github.tlslift.dotnet.project.Projects.oldStyle;
import static io.github.tlslift.dotnet.project.Projects.properties;
import static io.github.tlslift.dotnet.project.Projects.read;
import static io.github.tlslift.dotnet.project.Projects.sdk;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.testkit.MemoryTree;
import org.junit.jupiter.api.Test;

final class ImportsTest {
  private static String file(String content) {
    return "<Project>" + content + "</Project>";
  }

  private static String target(String name) {
    return properties("<TargetFramework>" + name + "</TargetFramework>");
  }

  private static String version(Project project) {
    return project.targets().get(0).version();
  }

  @Test
  void inheritsFromTheNearestDirectoryBuildProps() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .with("Directory.Build.props", file(target("net35")))
            .with("src/directory.build.PROPS", file(target("net462")));
    TargetFramework target = read(sdk(""), tree).targets().get(0);
    assertThat(target.version()).isEqualTo("4.6.2");
    assertThat(target.location().file()).isEqualTo("src/directory.build.PROPS");
  }

  @Test
  void theProjectOverridesPropsAndTargetsOverrideTheProject() throws MalformedInputException {
    MemoryTree props = new MemoryTree().with("Directory.Build.props", file(target("net35")));
    assertThat(version(read(sdk(target("net48")), props))).isEqualTo("4.8");
    MemoryTree targets = new MemoryTree().with("Directory.Build.targets", file(target("net35")));
    assertThat(version(read(sdk(target("net48")), targets))).isEqualTo("3.5");
  }

  @Test
  void inheritsFromTheNextOneAboveWhereThePropsAskForIt() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .with("Directory.Build.props", file(target("net461")))
            .with(
                "src/Directory.Build.props",
                file(
                    "<Import Project=\"$([MSBuild]::GetPathOfFileAbove('Directory.Build.props',"
                        + " '$(MSBuildThisFileDirectory)../'))\" />"));
    assertThat(version(read(sdk(""), tree))).isEqualTo("4.6.1");
  }

  @Test
  void anOldStyleProjectInheritsOnlyThroughMicrosoftCommonProps() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .with(
                "Directory.Build.props",
                file(properties("<TargetFrameworkVersion>v4.6</TargetFrameworkVersion>")));
    assertThat(version(read(oldStyle(""), tree))).isEqualTo("4.6");
    assertThat(version(read(oldStyle("").replace(Projects.COMMON, ""), tree))).isEqualTo("4.0");
  }

  @Test
  void isNotImportedWhereTheProjectForbidsIt() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .with("src/Directory.Build.props", file(target("net35")))
            .with("Directory.Build.targets", file(target("net20")));
    String off = properties("<ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>");
    assertThat(version(read(sdk(off), tree))).isEqualTo("3.5");
  }

  @Test
  void followsImportsFromTheFolderOfTheImportingFile() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .with("build/common.props", file("<Import Project='targets\\frameworks.props'/>"))
            .with("build/targets/frameworks.props", file(target("net47")));
    Project project = read(sdk("<Import Project='..\\..\\Build\\Common.props'/>"), tree);
    assertThat(version(project)).isEqualTo("4.7");
    assertThat(project.targets().get(0).location().file())
        .isEqualTo("build/targets/frameworks.props");
  }

  @Test
  void namesAnImportThatIsNotThereAndOneThatIsBroken() throws MalformedInputException {
    MemoryTree tree = new MemoryTree().with("src/App/broken.props", "<Project><PropertyGroup>");
    Project project =
        read(
            sdk(
                target("net48")
                    + "<Import Project='gone.props'/><Import Project='broken.props'/>"
                    + "<Import Project='maybe.props' Condition=\"Exists('maybe.props')\"/>"
                    + "<Import Project='..\\packages\\A.1.0\\build\\A.props'/>"),
            tree);
    assertThat(version(project)).isEqualTo("4.8");
    assertThat(project.undecided()).hasSize(2);
    assertThat(project.undecided().get(0))
        .isEqualTo("imports src/App/gone.props, which is not there (src/App/App.csproj:2)");
    assertThat(project.undecided().get(1))
        .startsWith("imports src/App/broken.props, which could not be read: ");
  }

  @Test
  void endsWhereImportsGoInCirclesOrTooDeep() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .with("src/App/a.props", file("<Import Project='b.props'/>" + target("net45")))
            .with(
                "src/App/b.props",
                file("<Import Project='a.props'/><Import Project='App.csproj'/>"));
    assertThat(version(read(sdk("<Import Project='a.props'/>"), tree))).isEqualTo("4.5");

    MemoryTree deep = new MemoryTree();
    for (int i = 0; i < 5_000; i++) {
      deep.with("src/App/p" + i + ".props", file("<Import Project='p" + (i + 1) + ".props'/>"));
    }
    assertThat(read(sdk(target("net45") + "<Import Project='p0.props'/>"), deep).undecided())
        .anyMatch(u -> u.startsWith("imports are nested deeper than "));
  }

  @Test
  void readsExplicitSdkImports() throws MalformedInputException {
    Project project =
        read(
            "<Project><Import Project='Sdk.props' Sdk='Microsoft.NET.Sdk.Web'/>"
                + target("net48")
                + "<Import Project='Sdk.targets' Sdk='Microsoft.NET.Sdk.Web'/></Project>",
            new MemoryTree().withEmpty("src/App/Program.cs"));
    assertThat(project.output()).isEqualTo(Project.Output.EXE);
    assertThat(project.sources()).containsExactly("src/App/Program.cs");
  }

  @Test
  void findsTheFolderOfTheSolution() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree().withEmpty("All.sln").with("build/our.props", file(target("net452")));
    assertThat(version(read(sdk("<Import Project='$(SolutionDir)build\\our.props'/>"), tree)))
        .isEqualTo("4.5.2");
  }
}
