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

final class SourcesTest {
  private static final String NET48 = properties("<TargetFramework>net48</TargetFramework>");

  private static MemoryTree tree(String... paths) {
    return new MemoryTree().withEmpty(paths);
  }

  @Test
  void anOldStyleProjectCompilesWhatItNames() throws MalformedInputException {
    MemoryTree tree = tree("src/App/Program.cs", "src/App/Other.cs", "src/Shared/Tls.cs");
    Project project =
        read(
            oldStyle(
                items(
                    "<Compile Include='program.CS'/>"
                        + "<Compile Include='..\\Shared\\Tls.cs'><Link>Tls.cs</Link></Compile>")),
            tree);
    assertThat(project.sources()).containsExactly("src/App/Program.cs", "src/Shared/Tls.cs");
    assertThat(project.undecided()).isEmpty();
  }

  @Test
  void saysWhatItNamesThatIsNotThere() throws MalformedInputException {
    Project project =
        read(
            oldStyle(
                items(
                    "\n<Compile Include='Gone.cs'/><Compile Include='C:\\x\\Far.cs'/>"
                        + "<Compile Include='obj\\Debug\\Made.cs'/>"
                        + "<Compile Include='$(IntermediateOutputPath)Made.cs'/>")));
    assertThat(project.sources()).isEmpty();
    assertThat(project.undecided())
        .containsExactly(
            "Compile names Gone.cs, which is not there (src/App/App.csproj:5)",
            "Compile names C:\\x\\Far.cs, which is outside what is examined (src/App/App.csproj:5)");
  }

  @Test
  void readsListsPatternsExclusionsAndRemovals() throws MalformedInputException {
    MemoryTree tree =
        tree(
            "src/App/a.cs",
            "src/App/b.cs",
            "src/App/gen/c.cs",
            "src/App/gen/d.g.cs",
            "src/App/gen/old/e.cs",
            "src/App/x y.cs");
    Project project =
        read(
            oldStyle(
                items(
                    "<Compile Include='a.cs; b.cs ;x%20y.cs'/>"
                        + "<Compile Include='gen\\**\\*.cs' Exclude='**\\*.g.cs;gen\\none.cs'/>"
                        + "<Compile Remove='B.cs;gen\\old\\**'/>")),
            tree);
    assertThat(project.sources())
        .containsExactly("src/App/a.cs", "src/App/x y.cs", "src/App/gen/c.cs");
    assertThat(project.undecided()).isEmpty();
  }

  @Test
  void anSdkProjectCompilesItsFolderWithoutBinAndObj() throws MalformedInputException {
    MemoryTree tree =
        tree(
            "src/App/Program.cs",
            "src/App/Net/Tls.cs",
            "src/App/readme.txt",
            "src/App/bin/Debug/x.cs",
            "src/App/obj/y.cs",
            "src/App/.vs/z.cs",
            "src/Lib/other.cs");
    assertThat(read(sdk(NET48), tree).sources())
        .containsExactlyInAnyOrder("src/App/Program.cs", "src/App/Net/Tls.cs");
  }

  @Test
  void anSdkProjectCompilesOnlyWhatItNamesWhereDefaultsAreOff() throws MalformedInputException {
    MemoryTree tree = tree("src/App/Program.cs", "src/App/Named.cs");
    for (String off : new String[] {"EnableDefaultCompileItems", "EnableDefaultItems"}) {
      String text =
          properties("<" + off + ">false</" + off + ">") + items("<Compile Include='Named.cs'/>");
      assertThat(read(sdk(NET48 + text), tree).sources()).containsExactly("src/App/Named.cs");
    }
  }

  @Test
  void defaultItemExcludesAndRemoveCountForTheDefaults() throws MalformedInputException {
    MemoryTree tree = tree("src/App/a.cs", "src/App/Templates/b.cs", "src/App/Old/c.cs");
    String text =
        properties("<DefaultItemExcludes>$(DefaultItemExcludes);Templates/**</DefaultItemExcludes>")
            + items(
                "<Compile Remove='Old\\**'/><Compile Update='a.cs'><DependentUpon>x</DependentUpon></Compile>");
    assertThat(read(sdk(NET48 + text), tree).sources()).containsExactly("src/App/a.cs");
  }

