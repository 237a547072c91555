package io.github.tlslift.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.Verdict.Kind;
import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.CheckTester.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people complained of in who writes the process-wide value, and when: P1 to P8. */
final class PainsOfOrderTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private Result csharp(String target, String... members) {
    return CheckTester.in(folder.resolve("app"))
        .exe("Job", target, "", "using System.Net;\n" + String.join("\n", members))
        .to()
        .windows("Server 2019")
        .check();
  }

  private static String main(String statements) {
    return "class Program { static void Main(string[] args) {\n" + statements + "\n} }";
  }

  @Test
  void p1SetAfterTheRequestWasCreatedIsTooLate() {
    Result r =
        csharp(
            "4.5.2",
            main(
                """
                var request = (HttpWebRequest)WebRequest.Create("https://server.example/");
                ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
                request.GetResponse();
                """));
    assertThat(r.offer("Server 2019")).isEqualTo("ssl3+tls1.0");
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.FAILS);
    assertThat(r.findings()).contains("set-after-request Program.cs:4");
    assertThat(r.why()).contains("comes after the request @[Program.cs:4]");
  }

  @Test
  void p1BeforeTheRequestIsInTime() {
    Result r =
        csharp(
            "4.5.2",
            main(
                """
                ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
                WebRequest.Create("https://server.example/").GetResponse();
                """));
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.CONNECTS);
    assertThat(r.findings()).noneMatch(f -> f.startsWith("set-after-request"));
  }

  @Test
  void whatAStaticFieldIsGivenRunsBeforeTheMembersOfItsType() {
    Result r =
        csharp(
            "4.5.2",
            "class Program {",
            "  static readonly bool ready = Prepare();",
            "  static bool Prepare() {",
            "    ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;",
            "    return true;",
            "  }",
            "  static void Main() {",
            "    new WebClient().DownloadString(\"https://server.example/\");",
            "  }",
            "}");
    assertThat(r.offer("Server 2019")).isEqualTo("tls1.2");
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.CONNECTS);
  }

  @Test
  void aFunctionThatAStaticFieldKeepsDoesNotRunThere() {
    Result r =
        csharp(
            "4.5.2",
            "class Program {",
            "  static readonly System.Action widen =",
            "      () => ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;",
            "  static void Main() {",
            "    new WebClient().DownloadString(\"https://server.example/\");",
            "  }",
            "}");
    assertThat(r.connection().depends()).isTrue();
  }

  @Test
  void aFunctionHandedOverRunsWhereItIsCalledAndNotWhereItIsNamed() {
    for (String handed : List.of("Get", "u => WebRequest.Create(u).GetResponse()")) {
      Result r =
          csharp(
              "4.8",
              """
              class Program {
                static void Get(string u) { WebRequest.Create(u).GetResponse(); }
                static void Run(string url, Action<string> request) {
                  ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;
                  request(url);
                }
                static void Main(string[] args) { Run("https://server.example/", %s); }
              }
              """
                  .formatted(handed));
      assertThat(r.verdict("Server 2019")).as(handed).isEqualTo(Kind.FAILS);
      assertThat(r.findings()).noneMatch(f -> f.startsWith("set-after-request"));
    }
  }

  @Test
  void p1AClientThatIsMadeEarlyConnectsWhereItIsCalled() {
    Result r =
        csharp(
            "4.5.2",
            main(
                """
                var client = new WebClient();
                client.Headers.Add("Accept", "text/xml");
                ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
                client.DownloadString("https://server.example/");
                """));
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.CONNECTS);
  }

  @Test
  void p1OnlyTheFirstCallFails() {
    Result r =
        csharp(
            "4.5.2",
            main("Sdk.Pay(); Sdk.Pay();"),
            """
            static class Sdk {
              public static void Pay() {
                WebRequest.Create("https://server.example/").GetResponse();
                ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
              }
            }
            """);
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.DEPENDS);
    assertThat(r.connection().headline().verdict().says())
        .contains("fails before Program.cs:8 has run");
  }

  @Test
  void p2AStartupMethodCountsOnlyWhereItIsCalled() {
    String setup =
        """
        static class Startup {
          public static void Apply() { ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12; }
        }
        """;
    String get = "new WebClient().DownloadString(\"https://server.example/\");";
    assertThat(csharp("4.5.2", main("Startup.Apply();\n" + get), setup).verdict("Server 2019"))
        .isEqualTo(Kind.CONNECTS);
    assertThat(csharp("4.5.2", main(get + "\nStartup.Apply();"), setup).verdict("Server 2019"))
        .isEqualTo(Kind.FAILS);
  }

  @Test
  void p3WhatAnotherThreadLeavesInTheValueIsOpen() {
    Result r =
        csharp(
            "4.5.2",
            main("new WebClient().DownloadString(\"https://server.example/\");"),
            """
            class Poller : System.ComponentModel.Component {
              void Tick(object sender, System.EventArgs e) {
                ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
              }
            }
            """);
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.DEPENDS);
    assertThat(r.connection().headline().verdict().says()).contains("fails before any other write");
  }

  private static final String REWRITES =
      """
      static class Context {
        public static void Query() {
          ServicePointManager.SecurityProtocol = %s;
          WebRequest.Create("https://server.example/").GetResponse();
        }
      }
      """;

  @Test
  void p4ALibraryRewritesTheValueBeforeEveryQuery() {
    Result r =
        csharp(
            "4.8",
            main(
                "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;\n"
                    + "Context.Query();"),
            REWRITES.formatted(
                "SecurityProtocolType.Tls | SecurityProtocolType.Tls11 | SecurityProtocolType.Tls12"));
    assertThat(r.offer("Server 2019")).isEqualTo("tls1.0+tls1.1+tls1.2");
    assertThat(r.findings()).contains("pinned-legacy-protocol Program.cs:8");
  }

  @Test
  void p5ALibraryPutsTls10BackAfterTheUserSets12() {
    Result r =
        csharp(
            "4.8",
            main(
                "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;\n"
                    + "Context.Query();"),
            REWRITES.formatted("SecurityProtocolType.Tls"));
    assertThat(r.offer("Server 2019")).isEqualTo("tls1.0");
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.FAILS);
  }

  @Test
  void p5WhatTheUserSetsAfterTheLibraryWins() {
    Result r =
        csharp(
            "4.8",
            main(
                """
                Sync.Start();
                ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
                new WebClient().DownloadString("https://server.example/");
                """),
            """
            static class Sync {
              public static void Start() { ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls; }
            }
            """);
    assertThat(r.offer("Server 2019")).isEqualTo("tls1.2");
  }

  @Test
  void p6WritersThatDisagreeAreAllNamed() {
    String provider =
        """
        class %s : IProvider {
          public void Pay() {
            ServicePointManager.SecurityProtocol = SecurityProtocolType.%s;
            new WebClient().UploadString("https://server.example/", "");
          }
        }
        """;
    Result r =
        csharp(
            "4.8",
            main("foreach (var p in Container.All<IProvider>()) p.Pay();"),
            provider.formatted("First", "Tls12"),
            provider.formatted("Second", "Tls"));
    assertThat(r.verdict("Server 2019")).isEqualTo(Kind.DEPENDS);
    assertThat(r.connection().headline().verdict().says()).contains("once Program.cs:14 has run");
  }

  @Test
  void p7AnAdditionPinsAProgramThatWasFine() {
    Result r =
        csharp(
            "4.8",
            main("Sdk.Init();\nnew WebClient().DownloadString(\"https://server.example/\");"),
            """
            static class Sdk {
              public static void Init() { ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12; }
            }
            """);
    assertThat(r.offer("Server 2019")).isEqualTo("tls1.2");
    assertThat(r.findings()).contains("or-on-system-default Program.cs:7");
  }

  @Test
  void p8AnOldFixShutsOutTls13() {
    Result r =
        CheckTester.in(folder.resolve("app"))
            .exe(
                "Job",
                "4.8",
                "",
                "using System.Net;\n"
                    + main(
                        """
                        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
                        new WebClient().DownloadString("https://server.example/");
                        """))
            .to()
            .windows("Server 2022")
            .check();
    assertThat(r.offer("Server 2022")).isEqualTo("tls1.2");
    assertThat(r.finding("pinned-modern-protocol").message()).contains("shuts out TLS 1.3");
  }
}
