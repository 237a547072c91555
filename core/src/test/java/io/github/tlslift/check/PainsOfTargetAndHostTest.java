package io.github.tlslift.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Verdict.Kind;
import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.CheckTester.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people complained of in target, attribute, config and host: P10 to P29. */
final class PainsOfTargetAndHostTest {
  private static final String GETS =
      """
      using System.Net;
      class Program {
        static void Main() {
          var request = (HttpWebRequest)WebRequest.Create("https://server.example/");
          request.GetResponse();
        }
      }
      """;
  private static final String WEB_PROJECT =
      """
      <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
        <PropertyGroup>
          <ProjectTypeGuids>{349c5851-65df-11da-9384-00065b846f21};{fae04ec0-301f-11d3-bf4b-00c04f79efbc}</ProjectTypeGuids>
          <OutputType>Library</OutputType>
          <AssemblyName>Portal</AssemblyName>
          <TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion>
        </PropertyGroup>
        <ItemGroup><Compile Include="Feed.cs" /><Content Include="Web.config" /></ItemGroup>
      </Project>
      """;
  private static final String LIBRARY =
      """
      <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
        <PropertyGroup>
          <OutputType>Library</OutputType>
          <AssemblyName>%s</AssemblyName>
          <TargetFrameworkVersion>v%s</TargetFrameworkVersion>
          %s
        </PropertyGroup>
        <ItemGroup><Compile Include="*.cs" /><None Include="app.config" Condition="Exists('app.config')" /></ItemGroup>
      </Project>
      """;
  private static final String CALLS =
      """
      using System.Net;
      public class Feed { public string Get() { return new WebClient().DownloadString("https://server.example/"); } }
      """;
  private static final String BOTH_SWITCHES =
      """
      <configuration>%s
        <runtime>
          <AppContextSwitchOverrides value="Switch.System.Net.DontEnableSchUseStrongCrypto=false;Switch.System.Net.DontEnableSystemDefaultTlsVersions=false" />
        </runtime>
      </configuration>
      """;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private CheckTester tester() {
    return CheckTester.in(folder.resolve("app"));
  }

  private CheckTester portal(String webConfig) {
    return tester()
        .file("Portal.csproj", WEB_PROJECT)
        .file("Feed.cs", CALLS)
        .file("Web.config", webConfig)
        .to();
  }

  private static String web(String systemWeb) {
    return "<configuration><system.web>" + systemWeb + "</system.web></configuration>";
  }

