package io.github.tlslift.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Operation;
import io.github.tlslift.testkit.RuleTester;
import org.junit.jupiter.api.Test;

/** The rules about places that set, add or remove protocol versions. */
final class ProtocolRulesTest {

  private static final String EVERY_WRITE =
      """
      ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3 | SecurityProtocolType.Tls;
      ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
      ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls11;
      ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
      ServicePointManager.SecurityProtocol &= ~SecurityProtocolType.Ssl3;
      ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;
      """;

  @Test
  void pinnedLegacyFlagsAssignmentButNotAddition() {
    RuleTester.of(new PinnedLegacyProtocol())
        .csharpMain(
            """
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls;
            // expect: weak sets ServicePointManager.SecurityProtocol to TLS 1.0, leaving out TLS 1.2
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;
            // expect: weak sets ServicePointManager.SecurityProtocol to SSL 3.0, TLS 1.0, leaving out TLS 1.2
            ServicePointManager.SecurityProtocol = (SecurityProtocolType)240;
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
            ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;
            // ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;
            if (ServicePointManager.SecurityProtocol == SecurityProtocolType.Tls) { }
            """)
        .verify();
  }

  @Test
  void pinnedLegacyIsAnErrorOnlyWhereItMakesTheConnectionFail() {
    RuleTester.of(new PinnedLegacyProtocol())
        .csharpMain(
            """
            // expect: error weak sets ServicePointManager.SecurityProtocol to TLS 1.0, TLS 1.1
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls | SecurityProtocolType.Tls11;
            """)
        .verify();
    RuleTester.of(new PinnedLegacyProtocol())
        .csharpMain(
            """
            // expect: warning weak sets ServicePointManager.SecurityProtocol to TLS 1.0, TLS 1.1, TLS 1.2
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls | SecurityProtocolType.Tls11 | SecurityProtocolType.Tls12;
            """)
        .verify();
  }

  @Test
  void p1SetAfterRequestFlagsTheWriteThatComesTooLateInOneMember() {
    RuleTester.of(new SetAfterRequest())
        .csharpMain(
            """
            var request = (HttpWebRequest)WebRequest.Create("https://server.example/");
            // expect: allows TLS 1.2 after the first request, Program.cs:5, which goes by the value before
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
            """)
        .verify();
  }

  @Test
  void setAfterRequestIsSilentWhereTheWriteIsInTimeOrElsewhere() {
    RuleTester.of(new SetAfterRequest())
        .csharpMain(
            """
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
            var request = (HttpWebRequest)WebRequest.Create("https://server.example/");
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
            """)
        .verify();
    RuleTester.of(new SetAfterRequest())
        .csharp(
            """
            using System.Net;
            class Program {
              static void Main() { WebRequest.Create("https://server.example/"); }
              static void Set() { ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12; }
            }
            """)
        .verify();
  }

  @Test
  void p2p6CompetingWritesFlagsBothThatMayRunAtAnyTime() {
    RuleTester.of(new CompetingWrites())
        .csharp(
            """
            using System.Net;
            class Program { static void Main() { Payments.Pay(); Archive.Send(); } }
            class Payments {
              // expect: Program.cs:9 sets them to TLS 1.0; whichever ran last is in force
              public static void Pay() { ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12; }
            }
            class Archive {
              // expect: Program.cs:5 sets them to TLS 1.2; whichever ran last is in force
              public static void Send() { ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls; }
            }
            """)
        .verify();
  }

  @Test
  void competingWritesIsSilentOfWhatAgreesWhatIsPutBackAndWhatOneMethodSets() {
    RuleTester.of(new CompetingWrites())
        .csharp(
            """
            using System.Net;
            class Program {
              static void Main() { ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12; }
              static void A(bool old) {
                if (old) ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
                else ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls13 | SecurityProtocolType.Tls12;
              }
              static void B() {
                var before = ServicePointManager.SecurityProtocol;
                ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;
                ServicePointManager.SecurityProtocol = before;
              }
            }
            """)
        .verify();
  }

