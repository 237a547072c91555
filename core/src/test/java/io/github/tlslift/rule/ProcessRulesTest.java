package io.github.tlslift.rule;

import io.github.tlslift.model.HostKind;
import io.github.tlslift.testkit.RuleTester;
import org.junit.jupiter.api.Test;

/** The rules about what a process is and which settings it reads. */
final class ProcessRulesTest {
  private static final String STRONG = "Switch.System.Net.DontEnableSchUseStrongCrypto";
  private static final String PIN =
      "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;";

  private static String overrides(String value) {
    return "<runtime>\n<AppContextSwitchOverrides value=\"" + value + "\"/>\n</runtime>";
  }

  @Test
  void legacyDefaultFlagsTheTargetThatFails() {
    RuleTester.of(new LegacyDefaultByTarget())
        .target("4.5.2")
        .expect("App.csproj:1", "error .NET Framework 4.5.2 makes SSL 3.0 and TLS 1.0 the default")
        .verify();
  }

  @Test
  void p16LegacyDefaultFlagsAnAssemblyWithoutATarget() {
    RuleTester.of(new LegacyDefaultByTarget())
        .noTarget()
        .expect("App.csproj:1", "error no target framework makes SSL 3.0 and TLS 1.0 the default")
        .verify();
  }

  @Test
  void legacyDefaultIsSilentForNewTargetsAndWhereAPinIsToBlame() {
    RuleTester.of(new LegacyDefaultByTarget()).target("4.7.2").verify();
    RuleTester.of(new LegacyDefaultByTarget()).target("4.6").verify();
    RuleTester.of(new LegacyDefaultByTarget()).target("4.5.2").csharpMain(PIN).verify();
  }

  @Test
  void legacyDefaultIsSilentWhereASwitchMendsIt() {
    RuleTester.of(new LegacyDefaultByTarget())
        .target("4.5.2")
        .config("App.config", overrides(STRONG + "=false"))
        .verify();
  }

  @Test
  void p10MissingHttpRuntimeTargetFlagsCompilationAlone() {
    RuleTester.of(new MissingHttpRuntimeTarget())
        .host(HostKind.ASPNET)
        .config(
            "web.config",
            """
            <system.web>
              <!-- expect: error httpRuntime has no targetFramework, so ASP.NET uses the defaults of 4.0; compilation targetFramework 4.7.2 does not count -->
              <compilation targetFramework="4.7.2"/>
              <httpRuntime/>
            </system.web>""")
        .verify();
  }

  @Test
  void missingHttpRuntimeTargetIsSilentWhereItIsGiven() {
    RuleTester.of(new MissingHttpRuntimeTarget())
        .host(HostKind.ASPNET)
        .config("web.config", "<system.web><httpRuntime targetFramework=\"4.5\"/></system.web>")
        .verify();
    RuleTester.of(new MissingHttpRuntimeTarget()).config("App.config", "").verify();
  }

  @Test
  void missingHttpRuntimeTargetNamesTheFileWhereNothingIsSaid() {
    RuleTester.of(new MissingHttpRuntimeTarget())
        .host(HostKind.ASPNET)
        .config("web.config", "")
        .expect("web.config", "error httpRuntime has no targetFramework")
        .verify();
  }

  @Test
  void p22SwitchInUnreadFileFlagsTlsSwitchesOnly() {
    RuleTester.of(new SwitchInUnreadFile())
        .ignoredConfig(
            "AddIn.dll.config",
            "<!-- expect: warning DontEnableSchUseStrongCrypto=false has no effect here: only WINWORD.EXE.config counts -->\n<runtime><AppContextSwitchOverrides value=\""
                + STRONG
                + "=false;Switch.System.IO.UseLegacyPathHandling=false\"/></runtime>",
            "only WINWORD.EXE.config counts")
        .verify();
    RuleTester.of(new SwitchInUnreadFile())
        .config("App.config", overrides(STRONG + "=false"))
        .verify();
  }

  @Test
  void p11SwitchNotReadByAspNetFlagsOverridesOfAWebConfig() {
    RuleTester.of(new SwitchNotReadByAspNet())
        .host(HostKind.ASPNET)
        .config(
            "web.config",
            "<runtime>\n<!-- expect: warning DontEnableSchUseStrongCrypto=false has no effect: ASP.NET does not read -->\n<AppContextSwitchOverrides value=\""
                + STRONG
                + "=false\"/></runtime>\n<appSettings><add key=\"AppContext.SetSwitch:"
                + STRONG
                + "\" value=\"false\"/></appSettings>")
        .verify();
    RuleTester.of(new SwitchNotReadByAspNet())
        .config("App.config", overrides(STRONG + "=false"))
        .verify();
  }

  @Test
  void switchedOffTellsTheOldBehaviourFromTheModernOne() {
    RuleTester.of(new StrongCryptoSwitchedOff())
        .config(
            "App.config",
            "<runtime>\n<!-- expect: error switch DontEnableSchUseStrongCrypto=true turns an old behaviour on -->\n<AppContextSwitchOverrides value=\""
                + STRONG
                + "=true;Switch.System.Net.DontEnableSystemDefaultTlsVersions=true\"/></runtime>")
        .expect("App.config:4", "switch DontEnableSystemDefaultTlsVersions=true")
        .verify();
    RuleTester.of(new StrongCryptoSwitchedOff())
        .config(
            "App.config",
            "<!-- expect: note ok DontEnableSchUseStrongCrypto=false turns the old behaviour off -->\n<runtime><AppContextSwitchOverrides value=\""
                + STRONG
                + "=false\"/></runtime>")
        .verify();
  }

  @Test
  void switchedOffSeesCodeAndPassesOverridesOfAWebConfigBy() {
    RuleTester.of(new StrongCryptoSwitchedOff())
        .csharp(
            """
            using System;
            class Program {
              static void Main() {
                // expect: switch DontEnableSchUseStrongCrypto=true turns an old behaviour on
                AppContext.SetSwitch("Switch.System.Net.DontEnableSchUseStrongCrypto", true);
                AppContext.SetSwitch("Switch.Other", true);
              }
            }
            """)
        .verify();
    RuleTester.of(new StrongCryptoSwitchedOff())
        .host(HostKind.ASPNET)
        .config("web.config", overrides(STRONG + "=true"))
        .verify();
  }

  @Test
  void validationSwitchedOffFlagsACallbackThatAlwaysSaysYes() {
    RuleTester.of(new ValidationSwitchedOff())
        .csharpMain(
            """
            // expect: warning accepts any server certificate; that mends no version problem
            ServicePointManager.ServerCertificateValidationCallback = delegate { return true; };
            ServicePointManager.ServerCertificateValidationCallback = (s, c, ch, e) => e == System.Net.Security.SslPolicyErrors.None;
            """)
        .config(
            "App.config",
            "<system.net><settings>\n<!-- expect: accepts any server certificate -->\n<servicePointManager checkCertificateName=\"false\"/></settings></system.net>")
        .verify();
  }

  @Test
  void refusedConnectionReportsEachFailureAndNothingElse() {
    RuleTester.of(new RefusedConnection())
        .target("4.5.2")
        .expect("App.csproj:1", "error HttpWebRequest to a server with TLS 1.2 and later: ")
        .verify();
    RuleTester.of(new RefusedConnection()).target("4.8").verify();
  }
}
