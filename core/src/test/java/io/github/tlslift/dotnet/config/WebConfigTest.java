package io.github.tlslift.dotnet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Destination;
import io.github.tlslift.model.Setting;
import io.github.tlslift.model.SwitchSetting;
import io.github.tlslift.testkit.MemoryTree;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WebConfigTest {
  private static final WebConfig.Place CHILD =
      new WebConfig.Place(List.of(), "", "site", "site/apps/portal");

  private final MemoryTree tree = new MemoryTree();

  private void file(String path, String inside) {
    tree.with(path, "<configuration>\n" + inside + "\n</configuration>");
  }

  private ConfigReading read(WebConfig.Place place, String... transforms)
      throws MalformedInputException {
    return WebConfig.read(tree, place, List.of(transforms));
  }

  private static String target(ConfigReading reading) {
    Setting target = reading.config().httpRuntimeTarget().orElseThrow();
    return target.value() + " " + target.location();
  }

  private static String web(String inside) {
    return "<system.web>" + inside + "</system.web>";
  }

  @Test
  void inheritsFromTheFoldersAbove() throws MalformedInputException {
    file("site/web.config", web("<httpRuntime targetFramework='4.8'/>"));
    file("site/apps/portal/Web.config", web("<compilation targetFramework='4.7.2'/>"));
    ConfigReading reading = read(CHILD);
    assertThat(target(reading)).isEqualTo("4.8 site/web.config:2");
    assertThat(reading.config().file()).isEqualTo("site/apps/portal/Web.config");
    assertThat(reading.config().kind()).isEqualTo(ConfigFile.Kind.WEB);
    assertThat(reading.files()).containsExactly("site/apps/portal/Web.config", "site/web.config");
  }

  @Test
  void inheritsNothingFromBesideOrAboveTheSite() throws MalformedInputException {
    file("web.config", web("<httpRuntime targetFramework='4.8'/>"));
    file("site/other/web.config", web("<httpRuntime targetFramework='4.8'/>"));
    file("site/apps/portal/web.config", "");
    assertThat(read(CHILD).config().httpRuntimeTarget()).isEmpty();
  }

  @Test
  void letsTheApplicationWinPerSetting() throws MalformedInputException {
    file("site/web.config", web("<httpRuntime targetFramework='4.8' maxUrlLength='1'/>"));
    file("site/apps/web.config", web("<httpRuntime maxUrlLength='2'/>"));
    file("site/apps/portal/web.config", web("<httpRuntime targetFramework='4.6.1'/>"));
    assertThat(target(read(CHILD))).isEqualTo("4.6.1 site/apps/portal/web.config:2");
  }

  @Test
  void appliesALocationThatNamesTheApplication() throws MalformedInputException {
    file(
        "site/web.config",
        web("<httpRuntime targetFramework='4.5'/>")
            + "\n<location path='apps/PORTAL'>"
            + web("<httpRuntime targetFramework='4.8'/>")
            + "</location>\n<location path='apps/portals'>"
            + web("<httpRuntime targetFramework='4.0'/>")
            + "</location>");
    file("site/apps/portal/web.config", "");
    assertThat(target(read(CHILD))).isEqualTo("4.8 site/web.config:3");
  }

  @Test
  void keepsFromChildrenWhatIsNotInherited() throws MalformedInputException {
    file(
        "site/web.config",
        "<location path='.' inheritInChildApplications='false'>"
            + web("<httpRuntime targetFramework='4.8'/>")
            + "</location>");
    file("site/apps/portal/web.config", "");
    assertThat(read(CHILD).config().httpRuntimeTarget()).isEmpty();
    assertThat(target(read(WebConfig.Place.alone("site")))).isEqualTo("4.8 site/web.config:2");
  }

  @Test
  void addsRemovesAndClearsInheritedAppSettings() throws MalformedInputException {
    file(
        "site/web.config",
        "<appSettings><add key='A' value='1'/><add key='B' value='2'/><add key='C' value='3'/></appSettings>");
    file(
        "site/apps/portal/web.config",
        "<appSettings><remove key='a'/><add key='B' value='9'/></appSettings>");
    assertThat(read(CHILD).config().appSettings())
        .extracting(s -> s.key() + "=" + s.value())
        .containsExactlyInAnyOrder("B=9", "C=3");
    file(
        "site/apps/portal/web.config",
        "<appSettings><clear/><add key='D' value='4'/></appSettings>");
    assertThat(read(CHILD).config().appSettings())
        .extracting(s -> s.key() + "=" + s.value())
        .containsExactly("D=4");
  }

  @Test
  void inheritsTheSwitchOfAppSettingsButNotTheRuntimeSection() throws MalformedInputException {
    file(
        "site/web.config",
        "<appSettings><add key='AppContext.SetSwitch:S' value='false'/></appSettings>"
            + "<runtime><AppContextSwitchOverrides value='T=true'/></runtime>");
    file("site/apps/portal/web.config", "");
    assertThat(read(CHILD).config().switches())
        .extracting(SwitchSetting::name)
        .containsExactly("S");
  }

  @Test
  void startsFromTheMachine() throws MalformedInputException {
    SourceText machine =
        SourceText.ofString(
            "machine.config",
            "<configuration><appSettings><add key='M' value='1'/></appSettings></configuration>");
    SourceText root =
        SourceText.ofString(
            "root/web.config",
            "<configuration><location path='Main/portal'>"
                + web("<httpRuntime targetFramework='4.7.2'/>")
                + "</location></configuration>");
    file("site/apps/portal/web.config", "");
    ConfigReading named =
        read(
            new WebConfig.Place(List.of(machine, root), "Main/portal", "site", "site/apps/portal"));
    assertThat(target(named)).isEqualTo("4.7.2 root/web.config:1");
    assertThat(named.config().appSettings()).extracting(Setting::key).containsExactly("M");
    ConfigReading unnamed =
        read(new WebConfig.Place(List.of(machine, root), "", "site", "site/apps/portal"));
    assertThat(unnamed.config().httpRuntimeTarget()).isEmpty();
    assertThat(unnamed.notFollowed())
        .containsExactly(
            "root/web.config:1: location path Main/portal needs the name of the IIS site");
  }

  @Test
  void appliesTransformsToItsOwnFile() throws MalformedInputException {
    file("web.config", web("<httpRuntime targetFramework='4.5'/>\n<compilation debug='true'/>"));
    tree.with(
        "Web.Release.config",
        "<configuration xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'>\n"
            + web("<httpRuntime targetFramework='4.8' xdt:Transform='SetAttributes'/>")
            + "<transport sslProtocols='Tls12' xdt:Transform='Insert'/></configuration>");
    tree.with("Web.config.bak", "");
    tree.with("Web.Connections.config", "<connectionStrings/>");
    assertThat(TransformFiles.beside(tree, "web.config")).containsExactly("Web.Release.config");
    WebConfig.Place root = WebConfig.Place.alone("");
    assertThat(target(read(root))).isEqualTo("4.5 web.config:2");
    ConfigReading released = read(root, "Web.Release.config");
    assertThat(target(released)).isEqualTo("4.8 Web.Release.config:2");
    assertThat(released.config().apiUses())
        .extracting(ApiUse::location)
        .allSatisfy(l -> assertThat(l).hasToString("Web.Release.config:2"));
  }

  @Test
  void turnsABrokenParentIntoAGap() throws MalformedInputException {
    tree.with("site/web.config", "<configuration>");
    file(
        "site/apps/portal/web.config",
        "<appSettings><add key='a' value='https://a.contoso.com'/></appSettings>");
    ConfigReading reading = read(CHILD, "missing.config");
    assertThat(reading.gaps()).extracting(g -> g.file()).containsExactly("site/web.config");
    assertThat(reading.notFollowed())
        .containsExactly("missing.config is not among the files examined");
    assertThat(reading.config().destinations())
        .extracting(Destination::host)
        .containsExactly("a.contoso.com");
  }

  @Test
  void refusesItsOwnBrokenFile() {
    tree.with("web.config", "<configuration>");
    assertThatThrownBy(() -> read(WebConfig.Place.alone("")))
        .isInstanceOf(MalformedInputException.class);
  }

  @Test
  void answersForAnApplicationWithoutAFile() throws MalformedInputException {
    file("site/web.config", web("<httpRuntime targetFramework='4.8'/>"));
    ConfigReading reading = read(CHILD);
    assertThat(reading.config().file()).isEqualTo("site/apps/portal/web.config");
    assertThat(target(reading)).isEqualTo("4.8 site/web.config:2");
  }

  @Test
  void keepsEveryElementOfAListThatIsNotDotNets() throws MalformedInputException {
    file("site/web.config", "<servers><server url='https://a.contoso.com'/></servers>");
    file(
        "site/apps/portal/web.config",
        "<servers><server url='https://b.contoso.com'/><server url='https://c.contoso.com'/></servers>");
    assertThat(read(CHILD).config().destinations())
        .extracting(Destination::host)
        .containsExactly("a.contoso.com", "b.contoso.com", "c.contoso.com");
  }

  @Test
  void laysLongListsOverEachOtherInOneGo() {
    String list = "<l>" + "<a/><add/><add key='k'/><clear/><b/>".repeat(5_000) + "</l>";
    file("site/web.config", list);
    file("site/apps/portal/web.config", list);
    assertTimeout(
        Duration.ofSeconds(20), () -> assertThat(read(CHILD).config().switches()).isEmpty());
  }

  @Test
  void mergesEndpointsByWhatTellsThemApart() throws MalformedInputException {
    String client =
        "<system.serviceModel><client><endpoint address='https://%s/s' binding='basicHttpBinding' contract='I'/></client></system.serviceModel>";
    file("site/web.config", client.formatted("a.contoso.com"));
    file("site/apps/portal/web.config", client.formatted("b.contoso.com"));
    assertThat(read(CHILD).config().apiUses()).hasSize(2);
  }
}