  @Test
  void p10AspNet472WithoutHttpRuntimeTargetOffersTls10OnServer2019() {
    Result r = portal(web("<compilation targetFramework='4.7.2' /><httpRuntime />")).check();
    assertThat(r.offer("Server 2019")).isEqualTo("ssl3+tls1.0");
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.FAILS);
    assertThat(r.finding("missing-httpruntime-target").location()).hasToString("Web.config:1");
    assertThat(r.cures()).contains("httpruntime-target", "config-switch");
  }

  @Test
  void p10HttpRuntimeTargetMendsIt() {
    Result r = portal(web("<httpRuntime targetFramework='4.7.2' />")).check();
    assertThat(r.offer("Server 2019")).startsWith("os-default:");
    assertThat(r.findings()).isEmpty();
  }

  @Test
  void p11SwitchesInWebConfigHaveNoEffectAndTheAppSettingsFormHas() {
    Result ignored = portal(BOTH_SWITCHES.formatted("")).check();
    assertThat(ignored.verdict("Server 2019")).isEqualTo(Kind.FAILS);
    assertThat(ignored.findings()).contains("switch-not-read-by-aspnet Web.config:3");
  }

  @Test
  void p11TheAppSettingsFormWorks() {
    String key = "AppContext.SetSwitch:Switch.System.Net.DontEnableSchUseStrongCrypto";
    Result r =
        portal(
                "<configuration><appSettings><add key='"
                    + key
                    + "' value='false' /></appSettings></configuration>")
            .check();
    assertThat(r.offer("Server 2019")).isEqualTo("tls1.0+tls1.1+tls1.2");
    assertThat(r.why()).contains("appSettings sets DontEnableSchUseStrongCrypto=false");
  }

  @Test
  void p12MovingTheProjectTo47AloneChangesNothing() {
    Result r = portal(web("<compilation targetFramework='4.7' />")).check();
    assertThat(r.why()).contains("compilation targetFramework 4.7 does not count");
    assertThat(r.verdict("Server 2016")).isEqualTo(Kind.FAILS);
  }

  @Test
  void p13ConsoleTargeting472WithoutTheAttributeReportsSsl3AndTls() {
    String off = "<GenerateTargetFrameworkAttribute>false</GenerateTargetFrameworkAttribute>";
    Result r = tester().exe("Tool", "4.7.2", off, GETS).to().check();
    assertThat(r.offer("Server 2016")).isEqualTo("ssl3+tls1.0");
    assertThat(r.why()).contains("carries no target framework");
  }

  @Test
  void p13TheSwitchHelpsThereToo() {
    String off = "<GenerateTargetFrameworkAttribute>false</GenerateTargetFrameworkAttribute>";
    Result r =
        tester()
            .exe("Tool", "4.7.2", off, GETS)
            .file("App.config", BOTH_SWITCHES.formatted(""))
            .to()
            .check();
    assertThat(r.offer("Server 2016")).startsWith("os-default:");
  }

  @Test
  void p14AFixThatKeepsSsl3IsWeakAsAPlaceAndStillConnects() {
    Result r =
        tester()
            .exe(
                "Base",
                "4.7.2",
                "",
                """
                using System.Net;
                class Program { static void Main() {
                  ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3 | SecurityProtocolType.Tls | SecurityProtocolType.Tls11 | SecurityProtocolType.Tls12;
                  new WebClient().DownloadString("https://server.example/");
                } }
                """)
            .to()
            .check();
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.CONNECTS);
    assertThat(r.finding("pinned-legacy-protocol").protocols())
        .containsExactly("ssl3", "tls1.0", "tls1.1", "tls1.2");
  }

  @Test
  void p16NoAttributeBringsSsl3BackWhateverTheProjectTargets() {
    String off = "<GenerateTargetFrameworkAttribute>false</GenerateTargetFrameworkAttribute>";
    assertThat(tester().exe("Resolver", "4.8", off, GETS).to().check().offer("Server 2016"))
        .isEqualTo("ssl3+tls1.0");
  }

  @Test
  void p17ARegistryZeroBeatsTheTarget() {
    Result r =
        tester()
            .exe("Grown", "4.7.2", "", GETS)
            .registry(
                """
                [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319]
                "SystemDefaultTlsVersions"=dword:00000000
                "SchUseStrongCrypto"=dword:00000000
                [HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319]
                "SystemDefaultTlsVersions"=dword:00000000
                "SchUseStrongCrypto"=dword:00000000
                """)
            .to()
            .check();
    assertThat(r.offer("Server 2016")).isEqualTo("ssl3+tls1.0");
    assertThat(r.findings()).anyMatch(f -> f.startsWith("registry-forces-legacy"));
  }

  @Test
  void p19NetTcpOn452IsHardWiredAndNoSettingHelps() {
    Result r =
        tester()
            .exe(
                "Queue",
                "4.5.2",
                "",
                """
                using System.ServiceModel;
                class Program { static void Main() {
                  var binding = new NetTcpBinding(SecurityMode.Transport);
                  new ChannelFactory<IQueue>(binding, "net.tcp://queue.example:8443/q").CreateChannel();
                } }
                interface IQueue { }
                """)
            .installed("4.5.2")
            .to("queue.example", 8443)
            .check();
    assertThat(r.offer("Server 2016")).isEqualTo("ssl3+tls1.0");
    assertThat(r.cures()).containsExactly("relay");
  }

  @Test
  void p20ExeConnectsAndTheAddInOfTheSameLibraryFails() {
    Result r =
        tester()
            .file("Lib/Lib.csproj", LIBRARY.formatted("Lib", "4.7.2", ""))
            .file("Lib/Feed.cs", CALLS)
            .file(
                "App/App.csproj",
                """
                <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net472</TargetFramework></PropertyGroup>
                <ItemGroup><ProjectReference Include="..\\Lib\\Lib.csproj" /></ItemGroup></Project>
                """)
            .file("App/Program.cs", "class P { static void Main() { new Feed().Get(); } }")
            .file(
                "AddIn/AddIn.csproj",
                LIBRARY
                    .formatted(
                        "AddIn",
                        "4.7.2",
                        "<ProjectTypeGuids>{BAA0C2D2-18E2-41B9-852F-F413020CAA33};{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}</ProjectTypeGuids>")
                    .replace(
                        "</Project>",
                        "<ItemGroup><ProjectReference Include=\"..\\Lib\\Lib.csproj\" /></ItemGroup></Project>"))
            .file(
                "AddIn/ThisAddIn.cs",
                "public partial class ThisAddIn { void S() { new Feed().Get(); } }")
            .to()
            .check();
    assertThat(r.names()).hasSize(2);
    assertThat(r.connection("App.exe").fails()).isFalse();
    assertThat(r.connection("AddIn").fails()).isTrue();
  }

  @Test
  void p21Windows7AndWindows10NeedDifferentSwitches() {
    String addIn = "<ProjectTypeGuids>{BAA0C2D2-18E2-41B9-852F-F413020CAA33}</ProjectTypeGuids>";
    Result seven =
        tester()
            .file("AddIn.csproj", LIBRARY.formatted("AddIn", "4.7", addIn))
            .file(
                "ThisAddIn.cs",
                "public partial class ThisAddIn { }" + CALLS.replace("using System.Net;", ""))
            .to()
            .windows("Windows 7")
            .check();
    assertThat(seven.offer("Windows 7")).isEqualTo("ssl3+tls1.0");
    assertThat(seven.connection().cures().get(0).title())
        .contains("DontEnableSchUseStrongCrypto=false")
        .doesNotContain("SystemDefault");
  }

  @Test
  void p21SystemDefaultGivesOnlyTls10OnWindows7() {
    Result r =
        tester().exe("Old", "4.7.2", "", GETS).to().windows("Windows 7", "Windows 10").check();
    assertThat(r.offer("Windows 7")).isEqualTo("os-default:tls1.0");
    assertThat(r.verdict("Windows 7")).isEqualTo(Kind.FAILS);
    assertThat(r.verdict("Windows 10")).isEqualTo(Kind.CONNECTS);
  }

  @Test
  void p22TheAddInsOwnAppConfigIsDead() {
    String addIn = "<ProjectTypeGuids>{BAA0C2D2-18E2-41B9-852F-F413020CAA33}</ProjectTypeGuids>";
    Result r =
        tester()
            .file("AddIn.csproj", LIBRARY.formatted("AddIn", "4.7.2", addIn))
            .file("ThisAddIn.cs", CALLS)
            .file("app.config", BOTH_SWITCHES.formatted(""))
            .to()
            .check();
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.FAILS);
    assertThat(r.findings()).contains("switch-in-unread-file app.config:3");
  }

  @Test
  void p23ALibraryCalledOverComHasNoTarget() {
    Result r =
        tester()
            .file("Mail.csproj", LIBRARY.formatted("Mail", "4.8.1", ""))
            .file("Feed.cs", CALLS)
            .to()
            .host(HostKind.COM)
            .check();
    assertThat(r.offer("Server 2016")).isEqualTo("ssl3+tls1.0");
    assertThat(r.why()).contains("no managed entry assembly");
  }

  @Test
  void p23RegisteredForComIsKnownFromTheProject() {
    String com = "<RegisterForComInterop>true</RegisterForComInterop>";
    Result r =
        tester()
            .file("Mail.csproj", LIBRARY.formatted("Mail", "4.8", com))
            .file("Feed.cs", CALLS)
            .to()
            .check();
    assertThat(r.connection().process().host()).isEqualTo(HostKind.COM);
  }

  @Test
  void p24TheSameCodeWorksAsAnExeAndDependsOnItsHostAsADll() {
    Result dll =
        tester()
            .file("Feed.csproj", LIBRARY.formatted("Feed", "4.8", ""))
            .file("Feed.cs", CALLS)
            .to()
            .check();
    assertThat(dll.verdict("Server 2019")).isEqualTo(Kind.DEPENDS);
    assertThat(dll.connection().headline().alternatives())
        .extracting(a -> a.when())
        .contains("loaded by an executable that targets 4.5.2", "in an Office program or over COM");
  }

  @Test
  void p25ChangingSupportedRuntimeDoesNothingAndTheHostsExeConfigDoes() {
    String sku =
        "<startup><supportedRuntime version='v4.0' sku='.NETFramework,Version=v4.8' /></startup>";
    Result sameTarget =
        tester()
            .exe("ServiceHost", "4.5.2", "", GETS)
            .file("App.config", "<configuration>" + sku + "</configuration>")
            .to()
            .check();
    assertThat(sameTarget.verdict("Server 2019")).isEqualTo(Kind.FAILS);
    assertThat(sameTarget.cures().get(0)).isEqualTo("config-switch");
  }

  @Test
  void p25TheSwitchInTheHostsConfigHelps() {
    Result r =
        tester()
            .exe("ServiceHost", "4.5.2", "", GETS)
            .file("App.config", BOTH_SWITCHES.formatted(""))
            .to()
            .check();
    assertThat(r.offer("Server 2019")).startsWith("os-default:");
  }

  @Test
  void p26APlugInGetsTheDefaultsOfTheProcessThatLoadsIt() {
    Result r =
        tester()
            .file("PlugIn.csproj", LIBRARY.formatted("PlugIn", "4.8", ""))
            .file("Feed.cs", CALLS)
            .file("app.config", BOTH_SWITCHES.formatted(""))
            .to()
            .check();
    assertThat(r.verdict("Server 2016")).isEqualTo(Kind.DEPENDS);
    assertThat(r.findings()).contains("switch-in-unread-file app.config:3");
  }

  @Test
  void p27APlugInOfA35HostStaysOnClr2() {
    Result r =
        tester()
            .file("Turtle.csproj", LIBRARY.formatted("Turtle", "3.5", ""))
            .file("Feed.cs", CALLS)
            .to()
            .windows("Windows 10")
            .check();
    assertThat(r.offer("Windows 10")).isEqualTo("tls1.0");
    assertThat(r.cures()).contains("registry-system-default");
  }

  @Test
  void p28TheCastOf3072ThrowsWhereOnly40IsInstalled() {
    String cast =
        """
        using System.Net;
        class Program { static void Main() {
          ServicePointManager.SecurityProtocol = (SecurityProtocolType)3072;
          new WebClient().DownloadString("https://server.example/");
        } }
        """;
    Result old =
        tester().exe("Ssis", "4.0", "", cast).installed("4.0").windows("2008 R2").to().check();
    assertThat(old.offer("2008 R2")).isEqualTo("throws NotSupportedException");
  }

  @Test
  void p28TheCastWorksOnceA45IsInstalled() {
    String cast =
        """
        using System.Net;
        class Program { static void Main() {
          ServicePointManager.SecurityProtocol = (SecurityProtocolType)3072;
          new WebClient().DownloadString("https://server.example/");
        } }
        """;
    Result r =
        tester().exe("Ssis", "4.0", "", cast).installed("4.5.2").windows("2008 R2").to().check();
    assertThat(r.offer("2008 R2")).isEqualTo("tls1.2");
  }

  @Test
  void p29AFunctionDependsOnItsHost() {
    Result r =
        tester()
            .file(
                "Function.csproj",
                """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net461</TargetFramework><AzureFunctionsVersion>v1</AzureFunctionsVersion></PropertyGroup>
                  <ItemGroup><PackageReference Include="Microsoft.NET.Sdk.Functions" Version="1.0.38" /></ItemGroup>
                </Project>
                """)
            .file("Feed.cs", CALLS)
            .to()
            .check();
    assertThat(r.verdict("Server 2016")).isEqualTo(Kind.DEPENDS);
    assertThat(r.cures()).doesNotContain("registry-strong-crypto");
  }
}
