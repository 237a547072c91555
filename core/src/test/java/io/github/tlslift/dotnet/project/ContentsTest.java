package io.github.tlslift.dotnet.project;

import static io.github.tlslift.dotnet.project.Projects.items;
import static io.github.tlslift.dotnet.project.Projects.oldStyle;
import static io.github.tlslift.dotnet.project.Projects.properties;
import static io.github.tlslift.dotnet.project.Projects.read;
import static io.github.tlslift.dotnet.project.Projects.sdk;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.testkit.MemoryTree;
import org.junit.jupiter.api.Test;

final class ContentsTest {
  private static final String NET48 = properties("<TargetFramework>net48</TargetFramework>");

  @Test
  void takesTheAppConfigThatAnOldStyleProjectNames() throws MalformedInputException {
    MemoryTree tree = new MemoryTree().withEmpty("src/App/App.config");
    assertThat(read(oldStyle(items("<None Include='app.config'/>")), tree).appConfig())
        .contains("src/App/App.config");
  }

  @Test
  void doesNotTakeAnAppConfigThatIsOnlyThere() throws MalformedInputException {
    Project project = read(oldStyle(""), new MemoryTree().withEmpty("src/App/App.config"));
    assertThat(project.appConfig()).isEmpty();
    assertThat(project.contents()).containsExactly("src/App/App.config");
  }

  @Test
  void anSdkProjectTakesTheOneInItsFolder() throws MalformedInputException {
    MemoryTree tree = new MemoryTree().withEmpty("src/App/App.config", "src/App/Sub/App.config");
    assertThat(read(sdk(NET48), tree).appConfig()).contains("src/App/App.config");
    assertThat(read(sdk(NET48 + items("<None Remove='**\\App.config'/>")), tree).appConfig())
        .isEmpty();
  }

  @Test
  void thePropertyNamesAnother() throws MalformedInputException {
    MemoryTree tree = new MemoryTree().withEmpty("src/App/App.config", "src/shared.config");
    Project project =
        read(sdk(NET48 + properties("<AppConfig>..\\shared.config</AppConfig>")), tree);
    assertThat(project.appConfig()).contains("src/shared.config");
    assertThat(project.contents()).startsWith("src/shared.config");
  }

  @Test
  void aLinkedAppConfigCountsWhereThereIsNoNearerOne() throws MalformedInputException {
    MemoryTree tree = new MemoryTree().withEmpty("common/App.config");
    String text =
        items("<None Include='..\\..\\common\\App.config'><Link>App.config</Link></None>");
    assertThat(read(oldStyle(text), tree).appConfig()).contains("common/App.config");
  }

  @Test
  void listsConfigFilesOfTheFolderAndThoseItNames() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .withEmpty(
                "src/App/Web.config",
                "src/App/Web.Release.config",
                "src/App/packages.config",
                "src/App/appsettings.json",
                "src/App/appsettings.Production.json",
                "src/App/runtimeconfig.template.json",
                "src/App/bower.json",
                "src/App/NuGet.config",
                "src/App/Views/web.config",
                "src/App/Unnamed/web.config",
                "src/Other/Web.config");
    tree.with("src/App/packages.config", "<packages/>");
    Project project =
        read(oldStyle(items("<Content Include='Views\\Web.config;Scripts\\a.js'/>")), tree);
    assertThat(project.contents())
        .containsExactlyInAnyOrder(
            "src/App/Views/web.config",
            "src/App/Web.config",
            "src/App/Web.Release.config",
            "src/App/packages.config",
            "src/App/appsettings.json",
            "src/App/appsettings.Production.json",
            "src/App/runtimeconfig.template.json");
  }
}
