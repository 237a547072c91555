package io.github.tlslift.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.testkit.RuleTester;
import org.junit.jupiter.api.Test;

/** The rules about registry values; the pains P17 and P30 to P35. */
final class RegistryRulesTest {
  private static final String NATIVE =
      "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319]\n";
  private static final String WOW =
      "[HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Microsoft\\.NETFramework\\v4.0.30319]\n";
  private static final String CLR2 =
      "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v2.0.50727]\n";
  private static final String APP_CONTEXT =
      "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\AppContext]\n";
  private static final String WIN_HTTP =
      "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp]\n";
  private static final String SCHANNEL =
      "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\";

  private static String client(String version) {
    return SCHANNEL + version + "\\Client]\n";
  }

  private static RuleTester tester(Rule rule) {
    return RuleTester.of(rule).target("4.5.2");
  }

  @Test
  void p17ZeroBeatsTheTargetAndMakesTheProgramFail() {
    RuleTester.of(new RegistryForcesLegacy())
        .target("4.7.2")
        .registry(
            NATIVE
                + "; expect: error switch SchUseStrongCrypto=0 keeps strong crypto off\n"
                + "\"SchUseStrongCrypto\"=dword:00000000\n"
                + "; expect: error switch SystemDefaultTlsVersions=0 keeps the choice from Windows\n"
                + "\"SystemDefaultTlsVersions\"=dword:00000000\n")
        .verify();
  }

  @Test
  void zeroThatMeetsNobodyIsAWarning() {
    RuleTester.of(new RegistryForcesLegacy())
        .target("4.7.2")
        .registry(
            WOW
                + "; expect: warning switch SchUseStrongCrypto=0\n"
                + "\"SchUseStrongCrypto\"=dword:00000000\n")
        .verify();
  }

  @Test
  void oneForcesNothing() {
    tester(new RegistryForcesLegacy())
        .registry(
            NATIVE
                + "\"SchUseStrongCrypto\"=dword:00000001\n"
                + "\"SystemDefaultTlsVersions\"=-\n"
                + CLR2
                + "\"SystemDefaultTlsVersions\"=dword:00000000\n"
                + client("TLS 1.2")
                + "\"Enabled\"=dword:00000001\n\"DisabledByDefault\"=dword:00000000\n"
                + client("TLS 1.0")
                + "\"Enabled\"=dword:00000001\n"
                + APP_CONTEXT
                + "\"Switch.System.Net.DontEnableSchUseStrongCrypto\"=\"false\"\n"
                + WIN_HTTP
                + "\"DefaultSecureProtocols\"=dword:00000a00\n")
        .verify();
  }

  @Test
  void schannelTakesTls12FromTheClient() {
    RuleTester.of(new RegistryForcesLegacy())
        .registry(
            client("TLS 1.2")
                + "; expect: error switch Enabled=0 in TLS 1.2\\Client takes TLS 1.2 from every client\n"
                + "\"Enabled\"=dword:00000000\n"
                + "; expect: error switch DisabledByDefault=1 in TLS 1.2\\Client leaves TLS 1.2 out\n"
                + "\"DisabledByDefault\"=dword:00000001\n"
                + client("TLS 1.3")
                + "; expect: note switch Enabled=0 in TLS 1.3\\Client\n"
                + "\"Enabled\"=dword:00000000\n"
                + SCHANNEL
                + "TLS 1.2\\Server]\n\"Enabled\"=dword:00000000\n")
        .verify();
  }

  @Test
  void machineWideSwitchesAndWinHttpForceLegacyToo() {
    tester(new RegistryForcesLegacy())
        .registry(
            APP_CONTEXT
                + "; expect: switch Switch.System.Net.DontEnableSchUseStrongCrypto=true turns the old behaviour on\n"
                + "\"Switch.System.Net.DontEnableSchUseStrongCrypto\"=\"true\"\n"
                + WIN_HTTP
                + "; expect: DefaultSecureProtocols=0xa0 leaves TLS 1.2 out\n"
                + "\"DefaultSecureProtocols\"=dword:000000a0\n")
        .verify();
  }

  @Test
  void textWhereANumberIsNeededIsIgnored() {
    tester(new RegistryWrongType())
        .registry(
            NATIVE
                + "; expect: SchUseStrongCrypto=1 is a REG_SZ and is ignored without a word; it must be a REG_DWORD\n"
                + "\"SchUseStrongCrypto\"=\"1\"\n"
                + "; expect: SystemDefaultTlsVersions=1 is a REG_QWORD\n"
                + "\"SystemDefaultTlsVersions\"=hex(b):01,00,00,00,00,00,00,00\n"
                + WOW
                + "\"SchUseStrongCrypto\"=dword:00000001\n"
                + "\"Other\"=\"1\"\n"
                + client("TLS 1.2")
                + "; expect: Enabled=1 is a REG_SZ\n"
                + "\"Enabled\"=\"1\"\n"
                + APP_CONTEXT
                + "; expect: it must be a REG_SZ of true or false\n"
                + "\"Switch.System.Net.DontEnableSchUseStrongCrypto\"=dword:00000000\n"
                + "\"Switch.System.Net.DontEnableSystemDefaultTlsVersions\"=\"false\"\n")
        .verify();
  }

