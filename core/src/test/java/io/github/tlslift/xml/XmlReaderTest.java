package io.github.tlslift.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.testkit.Truncation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlReaderTest {

  private static XmlElement read(String xml) throws MalformedInputException {
    return XmlReader.read(SourceText.ofString("a.config", xml));
  }

  @Test
  void givesThePlaceOfEveryValue() throws MalformedInputException {
    XmlElement add =
        read("<a>\r\n  <add key='k'\r\n    value=\"v w\" />\r\n</a>").children().get(0);
    assertThat(add.attribute("value").orElseThrow().location())
        .hasToString("a.config:3")
        .satisfies(l -> assertThat(l.column()).isEqualTo(12))
        .satisfies(l -> assertThat(l.length()).isEqualTo(3));
    assertThat(add.location().line()).isEqualTo(2);
  }

  @Test
  void resolvesTheFiveEntitiesAndCharacters() throws MalformedInputException {
    XmlElement e = read("<a v='&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;'>x &amp; y</a>");
    assertThat(e.value("v")).isEqualTo("<>&\"'A\uD83D\uDE00");
    assertThat(e.text()).isEqualTo("x & y");
  }

  @Test
  void leavesPrefixesAway() throws MalformedInputException {
    XmlElement e = read("<x:a xmlns:x='urn:x' x:b='1'><x:c/></x:a>");
    assertThat(e.name()).isEqualTo("a");
    assertThat(e.value("b")).isEqualTo("1");
    assertThat(e.first("c")).isPresent();
  }

  @Test
  void readsCommentsInstructionsAndCdata() throws MalformedInputException {
    XmlElement e =
        read(
            "<?xml version='1.0'?><!-- <a> --><a><!-- </a> --><![CDATA[<b>&amp;]]><?x y?></a><!-- -->");
    assertThat(e.text()).isEqualTo("<b>&amp;");
    assertThat(e.children()).isEmpty();
  }

  @Test
  void keepsTextOutOfComments() throws MalformedInputException {
    assertThat(read("<a>one<!-- two -->three</a>").text()).isEqualTo("onethree");
  }

  @Test
  void neverFetchesAnExternalEntity() {
    assertThatThrownBy(
            () ->
                read("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><b v='&x;'/></a>"))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("never fetched or expanded");
  }

  @Test
  void neverExpandsEntitiesOfEntities() {
    String laughs =
        """
        <!DOCTYPE lolz [
          <!ENTITY lol "lol">
          <!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
          <!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;">
        ]>
        <lolz>&lol2;</lolz>
        """;
    assertThatThrownBy(() -> read(laughs))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("&lol2; is not known");
  }

  @Test
  void stepsOverADocumentTypeThatNobodyUses() throws MalformedInputException {
    assertThat(read("<!DOCTYPE a [<!ENTITY x \"y\">]><a/>").name()).isEqualTo("a");
  }

  @Test
  void refusesNestingDeeperThan256() throws MalformedInputException {
    assertThat(read("<a>".repeat(256) + "</a>".repeat(256)).tree()).hasSize(256);
    assertThatThrownBy(() -> read("<a>".repeat(100_000)))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("nested deeper than 256");
  }

  @Test
  void readsATextFullOfAmpersandsOnce() {
    String hostile = "<a>" + "&".repeat(5_000_000) + "</a>";
    assertTimeout(
        Duration.ofSeconds(20),
        () -> assertThatThrownBy(() -> read(hostile)).isInstanceOf(MalformedInputException.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<a></b>",
        "<a><b></a></b>",
        "<a b></a>",
        "<a b=c/>",
        "<a b='1/>",
        "<a>&unknown;</a>",
        "<a>&#xZZ;</a>",
        "<a>&#99999999999;</a>",
        "<a> & </a>",
        "<a/><b/>",
        "<a/>text",
        "<a",
        "<>",
        "<!DOCTYPE a [",
        "<!-- never closed"
      })
  void refusesWhatIsNotWellFormed(String xml) {
    assertThatThrownBy(() -> read(xml)).isInstanceOf(MalformedInputException.class);
  }

  @Test
  void refusesEveryTruncation() {
    String valid =
        "<?xml version=\"1.0\"?><!DOCTYPE c [<!ELEMENT c ANY>]><!-- x --><c a='1' b=\"&lt;\">t"
            + "<d><![CDATA[ & ]]></d><?pi?>&#65;<e/><!-- y --></c>";
    Truncation.isRefusedEverywhere("a.config", valid, XmlReader::read);
  }

  @Test
  void namesOffsetAndField() {
    assertThatThrownBy(() -> read("<a>\n<b></c></a>")).hasMessage("b at offset 10: closed by 'c'");
  }
}
