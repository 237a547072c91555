package io.github.tlslift.mend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.testkit.FixTester;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Config and project files before and after, to the letter. */
final class ConfigMendTest {
  private static final String STRONG = "Switch.System.Net.DontEnableSchUseStrongCrypto=false";
  private static final String CODE =
      "using System.Net;\nclass P { static void Main() { new WebClient().DownloadString(\"https://server.example/\"); } }\n";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private FixTester program() {
    return FixTester.in(folder).exe("4.5.2", "P.cs").file("P.cs", CODE);
  }

  @Test
  void aSwitchJoinsTheRuntimeThatIsThere() {
    String config =
        "<?xml version='1.0'?>\r\n<configuration>\r\n\t<!-- größer -->\r\n\t<runtime>\r\n"
            + "\t\t<gcServer   enabled='true'/>\t\r\n%s\t</runtime>\r\n</configuration>  ";
    program()
        .in(Charset.forName("windows-1252"))
        .file("App.config", config.formatted(""))
        .plan()
        .connects()
        .makes(
            "App.config",
            config.formatted("\t\t<AppContextSwitchOverrides value=\"" + STRONG + "\" />\r\n"));
  }

  @Test
  void aSwitchJoinsTheListThatIsThereAndAnOldValueGoes() {
    String config =
        "<configuration>\n  <runtime>\n    <AppContextSwitchOverrides value='%s'/>\n  </runtime>\n</configuration>\n";
    program()
        .file("App.config", config.formatted("Switch.Other=true"))
        .plan()
        .connects()
        .makes("App.config", config.formatted("Switch.Other=true;" + STRONG));
    program()
        .file(
            "App.config", config.formatted(STRONG.replace("false", "true") + ";Switch.Other=true"))
        .plan()
        .connects()
        .makes("App.config", config.formatted(STRONG + ";Switch.Other=true"));
  }

  @Test
  void emptyElementsOpen() {
    program()
        .file("App.config", "<configuration>\n    <runtime />\n</configuration>\n")
        .plan()
        .connects()
        .makes(
            "App.config",
            "<configuration>\n    <runtime>\n        <AppContextSwitchOverrides value=\""
                + STRONG
                + "\" />\n    </runtime>\n</configuration>\n");
    program()
        .file("App.config", "<configuration/>")
        .plan()
        .connects()
        .makes(
            "App.config",
            "<configuration>\n  <runtime>\n    <AppContextSwitchOverrides value=\""
                + STRONG
                + "\" />\n  </runtime>\n</configuration>");
  }

  @Test
  void aProjectWithoutConfigGetsOneAndNamesIt() {
    String project =
        "<Project ToolsVersion=\"15.0\" xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\r\n"
            + "  <PropertyGroup><OutputType>Exe</OutputType><AssemblyName>A</AssemblyName><TargetFrameworkVersion>v4.5</TargetFrameworkVersion></PropertyGroup>\r\n"
            + "  <ItemGroup>\r\n    <Compile Include=\"P.cs\" />\r\n  </ItemGroup>\r\n%s</Project>";
    FixTester.in(folder)
        .file("A.csproj", project.formatted(""))
        .file("P.cs", CODE.replace("\n", "\r\n"))
        .plan()
        .connects()
        .makes(
            "A.csproj",
            project.formatted(
                "  <ItemGroup>\r\n    <None Include=\"App.config\" />\r\n  </ItemGroup>\r\n"))
        .makes(
            "App.config",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<configuration>\r\n  <runtime>\r\n    <AppContextSwitchOverrides value=\""
                + STRONG
                + "\" />\r\n  </runtime>\r\n</configuration>\r\n");
  }

  @Test
  void p21OnWindows7StrongCryptoIsTheSwitchThatWorks() {
    FixTester.Planned planned =
        program().windows("Windows 7").file("App.config", "<configuration/>").plan().connects();
    assertThat(planned.text("App.config"))
        .contains("DontEnableSchUseStrongCrypto=false")
        .doesNotContain("DontEnableSystemDefaultTlsVersions");
  }

  @Test
  void aspNetGetsTheFormThatItReads() {
    String config =
        "<configuration>\n  <appSettings>\n    <add key=\"a\" value=\"b\"/>%s\n  </appSettings>\n"
            + "  <system.web><compilation targetFramework=\"4.7.2\"/></system.web>\n</configuration>\n";
    FixTester.in(folder)
        .file("site/Web.config", config.formatted(""))
        .file(
            "site/Get.ashx",
            "<%@ WebHandler Language=\"C#\" Class=\"Get\" %>\nusing System.Net; using System.Web;\n"
                + "public class Get : IHttpHandler { public void ProcessRequest(HttpContext c) { new WebClient().DownloadString(\"https://server.example/\"); } }\n")
        .plan()
        .connects()
        .makes(
            "site/Web.config",
            config.formatted(
                "\n    <add key=\"AppContext.SetSwitch:Switch.System.Net.DontEnableSchUseStrongCrypto\" value=\"false\" />"));
  }