  @Test
  void pinnedLegacyServesEveryLanguage() {
    RuleTester.of(new PinnedLegacyProtocol())
        .source(
            "Module1.vb",
            """
            Imports System.Net
            Module Module1
              Sub Main()
                ' expect: weak sets ServicePointManager.SecurityProtocol to SSL 3.0, TLS 1.0
                ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls Or SecurityProtocolType.Ssl3
              End Sub
            End Module
            """)
        .source(
            "job.ps1",
            """

            # expect: weak sets ServicePointManager.SecurityProtocol to TLS 1.0, TLS 1.1
            [Net.ServicePointManager]::SecurityProtocol = 'Tls, Tls11'
            [Net.ServicePointManager]::SecurityProtocol = 'Tls12'
            """)
        .verify();
  }

  @Test
  void pinnedModernFlagsNamedVersionsAndNotTheSystemsChoice() {
    RuleTester.of(new PinnedModernProtocol())
        .csharpMain(
            """
            // expect: note hardcoded sets ServicePointManager.SecurityProtocol to TLS 1.2, which shuts out TLS 1.3
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
            // expect: note hardcoded sets ServicePointManager.SecurityProtocol to TLS 1.2, TLS 1.3 by name
            ServicePointManager.SecurityProtocol = (SecurityProtocolType)15360;
            ServicePointManager.SecurityProtocol = 0;
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls | SecurityProtocolType.Tls12;
            """)
        .verify();
  }

  @Test
  void addedLegacyFlagsAdditionsBelowTls12() {
    RuleTester.of(new AddedLegacyProtocol())
        .csharpMain(
            """
            // expect: warning weak adds TLS 1.1 to ServicePointManager.SecurityProtocol
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls11;
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
            ServicePointManager.SecurityProtocol = (SecurityProtocolType)4032;
            """)
        .verify();
  }

  @Test
  void orOnSystemDefaultFlagsAdditionsOfModernVersions() {
    RuleTester.of(new OrOnSystemDefault())
        .csharpMain(
            """
            // expect: hardcoded adds TLS 1.2; where the value is SystemDefault (0) that is all that is left
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls;
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
            """)
        .verify();
  }

  @Test
  void anAdditionThatLeavesSystemDefaultAloneIsAnotherFinding() {
    String guarded =
        """
        if (ServicePointManager.SecurityProtocol != 0)
            // expect: note hardcoded adds TLS 1.2 and leaves SystemDefault (0) alone
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        """;
    String open =
        """
        if ((ServicePointManager.SecurityProtocol & SecurityProtocolType.Tls12) == 0)
            // expect: note hardcoded adds TLS 1.2; where the value is SystemDefault (0) that is all
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        """;
    RuleTester.of(new AddedModernProtocol()).csharpMain(guarded).verify();
    RuleTester.of(new AddedModernProtocol()).csharpMain(open.replace("expect", "not")).verify();
    RuleTester.of(new OrOnSystemDefault()).csharpMain(open).verify();
    RuleTester.of(new OrOnSystemDefault()).csharpMain(guarded.replace("expect", "not")).verify();
  }

  @Test
  void removedProtocolIsFineForOldVersionsAndWeakForModernOnes() {
    RuleTester.of(new RemovedProtocol())
        .csharpMain(
            """
            // expect: note ok takes SSL 3.0 out of ServicePointManager.SecurityProtocol
            ServicePointManager.SecurityProtocol &= ~SecurityProtocolType.Ssl3;
            // expect: weak takes TLS 1.2 out of ServicePointManager.SecurityProtocol
            ServicePointManager.SecurityProtocol &= ~SecurityProtocolType.Tls12;
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3;
            """)
        .verify();
  }

