package io.github.tlslift.dotnet.project;

import static io.github.tlslift.dotnet.project.Projects.items;
import static io.github.tlslift.dotnet.project.Projects.oldStyle;
import static io.github.tlslift.dotnet.project.Projects.properties;
import static io.github.tlslift.dotnet.project.Projects.read;
import static io.github.tlslift.dotnet.project.Projects.sdk;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Setting;
import io.github.tlslift.testkit.MemoryTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferencesTest {
  private static final String NET48 = properties("<TargetFramework>net48</TargetFramework>");

  @Test
  void readsSimpleNamesOfAssemblies() throws MalformedInputException {
    String text =
        items(
            "<Reference Include='System.Web'/>"
                + "<Reference Include='Contoso.Net, Version=1.0.0.0, Culture=neutral'>"
                + "<HintPath>..\\lib\\Contoso.Net.dll</HintPath></Reference>"
                + "<Reference Include='..\\lib\\Fabrikam.DLL'/>");
    assertThat(read(oldStyle(text)).assemblies())
        .containsExactly("System.Web", "Contoso.Net", "Fabrikam");
  }

  @Test
  void readsProjectsAsTheyAreReallyCalled() throws MalformedInputException {
    String text =
        items(
            "<ProjectReference Include='..\\lib\\LIB.csproj'/>"
                + "<ProjectReference Include='..\\Gone\\Gone.csproj'/>");
    Project project = read(oldStyle(text), new MemoryTree().withEmpty("src/Lib/Lib.csproj"));
    assertThat(project.references()).containsExactly("src/Lib/Lib.csproj");
    assertThat(project.undecided())
        .containsExactly("refers to project ..\\Gone\\Gone.csproj, which is not there");
  }

  @Test
  void readsVersionsOfPackagesFromAttributeElementAndCentralFile() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .with(
                "Directory.Packages.props",
                "<Project>"
                    + items(
                        "<PackageVersion Include='Central' Version='3.0'/>"
                            + "<PackageVersion Include='Overridden' Version='4.0'/>"
                            + "<GlobalPackageReference Include='Everywhere' Version='9.0'/>")
                    + "</Project>");
    String text =
        items(
            "<PackageReference Include='Attribute' Version='1.0'/>"
                + "<PackageReference Include='Element'><Version>2.0</Version></PackageReference>"
                + "<PackageReference Include='central'/>"
                + "<PackageReference Include='Overridden' VersionOverride='4.1'/>"
                + "<PackageReference Include='Updated'/><PackageReference Update='Updated' Version='5.0'/>"
                + "<PackageReference Include='Removed' Version='6.0'/><PackageReference Remove='Removed'/>"
                + "<PackageReference Include='Bare'/>");
    Project project = read(sdk(NET48 + text), tree);
    assertThat(project.packages())
        .extracting(s -> s.key() + " " + s.value())
        .containsExactly(
            "Attribute 1.0",
            "Element 2.0",
            "central 3.0",
            "Overridden 4.1",
            "Updated 5.0",
            "Bare ",
            "Everywhere 9.0");
    assertThat(project.packages().get(2).location().file()).isEqualTo("Directory.Packages.props");
  }

  @Test
  void readsPackagesConfigBesideTheProject() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .with(
                "src/App/Packages.config",
                "<packages>\n<package id='RestSharp' version='105.2.3' targetFramework='net45' />\n</packages>");
    Setting setting = read(oldStyle(""), tree).packages().get(0);
    assertThat(setting.key() + " " + setting.value()).isEqualTo("RestSharp 105.2.3");
    assertThat(setting.location().toString()).isEqualTo("src/App/Packages.config:2");
  }

  @Test
  void namesABrokenPackagesConfig() throws MalformedInputException {
    MemoryTree tree = new MemoryTree().with("src/App/packages.config", "<packages>");
    assertThat(read(oldStyle(""), tree).undecided())
        .singleElement()
        .asString()
        .startsWith("src/App/packages.config could not be read: ");
  }

  @Test
  void readsTheFrameworkAPackageWasInstalledFor() throws MalformedInputException {
    SourceText file =
        SourceText.ofString(
            "packages.config",
            "<packages><package id='A' version='1.0' targetFramework='net40'/></packages>");
    assertThat(PackagesConfig.read(file))
        .extracting(PackagesConfig.Entry::targetFramework)
        .containsExactly("net40");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <ProjectTypeGuids>{349c5851-65df-11da-9384-00065b846f21};{fae04ec0-301f-11d3-bf4b-00c04f79efbc}</ProjectTypeGuids> | WEB_APPLICATION
          <ProjectTypeGuids>{3AC096D0-A1C2-E12C-1390-A8335801FDAB}</ProjectTypeGuids> | TEST
          <ProjectTypeGuids>{BAA0C2D2-18E2-41B9-852F-F413020CAA33}</ProjectTypeGuids> | OFFICE_ADDIN
          <RegisterForComInterop>true</RegisterForComInterop>                         | COM
          <EnableComHosting>True</EnableComHosting>                                   | COM
          <AzureFunctionsVersion>v1</AzureFunctionsVersion>                           | AZURE_FUNCTION
          """)
  void knowsAFlavorByAProperty(String property, Project.Flavor flavor)
      throws MalformedInputException {
    assertThat(read(oldStyle(properties(property))).flavors()).containsExactly(flavor);
  }

  @ParameterizedTest
  @CsvSource({
    "<PackageReference Include='NUnit' Version='3.0'/>, TEST",
    "<PackageReference Include='xunit' Version='2.0'/>, TEST",
    "<PackageReference Include='Microsoft.Azure.WebJobs' Version='3.0'/>, WEB_JOB",
    "<PackageReference Include='Microsoft.NET.Sdk.Functions' Version='1.0'/>, AZURE_FUNCTION",
    "<Reference Include='Microsoft.SqlServer.DTSPipelineWrap'/>, SSIS",
    "<Reference Include='Microsoft.SqlServer.Dts.Design'/>, SSIS"
  })
  void knowsAFlavorByWhatItRefersTo(String item, Project.Flavor flavor)
      throws MalformedInputException {
    assertThat(read(oldStyle(items(item))).flavors()).containsExactly(flavor);
  }

  @Test
  void knowsAFlavorByItsSdkAndImports() throws MalformedInputException {
    assertThat(read("<Project Sdk='Microsoft.NET.Sdk.Web'/>").flavors())
        .containsExactly(Project.Flavor.WEB_APPLICATION);
    assertThat(
            read(oldStyle(
                    "<Import Project='$(VSToolsPath)\\WebApplications\\Microsoft.WebApplication.targets'"
                        + " Condition=\"'$(VSToolsPath)' != ''\" />"
                        + "<Import Project='$(MSBuildExtensionsPath32)\\Microsoft\\VisualStudio\\v10.0"
                        + "\\WebApplications\\Microsoft.WebApplication.targets'/>"))
                .flavors())
        .containsExactly(Project.Flavor.WEB_APPLICATION);
  }

  @Test
  void aPlainProjectHasNoFlavor() throws MalformedInputException {
    String text =
        properties(
                "<ProjectTypeGuids>{fae04ec0-301f-11d3-bf4b-00c04f79efbc}</ProjectTypeGuids>"
                    + "<RegisterForComInterop>false</RegisterForComInterop>")
            + items(
                "<PackageReference Include='NUnitLike' Version='3.0'/>"
                    + "<Reference Include='Microsoft.SqlServer.Smo'/>");
    assertThat(read(oldStyle(text)).flavors()).isEmpty();
  }
}
