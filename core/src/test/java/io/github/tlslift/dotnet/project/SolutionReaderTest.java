package io.github.tlslift.dotnet.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.testkit.MemoryTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SolutionReaderTest {
  private static final String SLN =
      """

      Microsoft Visual Studio Solution File, Format Version 12.00
      # Visual Studio Version 17
      Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "App", "src\\App\\APP.csproj", "{11111111-0000-0000-0000-000000000000}"
      \tProjectSection(ProjectDependencies) = postProject
      \tEndProjectSection
      EndProject
      Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "Solution Items", "Solution Items", "{22222222-0000-0000-0000-000000000000}"
      EndProject
      Project("{F184B08F-C81C-45F6-A57F-5ABD9991F28F}") = "Gone", "src\\Gone\\Gone.vbproj", "{33333333-0000-0000-0000-000000000000}"
      EndProject
      Project("{E24C65DC-7377-472B-9ABA-BC803B73C61A}") = "Portal", "Portal\\", "{44444444-0000-0000-0000-000000000000}"
      \tProjectSection(WebsiteProperties) = preProject
      \tEndProjectSection
      EndProject
      Project("{E24C65DC-7377-472B-9ABA-BC803B73C61A}") = "http://localhost/site", "http://localhost/site", "{55555555-0000-0000-0000-000000000000}"
      EndProject
      Global
      EndGlobal
      """;

  private static MemoryTree tree() {
    return new MemoryTree()
        .withEmpty("src/App/App.csproj", "src/Lib/Lib.fsproj", "Portal/web.config");
  }

  @Test
  void readsProjectsAndSitesOfASolution() throws MalformedInputException {
    Solution solution = SolutionReader.read("All.sln", tree().with("All.sln", SLN));
    assertThat(solution.projects()).containsExactly("src/App/App.csproj");
    assertThat(solution.websites()).containsExactly("Portal");
    assertThat(solution.missing())
        .containsExactly("src\\Gone\\Gone.vbproj", "http://localhost/site");
  }

  @Test
  void readsAnXmlSolution() throws MalformedInputException {
    String slnx =
        """
        <Solution>
          <Folder Name="/src/"><Project Path="../src/App/App.csproj" /></Folder>
          <Project Path="..\\src\\Lib\\Lib.fsproj"><BuildDependency Project="x" /></Project>
          <Project Path="gone.csproj" />
        </Solution>
        """;
    Solution solution = SolutionReader.read("sln/All.slnx", tree().with("sln/All.slnx", slnx));
    assertThat(solution.projects()).containsExactly("src/App/App.csproj", "src/Lib/Lib.fsproj");
    assertThat(solution.missing()).containsExactly("gone.csproj");
  }

  @Test
  void readsAFilterFromTheFolderOfItsSolution() throws MalformedInputException {
    String slnf =
        """
        {
          // only the application
          "solution": { "path": "..\\\\All.sln", "projects": [ "src\\\\App\\\\App.csproj", "src/x.csproj" ] }
        }
        """;
    Solution solution =
        SolutionReader.read("filters/app.slnf", tree().with("filters/app.slnf", slnf));
    assertThat(solution.projects()).containsExactly("src/App/App.csproj");
    assertThat(solution.missing()).containsExactly("src/x.csproj");
  }

  @ParameterizedTest
  @CsvSource({
    "a.sln, not a solution",
    "a.sln, ''",
    "a.slnx, <Project/>",
    "a.slnx, <Solution>",
    "a.slnf, '{\"solution\": {'",
    "a.slnf, {}",
    "a.slnf, ''"
  })
  void refusesWhatIsNoSolution(String path, String text) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> SolutionReader.read(path, new MemoryTree().with(path, text)));
  }

  @Test
  void everyTruncationIsReadOrFailsCleanly() {
    for (int length = 0; length < SLN.length(); length++) {
      MemoryTree tree = tree().with("All.sln", SLN.substring(0, length));
      try {
        assertThat(SolutionReader.read("All.sln", tree).projects()).hasSizeLessThan(2);
      } catch (MalformedInputException cut) {
        assertThat(length).isLessThan(SLN.indexOf("Format"));
      }
    }
  }
}