  @Test
  void aScriptThatForgetsTheTypeWritesText() {
    tester(new RegistryWrongType())
        .source(
            "fix.ps1",
            """

            # expect: SchUseStrongCrypto=1 is a REG_SZ
            New-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319' -Name SchUseStrongCrypto -Value '1' -PropertyType String
            Set-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319' -Name SystemDefaultTlsVersions -Value 1 -Type DWord
            """)
        .verify();
  }

  @Test
  void p30OneViewLeavesThe32BitProgramsBehind() {
    tester(new RegistryOneView())
        .registry(
            NATIVE
                + "; expect: warning SchUseStrongCrypto=1 stands in the 64-bit view alone; a 32-bit process reads Wow6432Node\n"
                + "\"SchUseStrongCrypto\"=dword:00000001\n"
                + "\"SystemDefaultTlsVersions\"=dword:00000001\n"
                + WOW
                + "\"SystemDefaultTlsVersions\"=dword:00000001\n")
        .verify();
  }

  @Test
  void p31The32BitViewAloneLeavesThe64BitProgramsBehind() {
    tester(new RegistryOneView())
        .registry(
            WOW
                + "; expect: SchUseStrongCrypto=1 stands under Wow6432Node, the 32-bit view, alone\n"
                + "\"SchUseStrongCrypto\"=dword:00000001\n"
                + client("TLS 1.2")
                + "\"Enabled\"=dword:00000001\n")
        .verify();
  }

  @Test
  void p32ARecipeForOneBitnessIsNamedByTheViewItWrites() {
    tester(new RegistryOneView())
        .source(
            "fix64.ps1",
            """

            # "64 bit"
            # expect: is written to Wow6432Node, the 32-bit view, alone: 64-bit programs are left behind
            Set-ItemProperty -Path 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319' -Name 'SchUseStrongCrypto' -Value '1' -Type DWord
            """)
        .verify();
  }

  @Test
  void aScriptForBothViewsIsComplete() {
    tester(new RegistryOneView())
        .source(
            "fix.ps1",
            """
            Set-ItemProperty -Path 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319' -Name 'SchUseStrongCrypto' -Value 1 -Type DWord
            Set-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319' -Name 'SchUseStrongCrypto' -Value 1 -Type DWord
            """)
        .verify();
  }

  @Test
  void a32BitProgramWritesThe32BitView() {
    tester(new RegistryOneView())
        .bitness(Bitness.BITS_32)
        .csharp(
            """
            using Microsoft.Win32;
            class Program {
              static void Main() {
                // expect: is written by a 32-bit process
                Registry.SetValue(@"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319", "SchUseStrongCrypto", 1, RegistryValueKind.DWord);
              }
            }
            """)
        .verify();
  }

  @Test
  void p33AnyNumberButZeroIsOn() {
    tester(new RegistryOddValue())
        .registry(
            client("TLS 1.2")
                + "; expect: note Enabled=0xffffffff counts as on\n"
                + "\"Enabled\"=dword:ffffffff\n"
                + "; expect: note DisabledByDefault=2 counts as 1\n"
                + "\"DisabledByDefault\"=dword:00000002\n"
                + NATIVE
                + "; expect: warning SchUseStrongCrypto=2 counts as on for newer target frameworks\n"
                + "\"SchUseStrongCrypto\"=dword:00000002\n"
                + CLR2
                + "; expect: SystemDefaultTlsVersions=2 counts as off\n"
                + "\"SystemDefaultTlsVersions\"=dword:00000002\n"
                + WIN_HTTP
                + "\"DefaultSecureProtocols\"=dword:00000a00\n"
                + client("TLS 1.1")
                + "\"Enabled\"=dword:00000001\n\"DisabledByDefault\"=dword:00000000\n")
        .verify();
  }

  @Test
  void p35TheFlagUnderSchannelIsReadByNobody() {
    tester(new RegistryWrongKey())
        .registry(
            "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL]\n"
                + "; expect: SchUseStrongCrypto=1 under SecurityProviders\\SCHANNEL is read by nobody; it belongs under HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319\n"
                + "\"SchUseStrongCrypto\"=dword:00000001\n"
                + NATIVE
                + "\"SchUseStrongCrypto\"=dword:00000001\n")
        .verify();
  }

