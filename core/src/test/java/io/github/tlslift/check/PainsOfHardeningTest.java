package io.github.tlslift.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.Verdict.Kind;
import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.CheckTester.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people complained of in hardened machines and code they cannot change: P18, P40, P54. */
final class PainsOfHardeningTest {
  private static final String GETS =
      """
      using System.Net;
      class Program { static void Main() { new WebClient().DownloadString("https://server.example/"); } }
      """;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private CheckTester tester() {
    return CheckTester.in(folder.resolve("app")).to().windows("Server 2019");
  }

  private static String off(String version) {
    return "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\"
        + version
        + "\\Client]\n\"Enabled\"=dword:00000000\n\"DisabledByDefault\"=dword:00000001\n\n";
  }

  private static final String SERVICE_MODEL =
      "Switch.System.ServiceModel.DisableUsingServicePointManagerSecurityProtocols";

  private Result messageSecurity(String target, String config) {
    return tester()
        .file("App.config", config)
        .exe(
            "Client",
            target,
            "",
            """
            using System.ServiceModel.Channels;
            class Program { static void Main() {
              var security = SecurityBindingElement.CreateSslNegotiationBindingElement(false);
              System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls12;
            } }
            """)
        .check();
  }

  @Test
  void p18MessageSecurityFollowsTheValueOnlyFromATargetOf47OrWithTheSwitch() {
    String none = "<configuration />";
    String written =
        "<configuration><runtime><AppContextSwitchOverrides value=\""
            + SERVICE_MODEL
            + "=false\" /></runtime></configuration>";
    assertThat(messageSecurity("4.6.1", none).offer("Server 2019")).isEqualTo("ssl3+tls1.0");
    assertThat(messageSecurity("4.7.2", none).offer("Server 2019")).isEqualTo("tls1.2");
    assertThat(messageSecurity("4.6.1", written).offer("Server 2019")).isEqualTo("tls1.2");
  }

  @Test
  void p40AfterHardeningAnOldDefaultHasNothingLeftToOffer() {
    Result r =
        tester()
            .file("Install.ps1", "Install-PackageProvider -Name NuGet -Force\n")
            .registry(off("SSL 3.0") + off("TLS 1.0") + off("TLS 1.1"))
            .check();
    assertThat(r.offer("Server 2019")).isEqualTo("fails no-usable-protocol");
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.FAILS);
    assertThat(r.cures()).contains("registry-strong-crypto");
  }

  @Test
  void p54CodeThatCannotBeChangedIsMendedBesideIt() {
    Result r = tester().exe("Tool", "4.5.2", "", GETS).check();
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.FAILS);
    assertThat(r.cures()).startsWith("config-switch");
    assertThat(r.connection().cures().get(0).needs()).doesNotContain("built again");
  }
}
