package io.github.tlslift.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.CheckTester.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write counts for the requests of its own process: jobs and shells started have their own. */
final class OtherProcessesTest {
  private static final String SETS = "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'";
  private static final String GETS =
      "(New-Object Net.WebClient).DownloadString('https://server.example/')";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private String offer(String script) {
    return result(script).offer("Server 2019");
  }

  private Result result(String script) {
    return CheckTester.in(folder.resolve("scripts"))
        .to()
        .windows("Server 2019")
        .file("Job.ps1", script.replace("SETS", SETS).replace("GETS", GETS))
        .check();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Start-Job { SETS }\nGETS\n",
        "Start-Job -Name a -ScriptBlock { SETS } | Wait-Job\nGETS\n",
        "Invoke-Command -ComputerName srv1 -ScriptBlock { SETS }\nGETS\n",
        "Invoke-Command -ScriptBlock { SETS } -Session $s\nGETS\n",
        "icm srv1 { SETS }\nGETS\n",
        "powershell -NoProfile { SETS }\nGETS\n",
        "powershell.exe -Command \"SETS\"\nGETS\n",
        "Start-Process powershell -ArgumentList \"-Command SETS\"\nGETS\n"
      })
  void aWriteInAnotherProcessDoesNotReachThisOne(String script) {
    assertThat(offer(script)).isEqualTo("ssl3+tls1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invoke-Command -ScriptBlock { SETS }\nGETS\n",
        "Invoke-Command { SETS }\nGETS\n",
        "Start-ThreadJob { SETS } | Wait-Job\nGETS\n",
        "Invoke-Expression \"SETS\"\nGETS\n",
        "iex \"SETS\"\nGETS\n",
        "& { SETS }\nGETS\n"
      })
  void aWriteInABlockOrStringOfThisProcessDoes(String script) {
    assertThat(offer(script)).isEqualTo("tls1.2");
  }

  @Test
  void aCommandInBase64IsOfAnotherProcessAsWell() {
    byte[] script = (SETS + "\n").getBytes(StandardCharsets.UTF_16LE);
    String base64 = Base64.getEncoder().encodeToString(script);
    assertThat(offer("powershell -enc " + base64 + "\nGETS\n")).isEqualTo("ssl3+tls1.0");
    assertThat(offer("$c = '" + base64 + "'\npowershell -EncodedCommand $c\nGETS\n"))
        .isEqualTo("ssl3+tls1.0");
  }

  @Test
  void aStringThatRunsAfterTheRequestIsTooLate() {
    Result r = result("GETS\niex \"SETS\"\n");
    assertThat(r.offer("Server 2019")).isEqualTo("ssl3+tls1.0");
    assertThat(r.why()).contains("comes after the request @[Job.ps1:2]");
  }

  @Test
  void aRequestInAJobGoesByWhatTheJobWrites() {
    assertThat(offer("Start-Job { SETS; GETS }\n")).isEqualTo("tls1.2");
    assertThat(offer("SETS\nStart-Job { GETS }\n")).isEqualTo("ssl3+tls1.0");
    assertThat(offer("powershell -Command \"SETS; GETS\"\n")).isEqualTo("tls1.2");
  }

  @Test
  void aWriteInAJobAfterTheRequestIsNotCalledTooLate() {
    Result r = result("GETS\nStart-Job { SETS }\n");
    assertThat(r.why()).doesNotContain("comes after the request");
    assertThat(r.findings()).noneMatch(f -> f.startsWith("set-after-request"));
  }

  @Test
  void aStringInAFunctionThatNobodyCallsMayOrMayNotRun() {
    Result r = result("function Set-Tls { iex \"SETS\" }\nGETS\n");
    assertThat(r.connection().depends()).isTrue();
  }
}