  @Test
  void nearMissesOfTheRightKeyAreReadByNobody() {
    tester(new RegistryWrongKey())
        .registry(
            """
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0]
            ; expect: under .NETFramework\\v4.0
            "SchUseStrongCrypto"=dword:00000001
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework]
            ; expect: under Microsoft\\.NETFramework
            "SystemDefaultTlsVersions"=dword:00000001
            ; expect: it belongs under HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\AppContext
            "Switch.System.Net.DontEnableSchUseStrongCrypto"="false"
            [HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319]
            ; expect: under HKEY_CURRENT_USER is read by nobody
            "SchUseStrongCrypto"=dword:00000001
            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings]
            ; expect: DefaultSecureProtocols=0xa00 under CurrentVersion\\Internet Settings
            "DefaultSecureProtocols"=dword:00000a00
            """)
        .verify();
  }

  @Test
  void schannelKeysNeedTheirExactNames() {
    tester(new RegistryWrongKey())
        .registry(
            client("TLS1.2")
                + "; expect: Enabled=1 under TLS1.2\\Client is read by nobody\n"
                + "\"Enabled\"=dword:00000001\n"
                + SCHANNEL
                + "TLS 1.2]\n"
                + "; expect: DisabledByDefault=0 under Protocols\\TLS 1.2\n"
                + "\"DisabledByDefault\"=dword:00000000\n"
                + client("PCT 1.0")
                + "\"Enabled\"=dword:00000000\n"
                + client("TLS 1.2")
                + "\"Enabled\"=dword:00000001\n")
        .verify();
  }

  @Test
  void theServerRoleDoesNotHelpAClient() {
    String server = SCHANNEL + "TLS 1.2\\Server]\n";
    tester(new RegistryWrongKey())
        .registry(
            server
                + "; expect: note Enabled=1 in TLS 1.2\\Server is for connections that the machine accepts\n"
                + "\"Enabled\"=dword:00000001\n")
        .verify();
    tester(new RegistryWrongKey())
        .registry(
            server
                + "\"Enabled\"=dword:00000001\n"
                + client("TLS 1.2")
                + "\"Enabled\"=dword:00000001\n")
        .verify();
  }

  @Test
  void aKeyThatIsNotKnownToItsEndIsNoWrongKey() {
    tester(new RegistryWrongKey())
        .csharp(
            """
            using Microsoft.Win32;
            class Program {
              static void Main(string[] args) {
                using (var key = Registry.LocalMachine.OpenSubKey(args[0], true)) {
                  key.SetValue("SchUseStrongCrypto", 1, RegistryValueKind.DWord);
                }
              }
            }
            """)
        .verify();
  }

  @Test
  void writesAreReportedWithWhatTheyTurnOn() {
    tester(new RegistryWrite())
        .csharp(
            """
            using Microsoft.Win32;
            class Program {
              static void Main() {
                // expect: note ok writes SchUseStrongCrypto=1 for every program of the machine
                Registry.SetValue(@"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319", "SchUseStrongCrypto", 1, RegistryValueKind.DWord);
                // expect: warning switch writes SchUseStrongCrypto=0 for every program of the machine, which turns an old behaviour on
                Registry.SetValue(@"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319", "SchUseStrongCrypto", 0, RegistryValueKind.DWord);
                Registry.SetValue(@"HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso", "SchUseStrongCrypto", 1, RegistryValueKind.DWord);
              }
            }
            """)
        .verify();
  }

  @Test
  void writesOfSchannelStatesAreJudgedByVersion() {
    String set =
        "Set-ItemProperty -Path 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\";
    tester(new RegistryWrite())
        .source(
            "harden.ps1",
            "\n# expect: note ok writes Enabled=0 in TLS 1.0\\Client\n"
                + set
                + "TLS 1.0\\Client' -Name Enabled -Value 0 -Type DWord\n"
                + "# expect: warning switch writes Enabled=1 in SSL 3.0\\Client\n"
                + set
                + "SSL 3.0\\Client' -Name Enabled -Value 1 -Type DWord\n"
                + "# expect: note ok writes DisabledByDefault=0 in TLS 1.2\\Client\n"
                + set
                + "TLS 1.2\\Client' -Name DisabledByDefault -Value 0 -Type DWord\n"
                + "# expect: warning switch writes DisabledByDefault=1 in TLS 1.2\\Client\n"
                + set
                + "TLS 1.2\\Client' -Name DisabledByDefault -Value 1 -Type DWord\n"
                + set
                + "TLS 1.2\\Server' -Name Enabled -Value 1 -Type DWord\n")
        .verify();
  }

  @Test
  void aWriteNamesTheProcessThatMakesIt() {
    assertThat(
            tester(new RegistryWrite())
                .source(
                    "fix.ps1",
                    "reg add HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319 /v SchUseStrongCrypto /t REG_DWORD /d 1 /f\n")
                .findings())
        .singleElement()
        .satisfies(f -> assertThat(f.processes()).containsExactly("App.exe"))
        .satisfies(f -> assertThat(f.code()).isEqualTo("SchUseStrongCrypto=1"));
  }
}
