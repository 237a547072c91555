package io.github.tlslift.dotnet.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.xml.XmlElement;
import io.github.tlslift.xml.XmlReader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TransformTest {
  private static final String BASE =
      """
      <configuration>
        <appSettings>
          <add key="A" value="1"/>
          <add key="B" value="2"/>
          <add key="C" value="3"/>
        </appSettings>
        <system.web>
          <httpRuntime targetFramework="4.5"/>
          <compilation debug="true" targetFramework="4.5"/>
        </system.web>
      </configuration>""";

  private static Transform.Result apply(String inside) throws MalformedInputException {
    String transform =
        "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\">\n"
            + inside
            + "\n</configuration>";
    return Transform.apply(parsed("Web.config", BASE), parsed("Web.Release.config", transform));
  }

  private static XmlElement parsed(String file, String text) throws MalformedInputException {
    return XmlReader.read(SourceText.ofString(file, text));
  }

  private static String appSettings(String inside) throws MalformedInputException {
    Transform.Result result = apply("<appSettings>" + inside + "</appSettings>");
    assertThat(result.notFollowed()).isEmpty();
    return result
        .element()
        .path("appSettings", "add")
        .map(e -> e.value("key") + "=" + e.value("value"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void changesNothingWithoutATransformAttribute() throws MalformedInputException {
    assertThat(appSettings("<add key='A' value='9'/>")).isEqualTo("A=1 B=2 C=3");
  }

  @Test
  void insertsAtTheEnd() throws MalformedInputException {
    assertThat(appSettings("<add key='D' value='4' xdt:Transform='Insert'/>"))
        .isEqualTo("A=1 B=2 C=3 D=4");
  }

  @Test
  void insertsOnlyWhatIsMissing() throws MalformedInputException {
    String there =
        "<add key='A' value='9' xdt:Locator='Match(key)' xdt:Transform='InsertIfMissing'/>";
    String missing =
        "<add key='D' value='4' xdt:Locator='Match(key)' xdt:Transform='InsertIfMissing'/>";
    assertThat(appSettings(there + missing)).isEqualTo("A=1 B=2 C=3 D=4");
  }

  @Test
  void insertsBeforeAndAfterAPath() throws MalformedInputException {
    String before =
        "<add key='X' value='0' xdt:Transform=\"InsertBefore(/configuration/appSettings/add[@key='B'])\"/>";
    String after =
        "<add key='Y' value='0' xdt:Transform=\"InsertAfter(/configuration/appSettings/add[@key='B'])\"/>";
    assertThat(appSettings(before + after)).isEqualTo("A=1 X=0 B=2 Y=0 C=3");
  }

  @Test
  void replacesTheFirstThatMatches() throws MalformedInputException {
    assertThat(
            appSettings(
                "<add key='B' value='9' xdt:Locator='Match(key)' xdt:Transform='Replace'/>"))
        .isEqualTo("A=1 B=9 C=3");
    assertThat(appSettings("<add key='Z' value='9' xdt:Transform='Replace'/>"))
        .isEqualTo("Z=9 B=2 C=3");
  }

  @Test
  void removesOneOrAll() throws MalformedInputException {
    assertThat(appSettings("<add key='B' xdt:Locator='Match(key)' xdt:Transform='Remove'/>"))
        .isEqualTo("A=1 C=3");
    assertThat(appSettings("<add xdt:Transform='Remove'/>")).isEqualTo("B=2 C=3");
    assertThat(appSettings("<add xdt:Transform='RemoveAll'/>")).isEmpty();
  }

  @Test
  void setsAllAttributesOrThoseNamed() throws MalformedInputException {
    assertThat(
            appSettings(
                "<add key='C' value='9' xdt:Locator='Match(key)' xdt:Transform='SetAttributes'/>"))
        .isEqualTo("A=1 B=2 C=9");
    assertThat(
            appSettings(
                "<add key='D' value='9' xdt:Locator=\"Condition(@key='C')\" xdt:Transform='SetAttributes(value)'/>"))
        .isEqualTo("A=1 B=2 C=9");
  }

  @Test
  void takesAttributesAway() throws MalformedInputException {
    XmlElement made =
        apply("<system.web><compilation xdt:Transform='RemoveAttributes(debug)'/></system.web>")
            .element();
    XmlElement compilation = made.path("system.web", "compilation").findFirst().orElseThrow();
    assertThat(compilation.attribute("debug")).isEmpty();
    assertThat(compilation.value("targetFramework")).isEqualTo("4.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Condition(@key='B' or @key='C')",
        "Condition(not(@key='A'))",
        "Condition(@value != '1')",
        "Condition((@key='B' and @value='2') or @key=\"C\")",
        "XPath(/configuration/appSettings/add[@key!='A'])",
        "XPath(add[not(@key = 'A')])",
        "XPath(/configuration/*/add[@value and not(contains(@key, 'A'))])",
      })
  void locatesByConditionAndPath(String locator) throws MalformedInputException {
    String written = locator.replace("\"", "&quot;");
    assertThat(
            appSettings(
                "<add value='9' xdt:Locator=\"" + written + "\" xdt:Transform='SetAttributes'/>"))
        .isEqualTo("A=1 B=9 C=9");
  }

  @Test
  void locatesByPosition() throws MalformedInputException {
    assertThat(appSettings("<add xdt:Locator='Condition(2)' xdt:Transform='Remove'/>"))
        .isEqualTo("A=1 C=3");
    assertThat(appSettings("<add xdt:Locator='XPath(add[3])' xdt:Transform='Remove'/>"))
        .isEqualTo("A=1 B=2");
  }

  @Test
  void keepsThePlaceEachValueCameFrom() throws MalformedInputException {
    XmlElement made =
        apply(
                "<system.web><httpRuntime targetFramework='4.8' xdt:Transform='SetAttributes'/></system.web>")
            .element();
    XmlElement web = made.first("system.web").orElseThrow();
    assertThat(target(web, "httpRuntime")).hasToString("Web.Release.config:2");
    assertThat(target(web, "compilation")).hasToString("Web.config:9");
  }

  private static Object target(XmlElement web, String name) {
    XmlElement e = web.first(name).orElseThrow();
    return e.attribute("targetFramework").orElseThrow().location();
  }

  @Test
  void leavesItsOwnAttributesOut() throws MalformedInputException {
    XmlElement made =
        apply("<added xdt:Transform='Insert' xdt:Locator='Match(x)' x='1'/>").element();
    assertThat(made.first("added").orElseThrow().attributes())
        .extracting(XmlElement.Attribute::name)
        .containsExactly("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a xdt:Transform='Encrypt'/>",
        "<a xdt:Transform='Remove'/>",
        "<a xdt:Transform='SetAttributes'/>",
        "<a><b xdt:Transform='Insert'/></a>",
        "<a xdt:Transform='InsertAfter(//b)'/>",
        "<a xdt:Transform='InsertAfter(/configuration/none)'/>",
        "<a xdt:Locator='Nearest(x)' xdt:Transform='Remove'/>",
        "<a xdt:Locator='Match(x)' xdt:Transform='Remove'/>",
        "<a xdt:Locator='XPath(/configuration/descendant::a)' xdt:Transform='Remove'/>",
        "<a xdt:Locator='Condition(last()-1)' xdt:Transform='Remove'/>",
        "<a xdt:Locator='Condition(@x = )' xdt:Transform='Remove'/>"
      })
  void saysWhatItDoesNotFollow(String inside) throws MalformedInputException {
    Transform.Result result = apply(inside);
    assertThat(result.notFollowed()).hasSize(1);
    assertThat(result.notFollowed().get(0)).startsWith("Web.Release.config:2: ");
    assertThat(result.element().tree()).hasSameSizeAs(parsed("Web.config", BASE).tree().toList());
  }

  @Test
  void doesNotRunAwayWithNestedConditions() throws MalformedInputException {
    String deep = "(".repeat(10_000) + "@a" + ")".repeat(10_000);
    Transform.Result result =
        apply("<a xdt:Locator='Condition(" + deep + ")' xdt:Transform='Remove'/>");
    assertThat(result.notFollowed()).hasSize(1);
  }
}
