package io.github.tlslift.mend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.testkit.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same cures in the words of each language. */
final class LanguagesMendTest {
  private static final String SDK =
      "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>%s</TargetFramework></PropertyGroup>%s</Project>";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private FixTester vb(String target) {
    return FixTester.in(folder).file("App.vbproj", SDK.formatted(target, ""));
  }

  private FixTester fsharp(String target) {
    return FixTester.in(folder)
        .file(
            "App.fsproj",
            SDK.formatted(target, "<ItemGroup><Compile Include=\"P.fs\" /></ItemGroup>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "net48 | SslProtocols.Tls | SslProtocols.None",
        "net45 | SslProtocols.Tls | SslProtocols.Tls Or SslProtocols.Tls12",
      })
  void visualBasicHandsAStreamItsVersions(String target, String before, String after) {
    String text =
        "Imports System.Net.Security\r\nImports System.Security.Authentication\r\nModule M\r\n  Sub Main()\r\n"
            + "    Dim s As SslStream = Open()\r\n"
            + "    s.AuthenticateAsClient(\"server.example\", Nothing, %s, False) ' größer\r\n"
            + "  End Sub\r\nEnd Module\r\n";
    vb(target)
        .file("M.vb", text.formatted(before))
        .plan()
        .connects()
        .makes("M.vb", text.formatted(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "net48 | ''",
        "net45 | '    h.SslProtocols = SslProtocols.Tls Or SslProtocols.Tls12\r\n'",
      })
  void visualBasicGivesAHandlerItsVersions(String target, String after) {
    String text =
        "Imports System.Net.Http\r\nImports System.Security.Authentication\r\nModule M\r\n  Sub Main()\r\n"
            + "    Dim h As New HttpClientHandler()\r\n%s    Dim c As New HttpClient(h)\r\n"
            + "    c.GetAsync(\"https://server.example/\").Wait()\r\n  End Sub\r\nEnd Module\r\n";
    vb(target)
        .file("M.vb", text.formatted("    h.SslProtocols = SslProtocols.Tls\r\n"))
        .plan()
        .connects()
        .makes("M.vb", text.formatted(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "net48 # SslProtocols.Tls # SslProtocols.None",
        "net45 # SslProtocols.Tls # SslProtocols.Tls ||| SslProtocols.Tls12",
      })
  void fsharpHandsAStreamItsVersions(String target, String before, String after) {
    String text =
        "open System.Net.Security\nopen System.Security.Authentication\n[<EntryPoint>]\nlet main _ =\n"
            + "    let s : SslStream = connect ()\n"
            + "    s.AuthenticateAsClient(\"server.example\", null, %s, false)\n    0\n";
    fsharp(target)
        .file("P.fs", text.formatted(before))
        .plan()
        .connects()
        .makes("P.fs", text.formatted(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "net48 # ''",
        "net45 # '    h.SslProtocols <- SslProtocols.Tls ||| SslProtocols.Tls12\n'",
      })
  void fsharpGivesAHandlerItsVersions(String target, String after) {
    String text =
        "open System.Net.Http\nopen System.Security.Authentication\n[<EntryPoint>]\nlet main _ =\n"
            + "    let h = new HttpClientHandler()\n%s    let c = new HttpClient(h)\n"
            + "    c.GetAsync(\"https://server.example/\").Wait()\n    0\n";
    fsharp(target)
        .file("P.fs", text.formatted("    h.SslProtocols <- SslProtocols.Tls\n"))
        .plan()
        .connects()
        .makes("P.fs", text.formatted(after));
  }

  @Test
  void powershellLetsItsPinsHaveTls12AsWell() {
    String text = "%s\r\nInvoke-RestMethod 'https://server.example/' # größer\r\n";
    for (String pin :
        new String[] {
          "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls",
          "[Net.ServicePointManager]::SecurityProtocol = 'Ssl3, Tls'",
          "[Net.ServicePointManager]::SecurityProtocol = 192",
        }) {
      FixTester.in(folder)
          .file("a.ps1", text.formatted(pin))
          .plan()
          .connects()
          .makes(
              "a.ps1",
              text.formatted(
                  "if ([int][Net.ServicePointManager]::SecurityProtocol -ne 0) {"
                      + " [Net.ServicePointManager]::SecurityProtocol ="
                      + " [Net.ServicePointManager]::SecurityProtocol -bor 3072 }"));
    }
  }

  @Test
  void powershellHandsAStreamItsVersions() {
    String text =
        "$c = New-Object Net.Sockets.TcpClient 'server.example', 443\n"
            + "$s = New-Object Net.Security.SslStream $c.GetStream()\n"
            + "$s.AuthenticateAsClient('server.example', $null, %s, $false)\n";
    FixTester.in(folder)
        .file("a.ps1", text.formatted("'Tls'"))
        .plan()
        .connects()
        .makes("a.ps1", text.formatted("'Tls, Tls12'"));
    FixTester.in(folder)
        .file("a.ps1", text.formatted("[Security.Authentication.SslProtocols]::Tls"))
        .plan()
        .connects()
        .makes("a.ps1", text.formatted("([Security.Authentication.SslProtocols]::Tls -bor 3072)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '|',
      value = {
        "$s.AuthenticateAsClient('server.example', $null, 'Tls', $false) # $s.AuthenticateAsClient('server.example', $null, 'None', $false)",
        "Invoke-WebRequest https://server.example/ -SslProtocol Tls # Invoke-WebRequest https://server.example/ -SslProtocol Default",
        "Invoke-WebRequest https://server.example/ -SslProtocol 'Tls' # Invoke-WebRequest https://server.example/ -SslProtocol 'Default'",
      })
  void powershell7LeavesTheVersionsToTheSystem(String before, String after) {
    String text =
        "#requires -PSEdition Core\n" + "$s = New-Object Net.Security.SslStream (Connect)\n%s\n";
    FixTester.in(folder)
        .file("a.ps1", text.formatted(before))
        .plan()
        .connects()
        .makes("a.ps1", text.formatted(after));
  }

  @Test
  void p41TheBootstrapOfNuGetGetsItsLineFirst() {
    String text =
        "# Prepares a build agent.\n%sInstall-PackageProvider -Name NuGet -Force\nInstall-Module Pester\n";
    FixTester.in(folder)
        .file("agent.ps1", text.formatted(""))
        .plan()
        .connects()
        .makes(
            "agent.ps1",
            text.formatted(
                "if ([int][System.Net.ServicePointManager]::SecurityProtocol -ne 0) {"
                    + " [System.Net.ServicePointManager]::SecurityProtocol ="
                    + " [System.Net.ServicePointManager]::SecurityProtocol -bor 3072 }\n"));
  }

  @Test
  void visualBasicBeginsWithTheLine() {
    String text =
        "Imports System.Net\r\nModule M\r\n  Sub Main(args As String())\r\n%s"
            + "    Dim r = WebRequest.Create(\"https://server.example/\")\r\n    r.GetResponse()\r\n"
            + "%s  End Sub\r\nEnd Module\r\n";
    vb("net452")
        .cure("entry-point-line")
        .file(
            "M.vb",
            text.formatted(
                "", "    ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12\r\n"))
        .plan()
        .connects()
        .makes(
            "M.vb",
            text.formatted(
                "    If ServicePointManager.SecurityProtocol <> 0 Then ServicePointManager.SecurityProtocol ="
                    + " ServicePointManager.SecurityProtocol Or SecurityProtocolType.Tls12\r\n",
                ""));
  }

  @Test
  void fsharpBeginsWithTheLine() {
    String text =
        "open System.Net\n[<EntryPoint>]\nlet main argv =\n%s    use c = new WebClient()\n"
            + "    printfn \"%%s\" (c.DownloadString \"https://server.example/\")\n    0\n";
    fsharp("net452")
        .cure("entry-point-line")
        .file("P.fs", text.formatted(""))
        .plan()
        .connects()
        .makes(
            "P.fs",
            text.formatted(
                "    if ServicePointManager.SecurityProtocol <> enum 0 then ServicePointManager.SecurityProtocol <-"
                    + " ServicePointManager.SecurityProtocol ||| SecurityProtocolType.Tls12\n"));
  }

  @Test
  void aPinInsideAnExpressionIsLeftToItsAuthor() {
    FixTester.Planned planned =
        vb("net48")
            .file(
                "M.vb",
                "Imports System.Net\r\nModule M\r\n  Sub Main()\r\n    If True Then ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls Else Return\r\n"
                    + "    Dim c As New WebClient()\r\n    c.DownloadString(\"https://server.example/\")\r\n  End Sub\r\nEnd Module\r\n")
            .plan();
    assertThat(planned.files()).isEmpty();
    assertThat(planned.refusals())
        .anyMatch(r -> r.contains("M.vb:4") && r.contains("edit it by hand"));
  }
}