  @Test
  void aRetargetIsTheSameInEveryFile() {
    String config =
        "<configuration>\n  <startup><supportedRuntime version=\"v4.0\" sku=\".NETFramework,Version=v%s\"/></startup>\n</configuration>\n";
    String packages =
        "<packages>\n  <package id=\"A\" version=\"1\" targetFramework=\"net%s\" />\n  <package id=\"B\" version=\"1\" targetFramework=\"net40\" />\n</packages>\n";
    FixTester.Planned planned =
        program()
            .cure("retarget")
            .file("App.config", config.formatted("4.5.2"))
            .file("packages.config", packages.formatted("452"))
            .plan()
            .connects()
            .makes("App.config", config.formatted("4.8"))
            .makes("packages.config", packages.formatted("48"));
    assertThat(planned.text("App.csproj"))
        .contains("<TargetFrameworkVersion>v4.8</TargetFrameworkVersion>");
    assertThat(planned.files()).containsExactly("App.config", "App.csproj", "packages.config");
  }

  @Test
  void oneFrameworkOfAListIsRaisedAndTheOthersStay() {
    FixTester.in(folder)
        .cure("retarget")
        .file(
            "A.csproj",
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFrameworks>net8.0; net452</TargetFrameworks></PropertyGroup></Project>")
        .file("P.cs", CODE)
        .plan()
        .makes(
            "A.csproj",
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFrameworks>net8.0; net48</TargetFrameworks></PropertyGroup></Project>");
  }

  @Test
  void aBindingLosesItsPin() {
    String config =
        "<configuration>\n  <system.serviceModel>\n    <bindings><netTcpBinding><binding name=\"b\"><security mode=\"Transport\">"
            + "<transport clientCredentialType=\"None\"%s /></security></binding></netTcpBinding></bindings>\n"
            + "    <client><endpoint address=\"net.tcp://server.example:808/\" binding=\"netTcpBinding\" bindingConfiguration=\"b\" contract=\"I\" /></client>\n"
            + "  </system.serviceModel>\n</configuration>\n";
    FixTester.in(folder)
        .port(808)
        .exe("4.8", "P.cs")
        .file("P.cs", "class P { static void Main() { } }\n")
        .file("App.config", config.formatted(" sslProtocols=\"Tls\""))
        .plan()
        .connects()
        .makes("App.config", config.formatted(""));
  }

  @Test
  void httpRuntimeGetsTheTargetWhereverItStands() {
    String config = "<configuration>\n%s</configuration>\n";
    String handler =
        "<%@ WebHandler Language=\"C#\" Class=\"Get\" %>\nusing System.Net; using System.Web;\n"
            + "public class Get : IHttpHandler { public void ProcessRequest(HttpContext c) { new WebClient().DownloadString(\"https://server.example/\"); } }\n";
    String[][] cases = {
      {
        "  <system.web><httpRuntime maxRequestLength='1'/></system.web>\n",
        "  <system.web><httpRuntime maxRequestLength='1' targetFramework=\"4.8\"/></system.web>\n"
      },
      {
        "  <system.web><httpRuntime targetFramework='4.5' /></system.web>\n",
        "  <system.web><httpRuntime targetFramework='4.8' /></system.web>\n"
      },
      {
        "  <system.web>\n    <pages />\n  </system.web>\n",
        "  <system.web>\n    <pages />\n    <httpRuntime targetFramework=\"4.8\" />\n  </system.web>\n"
      },
      {"", "  <system.web>\n    <httpRuntime targetFramework=\"4.8\" />\n  </system.web>\n"},
    };
    for (String[] each : cases) {
      FixTester.in(folder)
          .cure("httpruntime-target")
          .file("site/Get.ashx", handler)
          .file("site/Web.config", config.formatted(each[0]))
          .plan()
          .connects()
          .makes("site/Web.config", config.formatted(each[1]));
    }
  }

  @Test
  void aRetargetSaysWhatElseFollowsTheTarget() {
    assertThat(flips("4.8"))
        .startsWith("what follows the target: the culture of tasks, ")
        .contains("path normalization and long paths", "managed cryptography in FIPS mode");
    assertThat(flips("4.7"))
        .contains("path normalization and long paths")
        .doesNotContain("SHA-256", "FIPS");
  }

  private String flips(String installed) {
    FixTester.Planned planned =
        FixTester.in(folder)
            .cure("retarget")
            .installed(installed)
            .exe("4.5.2", "P.cs")
            .file("P.cs", CODE)
            .file("App.config", "<configuration/>")
            .plan();
    return planned.plan().before().connections().get(0).cures().stream()
        .filter(c -> c.id().equals("retarget"))
        .map(c -> String.join("; ", c.alsoChanges()))
        .findFirst()
        .orElse("(no such cure)");
  }
}
