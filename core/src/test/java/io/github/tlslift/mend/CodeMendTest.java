package io.github.tlslift.mend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.testkit.FixTester;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code before and after, to the letter, in every language. */
final class CodeMendTest {
  private static final String BEFORE =
      "using System.Net;\r\nclass Program {\r\n\tstatic void Main() {\r\n\t\t%s\r\n"
          + "\t\tnew WebClient().DownloadString(\"https://server.example/\"); // größer \r\n\t}\r\n}\r\n";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void aPinGoesWithItsLineWhereTheTargetIsRight() {
    FixTester.in(folder)
        .exe("4.8", "Program.cs")
        .file(
            "Program.cs",
            BEFORE.formatted(
                "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls; // ticket 4"))
        .plan()
        .connects()
        .makes("Program.cs", BEFORE.replace("\t\t%s\r\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.5.2 | SecurityProtocolType.Tls12",
        "4.0   | (SecurityProtocolType)3072",
      })
  void aPinBecomesAGuardedAdditionWhereTheTargetIsNot(String target, String tls12) {
    FixTester.in(folder)
        .exe(target, "Program.cs")
        .file(
            "Program.cs",
            BEFORE.formatted("ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;"))
        .plan()
        .connects()
        .makes(
            "Program.cs",
            BEFORE.formatted(
                "if (ServicePointManager.SecurityProtocol != 0)\r\n\t\t\tServicePointManager.SecurityProtocol |= "
                    + tls12
                    + ";"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if (true) P = T.Tls;                 | if (true) { }",
        "if (true) P = T.Tls; else P = T.Ssl3; | if (true) { } else { }",
        "Action a = () => P = T.Tls; a();     | Action a = () => { }; a();",
        "void M() => P = T.Tls; M();           | void M() { } M();",
        "{ P = T.Tls; }                       | {  }",
        "P = T.Tls; P = T.Ssl3;               | ' '",
      })
  void whatIsAroundAStatementStillCompiles(String before, String after) {
    String head = "using System; using System.Net;\nclass Program { static void Main() {\n";
    String tail = "\nnew WebClient().DownloadString(\"https://server.example/\"); } }\n";
    FixTester.in(folder)
        .exe("4.8", "Program.cs")
        .file("Program.cs", head + spelled(before) + tail)
        .plan()
        .connects()
        .makes("Program.cs", head + after + tail);
  }

  private static String spelled(String statement) {
    return statement
        .replace("P ", "ServicePointManager.SecurityProtocol ")
        .replace("T.", "SecurityProtocolType.");
  }

  @Test
  void everyEncodingStays() {
    for (Charset charset :
        new Charset[] {StandardCharsets.UTF_16LE, Charset.forName("windows-1252")}) {
      String mark = charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "";
      FixTester.in(folder)
          .exe("4.8", "Program.cs")
          .in(charset)
          .file(
              "Program.cs",
              mark
                  + BEFORE.formatted(
                      "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;"))
          .plan()
          .connects()
          .makes("Program.cs", mark + BEFORE.replace("\t\t%s\r\n", ""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "4.8   # h.SslProtocols = SslProtocols.Tls; var c = new HttpClient(h); # ' var c = new HttpClient(h);'",
        "4.5.2 # h.SslProtocols = SslProtocols.Tls; var c = new HttpClient(h); # h.SslProtocols = SslProtocols.Tls | SslProtocols.Tls12; var c = new HttpClient(h);",
      })
  void aHandlerGetsTheDefaultOrTls12AsWell(String target, String before, String after) {
    String head =
        "using System.Net.Http; using System.Security.Authentication;\nclass Program { static void Main() {\nvar h = new HttpClientHandler();\n";
    String tail = "\nc.GetAsync(\"https://server.example/\").Wait(); } }\n";
    FixTester.in(folder)
        .exe(target, "Program.cs")
        .file("Program.cs", head + before + tail)
        .plan()
        .connects()
        .makes("Program.cs", head + after + tail);
  }

  @Test
  void aMemberOfAnInitialiserGoesWithItsComma() {
    String text =
        "using System.Net.Http; using System.Security.Authentication;\nclass Program { static void Main() {\n"
            + "var c = new HttpClient(new HttpClientHandler { %sUseCookies = false });\n"
            + "c.GetAsync(\"https://server.example/\").Wait(); } }\n";
    FixTester.in(folder)
        .exe("4.8", "Program.cs")
        .file("Program.cs", text.formatted("SslProtocols = SslProtocols.Tls, "))
        .plan()
        .connects()
        .makes("Program.cs", text.formatted(" "));
  }

  @Test
  void theArgumentOfAStreamBecomesNoneOrHasTls12AsWell() {
    String text =
        "using System.Net.Security; using System.Security.Authentication;\nclass Program { static void Main() {\n"
            + "SslStream s = Open();\ns.AuthenticateAsClient(\"server.example\", null, %s, false); } }\n";
    FixTester.in(folder)
        .exe("4.8", "Program.cs")
        .file("Program.cs", text.formatted("SslProtocols.Tls"))
        .plan()
        .connects()
        .makes("Program.cs", text.formatted("SslProtocols.None"));
    FixTester.in(folder)
        .exe("4.5", "Program.cs")
        .plan()
        .connects()
        .makes("Program.cs", text.formatted("SslProtocols.Tls | SslProtocols.Tls12"));
  }

  @Test
  void visualBasicGetsItsOwnWords() {
    String text =
        "Imports System.Net\r\nModule M\r\n  Sub Main()\r\n%s    Dim c As New WebClient()\r\n"
            + "    c.DownloadString(\"https://server.example/\")\r\n  End Sub\r\nEnd Module\r\n";
    String pin = "    ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls\r\n";
    FixTester.in(folder)
        .file(
            "App.vbproj",
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net45</TargetFramework></PropertyGroup></Project>")
        .file("M.vb", text.formatted(pin))
        .plan()
        .connects()
        .makes(
            "M.vb",
            text.formatted(
                "    If ServicePointManager.SecurityProtocol <> 0 Then ServicePointManager.SecurityProtocol ="
                    + " ServicePointManager.SecurityProtocol Or SecurityProtocolType.Tls12\r\n"));
  }

  @Test
  void fsharpKeepsAValueInEveryBlock() {
    String text =
        "open System.Net\n[<EntryPoint>]\nlet main _ =\n%s    use c = new WebClient()\n"
            + "    printfn \"%%s\" (c.DownloadString \"https://server.example/\")\n    0\n";
    String project =
        "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>%s</TargetFramework></PropertyGroup><ItemGroup><Compile Include=\"Program.fs\" /></ItemGroup></Project>";
    String pin = "    ServicePointManager.SecurityProtocol <- SecurityProtocolType.Tls\n";
    FixTester.in(folder)
        .file("App.fsproj", project.formatted("net48"))
        .file("Program.fs", text.formatted(pin))
        .plan()
        .connects()
        .makes("Program.fs", text.formatted(""));
    FixTester.in(folder)
        .file("App.fsproj", project.formatted("net45"))
        .plan()
        .connects()
        .makes(
            "Program.fs",
            text.formatted(
                "    if ServicePointManager.SecurityProtocol <> enum 0 then ServicePointManager.SecurityProtocol <-"
                    + " ServicePointManager.SecurityProtocol ||| SecurityProtocolType.Tls12\n"));
  }

  @Test
  void p37AScriptGetsItsLineAfterRequiresUsingAndParam() {
    String text =
        "#requires -Version 3\r\nusing namespace System.IO\r\n[CmdletBinding()]\r\nparam([string]$To = 'x')\r\n\r\n"
            + "%sInvoke-WebRequest https://server.example/ -OutFile $To\r\n";
    FixTester.in(folder)
        .file("get.ps1", text.formatted(""))
        .plan()
        .connects()
        .makes(
            "get.ps1",
            text.formatted(
                "if ([int][System.Net.ServicePointManager]::SecurityProtocol -ne 0) {"
                    + " [System.Net.ServicePointManager]::SecurityProtocol ="
                    + " [System.Net.ServicePointManager]::SecurityProtocol -bor 3072 }\r\n"));
  }

  @Test
  void aSignedScriptIsNotEdited() {
    FixTester.Planned planned =
        FixTester.in(folder)
            .file(
                "get.ps1",
                "[Net.ServicePointManager]::SecurityProtocol = 'Tls'\n"
                    + "Invoke-WebRequest https://server.example/\n# SIG # Begin signature block\n# x\n# SIG # End signature block\n")
            .plan();
    assertThat(planned.files()).isEmpty();
    assertThat(planned.refusals()).anyMatch(r -> r.contains("get.ps1 is signed"));
  }

  @Test
  void aWriteThatComesTooLateMovesToTheStart() {
    String text =
        "using System.Net;\nclass Program {\n  static void Main() {\n%s    var r = WebRequest.Create(\"https://server.example/\");\n"
            + "%s    r.GetResponse();\n  }\n}\n";
    FixTester.in(folder)
        .cure("entry-point-line")
        .exe("4.5.2", "Program.cs")
        .file(
            "Program.cs",
            text.formatted(
                "", "    ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;\n"))
        .plan()
        .connects()
        .makes(
            "Program.cs",
            text.formatted(
                "    if (ServicePointManager.SecurityProtocol != 0) ServicePointManager.SecurityProtocol |="
                    + " SecurityProtocolType.Tls12;\n",
                ""));
  }
}
