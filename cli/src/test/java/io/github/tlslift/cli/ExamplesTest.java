package io.github.tlslift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must be said of each example; its README has the situation. */
final class ExamplesTest {
  private static final String SHAREPOINT = "contoso.sharepoint.com";

  static List<String> all() throws IOException {
    try (Stream<Path> folders = Files.list(Cli.EXAMPLES)) {
      return folders
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void everyExampleIsHeld() throws IOException {
    assertThat(all())
        .containsExactly(
            "fixed",
            "intranet-portal",
            "invoice-sync",
            "nightly-scripts",
            "office-addin",
            "payments",
            "webjob");
  }

  @ParameterizedTest
  @MethodSource("all")
  void readmeIsThreeLinesAndInTheList(String example) throws IOException {
    List<String> readme = Files.readAllLines(Cli.EXAMPLES.resolve(example).resolve("README.md"));
    assertThat(readme).hasSize(3).first().isEqualTo("# " + example);
    assertThat(Files.readString(Cli.EXAMPLES.resolve("README.md"))).contains("(" + example + "/)");
  }

  @ParameterizedTest
  @MethodSource("all")
  void reportsPassTheirSchemas(String example) {
    for (String format : List.of("json", "sarif")) {
      for (Object[] to : new Object[][] {{}, {"--to", SHAREPOINT}}) {
        Cli said = Cli.check(example, append(to, "--format", format));
        assertThat(Schemas.complaints(format, said.out())).as(example + " " + format).isEmpty();
      }
    }
  }

  private static Object[] append(Object[] some, Object... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray();
  }

  @ParameterizedTest
  @MethodSource("all")
  void sameInputGivesTheSameBytes(String example) {
    for (String format : List.of("text", "json", "sarif")) {
      Cli first = Cli.check(example, "--format", format);
      assertThat(Cli.check(example, "--format", format)).as(format).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void textKeepsWithinTheWidth(String example) {
    for (int width : new int[] {80, 120}) {
      Cli.check(example, "--width", width)
          .out()
          .lines()
          .forEach(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void invoiceSyncFailsForItsTargetAndHasASafeCure() {
    Cli said = Cli.check("invoice-sync", "--to", SHAREPOINT);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains(
            "InvoiceSync.exe → contoso.sharepoint.com",
            "FAILS on every Windows version",
            "src/InvoiceSync.csproj:14",
            "client-protocol-too-old",
            "An unexpected error occurred on a send.")
        .containsPattern("App.config: DontEnableSchUseStrongCrypto=false +SAFE");
  }

  @Test
  void invoiceSyncConnectsWhereTheRegistrySaysSo() throws IOException {
    Path export = Files.createTempFile("server", ".reg");
    Files.writeString(
        export,
        """
        Windows Registry Editor Version 5.00

        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319]
        "SchUseStrongCrypto"=dword:00000001

        [HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Microsoft\\.NETFramework\\v4.0.30319]
        "SchUseStrongCrypto"=dword:00000001
        """);
    Cli said = Cli.check("invoice-sync", "--to", SHAREPOINT, "--registry", export);
    assertThat(said.out()).contains("connects on every current Windows version");
    Files.delete(export);
  }

  @Test
  void intranetPortalLacksItsHttpRuntimeTarget() {
    Cli said = Cli.check("intranet-portal", "--to", "graph.microsoft.com");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            "IntranetPortal (ASP.NET) → graph.microsoft.com",
            "httpRuntime has no targetFramework",
            "[missing-httpruntime-target]",
            "[switch-not-read-by-aspnet]");
  }

  @Test
  void paymentsIsBrokenByThePinOfItsLibrary() {
    Cli said = Cli.check("payments", "--to", "api.example.com");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            "Payments.exe → api.example.com",
            "code sets ServicePointManager.SecurityProtocol to Ssl3, Tls",
            "src/Payments.Security/Signature.cs:13",
            "remove the pin")
        .doesNotContain("registry: ");
  }

  @Test
  void nightlyScriptsAreProcessesOfTheirOwn() {
    Cli said = Cli.check("nightly-scripts");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            "Get-Rates.ps1 (Windows PowerShell) → api.stripe.com",
            "Update-Modules.ps1 (Windows PowerShell)",
            "Send-Report.ps1 (Windows PowerShell)",
            "ArchiveMail.exe → contoso.sharepoint.com",
            "[added-modern-protocol]");
  }

  @Test
  void webjobHasNoRegistryToCure() {
    Cli said = Cli.check("webjob", "--to", SHAREPOINT);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains("StockWebJob (App Service)", "App.config: DontEnableSchUseStrongCrypto=false")
        .doesNotContain("registry: ");
  }

  @Test
  void officeAddinIsNotHelpedByItsOwnConfig() {
    Cli said = Cli.check("office-addin", "--to", "graph.microsoft.com");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            "PriceAddIn (Office add-in)",
            "[switch-in-unread-file]",
            "EXCEL.EXE.config: DontEnableSchUseStrongCrypto=false");
  }

  @Test
  void fixedHasNothingToFind() {
    Cli said = Cli.check("fixed", "--to", SHAREPOINT);
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("connects on every current Windows version", "no findings");
  }
}
