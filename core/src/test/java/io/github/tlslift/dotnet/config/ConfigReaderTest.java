package io.github.tlslift.dotnet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Destination;
import io.github.tlslift.model.Setting;
import io.github.tlslift.model.SwitchSetting;
import io.github.tlslift.testkit.MemoryTree;
import io.github.tlslift.testkit.Truncation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigReaderTest {
  private static final String STRONG = "Switch.System.Net.DontEnableSchUseStrongCrypto";
  private static final String SYSTEM = "Switch.System.Net.DontEnableSystemDefaultTlsVersions";

  private static ConfigFile read(String file, String inside) throws MalformedInputException {
    return ConfigReader.read(
        SourceText.ofString(file, "<configuration>\n" + inside + "\n</configuration>"));
  }

  @Test
  void readsSwitchesWithThePlaceOfEach() throws MalformedInputException {
    ConfigFile config =
        read(
            "App.config",
            "<runtime><AppContextSwitchOverrides value=\""
                + STRONG
                + "=false; "
                + SYSTEM
                + " = True \" /></runtime>");
    assertThat(config.switches())
        .extracting(SwitchSetting::name, SwitchSetting::value, SwitchSetting::source)
        .containsExactly(
            tuple(STRONG, Optional.of(false), SwitchSetting.Source.OVERRIDES),
            tuple(SYSTEM, Optional.of(true), SwitchSetting.Source.OVERRIDES));
    SwitchSetting second = config.switches().get(1);
    assertThat(second.location().column())
        .isGreaterThan(config.switches().get(0).location().column());
    assertThat(second.location().length()).isEqualTo((SYSTEM + " = True").length());
  }

  @Test
  void keepsASwitchWhoseValueIsNoBoolean() throws MalformedInputException {
    ConfigFile config =
        read(
            "App.config",
            "<runtime><AppContextSwitchOverrides value='" + STRONG + "=0'/></runtime>");
    assertThat(config.switches().get(0).text()).isEqualTo("0");
    assertThat(config.switches().get(0).value()).isEmpty();
  }

  @Test
  void readsSwitchesOfAppSettings() throws MalformedInputException {
    ConfigFile config =
        read(
            "web.config",
            "<appSettings><add key='AppContext.SetSwitch:"
                + STRONG
                + "' value='false'/></appSettings>");
    assertThat(config.switches().get(0).source()).isEqualTo(SwitchSetting.Source.APP_SETTINGS);
    assertThat(config.switches().get(0).name()).isEqualTo(STRONG);
  }

  @Test
  void appliesRemoveAndClearOfAppSettings() throws MalformedInputException {
    ConfigFile config =
        read(
            "App.config",
            """
            <appSettings>
              <add key="A" value="1"/>
              <clear/>
              <add key="B" value="2"/>
              <add key="C" value="3"/>
              <remove key="b"/>
              <add key="c" value="4"/>
            </appSettings>""");
    assertThat(config.appSettings()).extracting(Setting::key).containsExactly("c");
    assertThat(config.appSettings()).extracting(Setting::value).containsExactly("4");
  }

  @Test
  void tellsHttpRuntimeFromCompilation() throws MalformedInputException {
    ConfigFile config =
        read(
            "web.config",
            "<system.web><compilation debug='true' targetFramework='4.7.2'/><httpRuntime/></system.web>");
    assertThat(config.httpRuntimeTarget()).isEmpty();
    assertThat(config.compilationTarget().orElseThrow().value()).isEqualTo("4.7.2");
  }

  @Test
  void readsSettingsInALocationForTheWholeApplication() throws MalformedInputException {
    ConfigFile config =
        read(
            "web.config",
            """
            <location path="." inheritInChildApplications="false">
              <system.web><httpRuntime targetFramework="4.8"/></system.web>
            </location>
            <location path="upload">
              <system.web><httpRuntime targetFramework="4.0" maxRequestLength="9"/></system.web>
            </location>""");
    assertThat(config.httpRuntimeTarget().orElseThrow().value()).isEqualTo("4.8");
    assertThat(config.httpRuntimeTarget().orElseThrow().location().line()).isEqualTo(3);
  }

  @Test
  void leavesALocationOfAFolderToThatFolder() throws MalformedInputException {
    ConfigFile config =
        read(
            "web.config",
            "<location path='admin'><system.web><httpRuntime targetFramework='4.8'/></system.web></location>");
    assertThat(config.httpRuntimeTarget()).isEmpty();
  }

  @Test
  void readsSupportedRuntimes() throws MalformedInputException {
    ConfigFile config =
        read(
            "a.exe.config",
            "<startup><supportedRuntime version='v4.0' sku='.NETFramework,Version=v4.5.2'/></startup>");
    assertThat(config.supportedRuntimes().get(0).key()).isEqualTo("v4.0");
    assertThat(config.supportedRuntimes().get(0).value()).isEqualTo(".NETFramework,Version=v4.5.2");
  }

  @Test
  void findsAddressesAndPassesNamespacesBy() throws MalformedInputException {
    ConfigFile config =
        read(
            "App.config",
            """
            <appSettings>
              <add key="Site" value="https://contoso.sharepoint.com/sites/a"/>
              <add key="Schema" value="http://schemas.microsoft.com/x"/>
            </appSettings>
            <connectionStrings>
              <add name="Db" connectionString="Data Source=tcp:db.contoso.com,1444;Initial Catalog=a;Encrypt=True"/>
            </connectionStrings>
            <applicationSettings><P><setting name="Url"><value>https://api.contoso.com:8443/v1</value></setting></P></applicationSettings>
            <system.net><mailSettings><smtp><network host="smtp.office365.com" port="587" enableSsl="true"/></smtp></mailSettings></system.net>""");
    assertThat(config.destinations())
        .extracting(Destination::host, Destination::port, Destination::scheme)
        .containsExactlyInAnyOrder(
            tuple("contoso.sharepoint.com", 443, "https"),
            tuple("db.contoso.com", 1444, "sql"),
            tuple("api.contoso.com", 8443, "https"),
            tuple("smtp.office365.com", 587, "smtp"));
  }

  @Test
  void followsConfigSourceAndFile() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .with(
                "src/Web.config",
                """
                <configuration>
                  <connectionStrings configSource="config\\connections.config"/>
                  <appSettings file="..\\local.config">
                    <add key="Site" value="https://old.contoso.com/"/>
                    <add key="Kept" value="k"/>
                  </appSettings>
                </configuration>""")
            .with(
                "src/Config/Connections.config",
                "<connectionStrings><add name='Db' connectionString='Server=db.contoso.com;Database=a'/></connectionStrings>")
            .with(
                "local.config",
                "<appSettings><add key='site' value='https://new.contoso.com/'/></appSettings>");
    ConfigReading reading = ConfigReader.read(tree.text("src/Web.config").orElseThrow(), tree);
    assertThat(reading.config().destinations())
        .extracting(d -> d.host() + " " + d.location())
        .containsExactlyInAnyOrder(
            "db.contoso.com src/Config/Connections.config:1", "new.contoso.com local.config:1");
    assertThat(reading.config().appSettings())
        .extracting(Setting::value)
        .containsExactly("k", "https://new.contoso.com/");
    assertThat(reading.files())
        .containsExactly("local.config", "src/Config/Connections.config", "src/Web.config");
    assertThat(reading.gaps()).isEmpty();
    assertThat(reading.notFollowed()).isEmpty();
  }

  @Test
  void saysWhichConfigSourceIsMissingOrBroken() throws MalformedInputException {
    MemoryTree tree =
        new MemoryTree()
            .with(
                "Web.config",
                """
                <configuration>
                  <connectionStrings configSource="secret.config"/>
                  <appSettings file="also-missing.config"/>
                  <system.net configSource="broken.config"/>
                  <system.web configSource="C:\\outside.config"/>
                </configuration>""")
            .with("broken.config", "<system.net>");
    ConfigReading reading = ConfigReader.read(tree.text("web.config").orElseThrow(), tree);
    assertThat(reading.notFollowed())
        .containsExactly(
            "Web.config:2: secret.config is not among the files examined",
            "Web.config:5: C:\\outside.config is not among the files examined");
    assertThat(reading.gaps()).extracting(g -> g.file()).containsExactly("broken.config");
  }

  @ParameterizedTest
  @CsvSource({
    "src/Web.config, WEB",
    "bin/Sync.exe.config, EXE",
    "bin/Lib.dll.config, DLL",
    "App.config, APP",
    "Config/machine.config, MACHINE",
    "applicationHost.config, APPLICATION_HOST"
  })
  void knowsTheSortOfAFileByItsName(String path, ConfigFile.Kind kind) {
    assertThat(ConfigReader.kind(path)).isEqualTo(kind);
  }

  @Test
  void refusesAnotherRoot() {
    assertThatThrownBy(
            () -> ConfigReader.read(SourceText.ofString("packages.config", "<packages/>")))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("<packages> instead of <configuration>");
  }

  @Test
  void refusesEveryTruncation() {
    Truncation.isRefusedEverywhere(
        "App.config",
        "<configuration><appSettings><add key='a' value='https://a.contoso.com'/></appSettings>"
            + "<runtime><AppContextSwitchOverrides value='a=true;b=false'/></runtime></configuration>",
        ConfigReader::read);
  }
}
