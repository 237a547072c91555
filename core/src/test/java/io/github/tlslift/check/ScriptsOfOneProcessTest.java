package io.github.tlslift.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.CheckTester.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that run others in their own process are read with them, in the order of the run. */
final class ScriptsOfOneProcessTest {
  private static final String GETS =
      "(New-Object Net.WebClient).DownloadString('https://server.example/')\n";
  private static final String SETS = "[Net.ServicePointManager]::SecurityProtocol = '%s'\n";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private CheckTester tester() {
    return CheckTester.in(folder.resolve("scripts")).to().windows("Server 2019");
  }

  private static String offer(Result r, String script) {
    return Result.outcome(r.connection(script), "Server 2019").offer().id();
  }

  @Test
  void aDotSourcedScriptSetsTheValueOfTheCaller() {
    for (String call :
        new String[] {
          ". .\\Common.ps1\n",
          ". \"$PSScriptRoot\\Common.ps1\"\n",
          ". (Join-Path $PSScriptRoot 'Common.ps1')\n",
          "& .\\Common.ps1\n"
        }) {
      Result r =
          tester().file("Common.ps1", SETS.formatted("Tls12")).file("Job.ps1", call + GETS).check();
      assertThat(offer(r, "Job.ps1")).as(call).isEqualTo("tls1.2");
    }
  }

  @Test
  void whatRunsLastWins() {
    Result r =
        tester()
            .file("Common.ps1", SETS.formatted("Tls"))
            .file("Job.ps1", ". .\\Common.ps1\n" + SETS.formatted("Tls12") + GETS)
            .file("Other.ps1", SETS.formatted("Tls12") + ". .\\Common.ps1\n" + GETS)
            .check();
    assertThat(offer(r, "Job.ps1")).isEqualTo("tls1.2");
    assertThat(offer(r, "Other.ps1")).isEqualTo("tls1.0");
  }

  @Test
  void aModuleIsNoProcessAndItsFunctionsRunWhereTheyAreCalled() {
    Result r =
        tester()
            .file("Tls.psm1", "function Enable-Tls12 {\n" + SETS.formatted("Tls12") + "}\n")
            .file(
                "Job.ps1",
                "Import-Module \"$PSScriptRoot\\Tls.psm1\" -Force\nEnable-Tls12\n" + GETS)
            .file("Late.ps1", "Import-Module .\\Tls.psm1\n" + GETS + "Enable-Tls12\n")
            .check();
    assertThat(r.names()).noneMatch(n -> n.startsWith("Tls.psm1"));
    assertThat(offer(r, "Job.ps1")).isEqualTo("tls1.2");
    assertThat(offer(r, "Late.ps1")).isNotEqualTo("tls1.2");
  }

  @Test
  void anotherProcessIsNotReached() {
    Result r =
        tester()
            .file("Common.ps1", SETS.formatted("Tls12"))
            .file("Job.ps1", "powershell.exe -File .\\Common.ps1\n" + GETS)
            .check();
    assertThat(offer(r, "Job.ps1")).isNotEqualTo("tls1.2");
  }
}
