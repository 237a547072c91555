package io.github.tlslift.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.CheckTester.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write under a test of the value in force is followed for each value the process may have. */
final class GuardedWritesTest {
  private static final String MAIN =
      """
      using System.Net;
      class Program {
        static void Main() {
          %s
          new WebClient().DownloadString("https://server.example/");
        }
      }
      """;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private Result csharp(String target, String statements) {
    return CheckTester.in(folder.resolve("app"))
        .exe("Job", target, "", MAIN.formatted(statements))
        .to()
        .windows("Server 2019", "Server 2022")
        .check();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (ServicePointManager.SecurityProtocol != 0)"
            + " ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;",
        "if (ServicePointManager.SecurityProtocol == SecurityProtocolType.SystemDefault) { } else {"
            + " ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12; }",
        "var p = ServicePointManager.SecurityProtocol;"
            + " if (p != 0 && !p.HasFlag(SecurityProtocolType.Tls12))"
            + " ServicePointManager.SecurityProtocol = p | SecurityProtocolType.Tls12;",
        "ServicePointManager.SecurityProtocol = ServicePointManager.SecurityProtocol == 0 ? 0 :"
            + " ServicePointManager.SecurityProtocol | SecurityProtocolType.Tls12;"
      })
  void addsToAnOldDefaultAndLeavesSystemDefaultAlone(String statement) {
    assertThat(csharp("4.5.2", statement).offer("Server 2019")).isEqualTo("ssl3+tls1.0+tls1.2");
    assertThat(csharp("4.8", statement).offer("Server 2022"))
        .isEqualTo("os-default:tls1.0+tls1.1+tls1.2+tls1.3");
  }

  @Test
  void withoutTheGuardSystemDefaultBecomesTls12Alone() {
    String bare = "ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;";
    assertThat(csharp("4.8", bare).offer("Server 2022")).isEqualTo("tls1.2");
    String asksForTheFlag =
        "if ((ServicePointManager.SecurityProtocol & (SecurityProtocolType)3072) == 0) ";
    assertThat(csharp("4.8", asksForTheFlag + bare).offer("Server 2022")).isEqualTo("tls1.2");
    assertThat(csharp("4.6", asksForTheFlag + bare).offer("Server 2022"))
        .isEqualTo("tls1.0+tls1.1+tls1.2+tls1.3");
  }

  @Test
  void eachSideOfOneDecisionGoesByTheValueItMet() {
    String both =
        """
        if (ServicePointManager.SecurityProtocol == (SecurityProtocolType)240)
          ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls11;
        else
          ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
        """;
    assertThat(csharp("4.5.2", both).offer("Server 2019")).isEqualTo("tls1.1");
    assertThat(csharp("4.8", both).offer("Server 2019")).isEqualTo("tls1.2");
  }

  @Test
  void aConditionOnSomethingElseStaysOpen() {
    Result r =
        csharp(
            "4.5.2",
            "if (System.Environment.UserInteractive && ServicePointManager.SecurityProtocol != 0)"
                + " ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;");
    assertThat(r.connection().depends()).isTrue();
  }

  @Test
  void theReasonsSayWhyTheWriteDoesNotHappen() {
    Result r =
        csharp(
            "4.8",
            """
            if (ServicePointManager.SecurityProtocol != 0)
              ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;
            """);
    assertThat(r.why())
        .contains("the value is SystemDefault, so the write under")
        .contains("ServicePointManager.SecurityProtocol != 0 does not happen");
    assertThat(r.connection().fails()).isFalse();
  }

  @Test
  void anEarlyReturnInAMethodThatMainCallsCounts() {
    Result r =
        CheckTester.in(folder.resolve("app"))
            .exe(
                "Job",
                "4.5.2",
                "",
                """
                using System.Net;
                class Program {
                  static void Main() {
                    Widen();
                    new WebClient().DownloadString("https://server.example/");
                  }
                  static void Widen() {
                    if (ServicePointManager.SecurityProtocol == SecurityProtocolType.SystemDefault) return;
                    ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
                  }
                }
                """)
            .to()
            .windows("Server 2019")
            .check();
    assertThat(r.offer("Server 2019")).isEqualTo("ssl3+tls1.0+tls1.2");
    assertThat(r.connection().depends()).isFalse();
  }

  @Test
  void visualBasicFSharpAndPowerShellAlike() {
    assertThat(
            offer(
                "Job.vb",
                """
                Imports System.Net
                Module Program
                  Sub Main()
                    If ServicePointManager.SecurityProtocol <> 0 Then ServicePointManager.SecurityProtocol = ServicePointManager.SecurityProtocol Or SecurityProtocolType.Tls12
                    Dim page = New WebClient().DownloadString("https://server.example/")
                  End Sub
                End Module
                """))
        .isEqualTo("ssl3+tls1.0+tls1.2");
    assertThat(
            offer(
                "Job.fs",
                """
                open System.Net
                [<EntryPoint>]
                let main _ =
                    if ServicePointManager.SecurityProtocol <> SecurityProtocolType.SystemDefault then
                        ServicePointManager.SecurityProtocol <- ServicePointManager.SecurityProtocol ||| SecurityProtocolType.Tls12
                    let page = (new WebClient()).DownloadString("https://server.example/")
                    0
                """))
        .isEqualTo("ssl3+tls1.0+tls1.2");
    assertThat(
            offer(
                "Job.ps1",
                """
                if ([Net.ServicePointManager]::SecurityProtocol -ne 0) {
                  [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor 'Tls12'
                }
                (New-Object Net.WebClient).DownloadString('https://server.example/')
                """))
        .isEqualTo("ssl3+tls1.0+tls1.2");
  }

  private String offer(String file, String text) {
    Result r =
        CheckTester.in(folder.resolve(file + "-alone"))
            .file(file, text)
            .to()
            .windows("Server 2019")
            .check();
    assertThat(r.connection().depends()).as(file).isFalse();
    return r.offer("Server 2019");
  }
}