  @Test
  void leftToSystemRecordsZeroAndRestoredValues() {
    RuleTester.of(new LeftToSystem())
        .csharpMain(
            """
            var before = ServicePointManager.SecurityProtocol;
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
            // expect: note ok leaves the versions to the operating system
            ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;
            // expect: note ok puts back the ServicePointManager.SecurityProtocol that was there before
            ServicePointManager.SecurityProtocol = before;
            """)
        .verify();
  }

  @Test
  void unknownValueSaysWhyItIsNotKnown() {
    RuleTester.of(new UnknownProtocolValue())
        .csharp(
            """
            using System.Net;
            class Program {
              static void Main(string[] args) {
                // expect: note ok sets System.Net.ServicePointManager.SecurityProtocol to a value that is not known
                ServicePointManager.SecurityProtocol = (SecurityProtocolType)int.Parse(args[0]);
                ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
              }
            }
            """)
        .verify();
  }

  @Test
  void sslStreamPinFlagsTheArgumentAndNotItsAbsence() {
    RuleTester.of(new SslStreamPin())
        .csharp(
            """
            using System.Net.Security;
            using System.Security.Authentication;
            class Program {
              static void Main() {
                var ssl = new SslStream(null);
                ssl.AuthenticateAsClient("a.contoso.com");
                // expect: weak gives an SslStream TLS 1.0
                ssl.AuthenticateAsClient("a.contoso.com", null, SslProtocols.Tls, true);
                // expect: hardcoded gives an SslStream TLS 1.2
                ssl.AuthenticateAsClient("a.contoso.com", null, SslProtocols.Tls12, true);
              }
            }
            """)
        .verify();
  }

  @Test
  void handlerPinFlagsSslProtocolsOfAHandler() {
    RuleTester.of(new HandlerPin())
        .csharp(
            """
            using System.Net.Http;
            using System.Security.Authentication;
            class Program {
              static void Main() {
                var handler = new HttpClientHandler();
                // expect: weak gives an HTTP handler TLS 1.1
                handler.SslProtocols = SslProtocols.Tls11;
                // expect: hardcoded gives an HTTP handler TLS 1.2
                var other = new HttpClientHandler { SslProtocols = SslProtocols.Tls12 };
                var plain = new HttpClient();
              }
            }
            """)
        .verify();
  }

  @Test
  void wcfPinFlagsTheAttributeOfATransport() {
    RuleTester.of(new WcfPin())
        .config(
            "App.config",
            """
            <system.serviceModel><bindings><netTcpBinding>
              <binding name="a"><security mode="Transport">
                <!-- expect: weak gives a WCF binding TLS 1.0 -->
                <transport sslProtocols="Tls"/>
              </security></binding>
              <binding name="b"><security mode="Transport"><transport clientCredentialType="None"/></security></binding>
            </netTcpBinding></bindings></system.serviceModel>""")
        .verify();
  }

  @Test
  void everyWriteHasExactlyOneFindingOfTheseRules() {
    long found =
        Rules.all().stream()
            .flatMap(r -> RuleTester.of(r).csharpMain(EVERY_WRITE).findings().stream())
            .filter(f -> f.operation().isPresent())
            .map(Finding::location)
            .distinct()
            .count();
    long all =
        Rules.all().stream()
            .flatMap(r -> RuleTester.of(r).csharpMain(EVERY_WRITE).findings().stream())
            .filter(f -> f.operation().isPresent())
            .count();
    assertThat(found).isEqualTo(6);
    assertThat(all).isEqualTo(6);
  }

  @Test
  void aFindingSaysExactlyWhatThePlaceItselfDoes() {
    Finding added =
        RuleTester.of(new AddedLegacyProtocol())
            .csharpMain(
                "if (args.Length > 0) ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls11;")
            .findings()
            .get(0);
    assertThat(added.protocols()).containsExactly("tls1.1");
    assertThat(added.operation()).contains(Operation.ADD);
    assertThat(added.conditional()).isTrue();
    assertThat(added.code()).contains("|= SecurityProtocolType.Tls11");
    assertThat(added.processes()).containsExactly("App.exe");
  }
}
