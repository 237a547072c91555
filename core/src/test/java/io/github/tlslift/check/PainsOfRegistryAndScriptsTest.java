package io.github.tlslift.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Cause;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Verdict.Kind;
import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.CheckTester.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people complained of in registry, scripts, cloud hosts and suites: P30 to P56. */
final class PainsOfRegistryAndScriptsTest {
  private static final String GETS =
      """
      using System.Net;
      class Program {
        static void Main() {
          WebRequest.Create("https://server.example/").GetResponse();
        }
      }
      """;
  private static final String NATIVE =
      """
      [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319]
      "SchUseStrongCrypto"=dword:00000001
      """;
  private static final String WOW =
      """
      [HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319]
      "SchUseStrongCrypto"=dword:00000001
      """;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private CheckTester tester() {
    return CheckTester.in(folder.resolve("app"));
  }

  private CheckTester builder32() {
    return tester()
        .exe("ReportBuilder", "4.5.2", "<PlatformTarget>x86</PlatformTarget>", GETS)
        .to();
  }

  @Test
  void p30TheNativeHalfDoesNothingForA32BitProgram() {
    Result r = builder32().registry(NATIVE).check();
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.FAILS);
    assertThat(r.findings()).anyMatch(f -> f.startsWith("registry-one-view"));
  }

  @Test
  void p30TheWow6432NodeHalfDoes() {
    Result r = builder32().registry(WOW).check();
    assertThat(r.offer("Server 2019")).isEqualTo("tls1.0+tls1.1+tls1.2");
  }

  @Test
  void p31TheSameProgramBuiltFor64BitsReadsTheOtherHalf() {
    Result r =
        tester()
            .exe("Trust", "4.5.2", "<PlatformTarget>x64</PlatformTarget>", GETS)
            .registry(WOW)
            .to()
            .check();
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.FAILS);
  }

  @Test
  void p32Wow6432NodeIsThe32BitViewWhateverARecipeSays() {
    Result r =
        tester()
            .file(
                "Enable-Tls12.ps1",
                """
                # 64 bit
                Set-ItemProperty -Path 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319' -Name 'SchUseStrongCrypto' -Value 1 -Type DWord
                """)
            .check();
    assertThat(r.finding("registry-one-view").message()).contains("32-bit").contains("64-bit");
  }

  @Test
  void p33AnyNonZeroEnabledIsOn() {
    Result r =
        tester()
            .exe("Agent", "4.8", "", GETS)
            .registry(
                """
                [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]
                "Enabled"=dword:ffffffff
                "DisabledByDefault"=dword:00000000
                """)
            .to()
            .check();
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.CONNECTS);
    assertThat(r.findings()).noneMatch(f -> f.startsWith("registry-forces-legacy"));
  }

  @Test
  void p33ZeroIsOff() {
    Result r =
        tester()
            .exe("Agent", "4.8", "", GETS)
            .registry(
                """
                [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]
                "Enabled"=dword:00000000
                """)
            .to()
            .windows("Server 2019")
            .check();
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.FAILS);
  }

  @Test
  void p34PowerShellHasNoTargetSoTheValuesMoveItsDefault() {
    CheckTester script = tester().file("Get.ps1", "Invoke-WebRequest https://server.example/");
    Result without = script.to().windows("Server 2016").check();
    assertThat(without.offer("Server 2016")).isEqualTo("ssl3+tls1.0");
    Result with = script.registry(NATIVE + WOW).check();
    assertThat(with.offer("Server 2016")).isEqualTo("tls1.0+tls1.1+tls1.2");
  }

  @Test
  void p35TheSchannelKeyIsNotWhereTheFlagBelongs() {
    Result r =
        tester()
            .exe("Tool", "4.5.2", "", GETS)
            .registry(
                """
                [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL]
                "SchUseStrongCrypto"=dword:00000001
                """)
            .to()
            .check();
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.FAILS);
    assertThat(r.findings()).anyMatch(f -> f.startsWith("registry-wrong-key"));
  }

  @Test
  void p36ARegistryCureSaysWhomElseItChanges() {
    Result r = tester().exe("Tool", "4.5.2", "", GETS).to().check();
    Cure registry =
        r.connection().cures().stream()
            .filter(c -> c.id().equals("registry-strong-crypto"))
            .findFirst()
            .orElseThrow();
    assertThat(registry.alsoChanges()).containsExactly("every .NET 4 program on the machine");
    assertThat(registry.applicability()).isEqualTo(Cure.Applicability.REVIEW);
  }

  @Test
  void p37AProfileDoesNotReachAScriptStartedWithoutIt() {
    Result r =
        tester()
            .file(
                "Microsoft.PowerShell_profile.ps1",
                "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12")
            .file(
                "build.ps1", "Invoke-WebRequest https://server.example/tool.zip -OutFile tool.zip")
            .to()
            .windows("Server 2016")
            .check();
    Connection build = r.connection("build.ps1");
    assertThat(Result.outcome(build, "Server 2016").verdict().kind()).isEqualTo(Kind.FAILS);
  }

  @Test
  void p38WhatAScriptSetsDoesNotReachTheProgramItFetches() {
    Result r =
        tester()
            .file(
                "install.ps1",
                """
                [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
                Invoke-WebRequest https://server.example/agent.zip -OutFile agent.zip
                """)
            .exe("Agent", "4.5.2", "", GETS)
            .to()
            .windows("Server 2016")
            .check();
    assertThat(r.connection("install.ps1").fails()).isFalse();
    assertThat(r.connection("Agent.exe").fails()).isTrue();
  }

  @Test
  void p41TheProviderBootstrapFailsInAPlainSession() {
    Result r =
        tester()
            .file("bootstrap.ps1", "Install-PackageProvider -Name NuGet -Force")
            .to("onegetcdn.azureedge.net", 443)
            .windows("Server 2016")
            .check();
    assertThat(r.verdict("Server 2016")).isEqualTo(Kind.FAILS);
  }

  @Test
  void p41TheLineInTheSameScriptMendsIt() {
    Result r =
        tester()
            .file(
                "bootstrap.ps1",
                """
                [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor 3072
                Install-PackageProvider -Name NuGet -Force
                """)
            .to("onegetcdn.azureedge.net", 443)
            .windows("Server 2016")
            .check();
    assertThat(r.offer("Server 2016")).isEqualTo("ssl3+tls1.0+tls1.2");
    assertThat(r.verdict("Server 2016")).isEqualTo(Kind.CONNECTS);
  }

  @Test
  void p43AStringOfNamesSetsThemInAnImageScript() {
    Result r =
        tester()
            .file(
                "setup.ps1",
                """
                [Net.ServicePointManager]::SecurityProtocol = 'Tls12, Tls11'
                Invoke-WebRequest 'https://server.example/caddy.zip' -OutFile caddy.zip
                """)
            .to()
            .windows("Server 2016")
            .check();
    assertThat(r.offer("Server 2016")).isEqualTo("tls1.1+tls1.2");
  }

  @Test
  void p44AppServiceGetsNoRegistryCure() {
    Result r = tester().exe("Job", "4.5.1", "", GETS).to().host(HostKind.APP_SERVICE).check();
    assertThat(r.verdict("Server 2016")).isEqualTo(Kind.FAILS);
    assertThat(r.cures()).isNotEmpty().noneMatch(c -> c.startsWith("registry"));
  }

  @Test
  void p47EverySettingRightAndNoSharedSuiteOn2012R2() {
    Result r =
        tester()
            .exe("Client", "4.8", "", GETS)
            .to("contoso.azurefd.net", 443)
            .windows("Server 2012 R2", "Server 2019")
            .check();
    assertThat(r.verdict("Server 2012 R2")).isEqualTo(Kind.FAILS);
    assertThat(Result.outcome(r.connection(), "Server 2012 R2").verdict().cause())
        .contains(Cause.NO_COMMON_CIPHER_SUITE);
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.CONNECTS);
  }

  @Test
  void p48NeitherRegistryNorTargetMendsThatOn2012R2() {
    Result r =
        tester()
            .exe("Client", "4.8", "", GETS)
            .to("contoso.azurefd.net", 443)
            .windows("Server 2012 R2")
            .check();
    assertThat(r.cures()).containsExactly("relay");
  }

  @Test
  void p49TheVerdictNamesSuitesAndNotVersions() {
    Result r =
        tester()
            .exe("Client", "4.8", "", GETS)
            .to("contoso.azurefd.net", 443)
            .windows("Server 2012 R2")
            .check();
    assertThat(r.connection().headline().verdict().says()).contains("suite");
  }

  @Test
  void p50A2012ClientCappedAt11Fails() {
    Result r =
        tester()
            .exe(
                "Bus",
                "4.5.2",
                "",
                """
                using System.Net;
                class Program { static void Main() {
                  ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls11;
                  new WebClient().DownloadString("https://contoso.servicebus.windows.net/");
                } }
                """)
            .to("contoso.servicebus.windows.net", 443)
            .windows("Server 2012")
            .check();
    assertThat(r.offer("Server 2012")).isEqualTo("tls1.1");
    assertThat(r.verdict("Server 2012")).isEqualTo(Kind.FAILS);
  }

  @Test
  void p56On40OnlyTheRequestedProtocolIsNotSupported() {
    Result r =
        tester()
            .exe(
                "Feed",
                "4.0",
                "",
                """
                using System.Net;
                class Program { static void Main() {
                  ServicePointManager.SecurityProtocol = (SecurityProtocolType)(768 | 3072);
                  new WebClient().DownloadString("https://server.example/");
                } }
                """)
            .installed("4.0")
            .to()
            .windows("Windows 7")
            .check();
    assertThat(r.offer("Windows 7")).isEqualTo("throws NotSupportedException");
    assertThat(r.connection().headline().verdict().error())
        .contains("The requested security protocol is not supported");
  }

  @Test
  void bitnessAskedForWins() {
    Result r = builder32().bits(Bitness.BITS_64).registry(NATIVE).check();
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.CONNECTS);
  }
}
