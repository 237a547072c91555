package io.github.tlslift.dotnet.project.msbuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.testkit.MemoryTree;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ItemReaderTest {

  @Test
  void transformsWellKnownMetadata() throws MalformedInputException {
    Items items =
        items(
            "<View Include='a\\Page.xaml'/>"
                + "<Compile Include=\"@(View->'%(RelativeDir)%(Filename).cs')\"/>"
                + "<Compile Include=\"@(View->'%(Custom).cs')\"/>");
    assertThat(items.of("Compile")).extracting(Item::include).containsExactly("a/Page.cs");
    assertThat(items.undecided())
        .containsExactly("Compile names %(Custom).cs, which only a build can tell (a.csproj:1)");
  }

  @Test
  void readsMetadataFromAttributesAndElements() throws MalformedInputException {
    Item item =
        items(
                "<PackageReference Include='A' Version='1.0'><PrivateAssets>all</PrivateAssets></PackageReference>")
            .of("PackageReference")
            .get(0);
    assertThat(item.metadata("version").map(Property::value)).contains("1.0");
    assertThat(item.metadata("PrivateAssets").map(Property::value)).contains("all");
    assertThat(item.metadata("Include")).isEmpty();
  }

  @Test
  void evaluatesItemsWithTheFinalProperties() throws MalformedInputException {
    Items items =
        items(
            "<Compile Include='$(Late).cs'/></ItemGroup><PropertyGroup><Late>x</Late></PropertyGroup><ItemGroup>");
    assertThat(items.of("Compile")).extracting(Item::include).containsExactly("x.cs");
  }

  @Test
  void endsOnItemsThatDouble() throws MalformedInputException {
    String doubling = "<A Include=\"@(A->'%(Identity)x');@(A->'%(Identity)y')\"/>";
    Items items = items("<A Include='a'/>" + doubling.repeat(40) + "<Compile Include='@(A)'/>");
    assertThat(items.undecided()).contains("there are too many items; the rest are left out");
  }

  private static Items items(String content) throws MalformedInputException {
    String text = "<Project><ItemGroup>" + content + "</ItemGroup></Project>";
    return Evaluation.of(SourceText.ofString("a.csproj", text), new ProjectFiles(new MemoryTree()))
        .items(List.of("Compile", "PackageReference"));
  }
}