  @Test
  void visualBasicHasItsOwnDefaultAndFSharpHasNone() throws MalformedInputException {
    MemoryTree tree =
        tree("v/a.vb", "v/b.cs", "f/b.fs", "f/a.fs")
            .with("v/v.vbproj", sdk(NET48))
            .with(
                "f/f.fsproj",
                sdk(NET48 + items("<Compile Include='b.fs'/><Compile Include='a.fs'/>")))
            .with("g/g.fsproj", sdk(NET48))
            .withEmpty("g/a.fs");
    assertThat(ProjectReader.read("v/v.vbproj", tree).sources()).containsExactly("v/a.vb");
    assertThat(ProjectReader.read("f/f.fsproj", tree).sources())
        .containsExactly("f/b.fs", "f/a.fs");
    assertThat(ProjectReader.read("g/g.fsproj", tree).sources()).isEmpty();
  }

  @Test
  void compilesForEveryTarget() throws MalformedInputException {
    String text =
        properties(
                "<TargetFrameworks>net48;net8.0</TargetFrameworks>"
                    + "<EnableDefaultItems>false</EnableDefaultItems>")
            + items(
                "<Compile Include='old.cs' Condition=\"'$(TargetFramework)' == 'net48'\"/>"
                    + "<Compile Include='new.cs' Condition=\"'$(TargetFramework)' == 'net8.0'\"/>"
                    + "<Compile Include='none.cs' Condition=\"'$(TargetFramework)' == 'net35'\"/>");
    MemoryTree tree = tree("src/App/old.cs", "src/App/new.cs", "src/App/none.cs");
    assertThat(read(sdk(text), tree).sources()).containsExactly("src/App/old.cs", "src/App/new.cs");
  }

  @Test
  void takesInTheFilesOfASharedProject() throws MalformedInputException {
    MemoryTree tree =
        tree("src/Shared/Tls.cs")
            .with(
                "src/Shared/Shared.projitems",
                "<Project><ItemGroup><Compile Include='$(MSBuildThisFileDirectory)Tls.cs'/>"
                    + "<Compile Include='$(MSBuildThisFileDirectory)Gone.cs'/></ItemGroup></Project>");
    Project project =
        read(oldStyle("<Import Project='..\\Shared\\Shared.projitems' Label='Shared'/>"), tree);
    assertThat(project.sources()).containsExactly("src/Shared/Tls.cs");
    assertThat(project.undecided())
        .containsExactly(
            "Compile names src/Shared/Gone.cs, which is not there (src/Shared/Shared.projitems:1)");
  }

  @Test
  void takesInItemsOfAnotherType() throws MalformedInputException {
    MemoryTree tree = tree("src/App/a.cs", "src/App/b.cs");
    String text =
        items(
            "<Common Include='a.cs;b.cs'/><Skipped Include='b.cs'/><Compile Include='@(Common)'/>"
                + "<Compile Remove='@(Skipped)'/>");
    assertThat(read(oldStyle(text), tree).sources()).containsExactly("src/App/a.cs");
  }

  @Test
  void compilesWhatItPerhapsCompilesAndSaysSo() throws MalformedInputException {
    MemoryTree tree = tree("src/App/a.cs");
    String text = items("<Compile Include='a.cs;gone.cs' Condition=\"'$(USERNAME)' == 'me'\"/>");
    Project project = read(oldStyle(text), tree);
    assertThat(project.sources()).containsExactly("src/App/a.cs");
    assertThat(project.undecided())
        .containsExactly(
            "whether files are compiled depends on '$(USERNAME)' == 'me' (src/App/App.csproj:4)");
  }

  @Test
  void saysThatATargetAddsFiles() throws MalformedInputException {
    String text =
        "<Target Name='Generate'><ItemGroup><Compile Include='Made.cs'/></ItemGroup></Target>"
            + "<Target Name='Other'><ItemGroup><None Include='x'/></ItemGroup></Target>";
    assertThat(read(oldStyle(text)).undecided())
        .containsExactly("target Generate changes Compile while building (src/App/App.csproj:4)");
  }
}
