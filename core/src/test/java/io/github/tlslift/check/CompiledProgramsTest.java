package io.github.tlslift.check;

import static io.github.tlslift.testkit.AssemblyWriter.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Process;
import io.github.tlslift.testkit.AssemblyWriter;
import io.github.tlslift.testkit.AssemblyWriter.Token;
import io.github.tlslift.testkit.CheckTester;
import io.github.tlslift.testkit.CheckTester.Result;
import io.github.tlslift.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of executables, libraries and config files, without any source. */
final class CompiledProgramsTest {
  private static final String SWITCHES =
      """
      <configuration><runtime>
        <AppContextSwitchOverrides value="Switch.System.Net.DontEnableSchUseStrongCrypto=false" />
      </runtime></configuration>
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path root;

  private CheckTester folder() {
    return CheckTester.in(root);
  }

  private static byte[] program(String name) {
    return Fixtures.bytes("assemblies/" + name + ".exe");
  }

  private static byte[] pinnedLibrary() {
    AssemblyWriter writer = new AssemblyWriter();
    int setter = writer.protocolSetter();
    writer.method("Apply", code(0x20, new Token(192), 0x28, new Token(setter), 0x2A));
    return writer.library().build();
  }

  @Test
  void anExecutableIsItsProcess() {
    Result result = folder().file("Fax.exe", program("webclient-tls10-v4.5")).to().check();
    Connection connection = result.connection();
    assertThat(connection.process().host()).isEqualTo(HostKind.EXE);
    assertThat(connection.process().target().orElseThrow().version()).isEqualTo("4.5");
    assertThat(connection.fails()).isTrue();
    assertThat(result.findings()).anyMatch(f -> f.startsWith("pinned-legacy-protocol Fax.exe"));
    assertThat(result.gaps()).isEmpty();
  }

  @Test
  void withoutTheAttributeItCountsAsBuiltFor40() {
    Result result = folder().file("Fax.exe", program("httpwebrequest-none-noattr")).to().check();
    assertThat(result.connection().fails()).isTrue();
    assertThat(result.connection().cures()).extracting(Cure::id).contains("config-switch");
    assertThat(result.connection().process().notes())
        .anyMatch(n -> n.contains("no TargetFrameworkAttribute"));
  }

  @Test
  void itsConfigCountsAndThatOfALibraryDoesNot() {
    CheckTester folder = folder().file("Fax.exe", program("httpwebrequest-none-noattr"));
    folder.file("Other.dll.config", SWITCHES);
    assertThat(folder.to().check().connection().fails()).isTrue();
    folder.file("Fax.exe.config", SWITCHES);
    assertThat(folder.check().connection().fails()).isFalse();
  }

  @Test
  void aProgramNamedAloneHasItsConfigToo() {
    folder()
        .file("Fax.exe", program("httpwebrequest-none-noattr"))
        .file("Fax.exe.config", SWITCHES)
        .file("Other.exe", program("webclient-tls10-v4.5"));
    Result result = CheckTester.in(root.resolve("Fax.exe")).to().check();
    assertThat(result.connection().process().name()).isEqualTo("Fax.exe");
    assertThat(result.connection().fails()).isFalse();
  }

  @Test
  void aProgramOfNet20RunsOnClr2UnlessItsConfigSaysOtherwise() {
    Process process =
        folder()
            .file("Old.exe", program("httpwebrequest-cast3072-v2.0"))
            .to()
            .check()
            .connection()
            .process();
    assertThat(process.clr()).isEqualTo(Clr.CLR2);
    assertThat(process.target().orElseThrow().version()).isEqualTo("2.0");
  }

  @Test
  void aLibraryAloneIsDecidedByItsHost() {
    Result result = folder().file("Plugin.dll", pinnedLibrary()).to().check();
    assertThat(result.connection().process().host()).isEqualTo(HostKind.LIBRARY);
    assertThat(result.connection().process().target()).isEmpty();
  }

  @Test
  void theLibrariesInBinAreTheWebApplication() {
    Result result =
        folder()
            .file(
                "Web.config",
                "<configuration><system.web><httpRuntime targetFramework=\"4.8\"/></system.web></configuration>")
            .file("bin/Portal.dll", pinnedLibrary())
            .to()
            .check();
    Process process = result.connection().process();
    assertThat(process.host()).isEqualTo(HostKind.ASPNET);
    assertThat(process.target().orElseThrow().version()).isEqualTo("4.8");
    assertThat(process.apiUses()).extracting(u -> u.container()).containsExactly("P.Apply");
    assertThat(result.connection().fails()).isTrue();
  }

  @Test
  void whatAProjectBuildsIsNotToldAgain() {
    Result result =
        folder()
            .exe(
                "Fax",
                "4.5",
                "",
                "class Program { static void Main() { new System.Net.WebClient(); } }")
            .file("bin/Debug/Fax.exe", program("webclient-tls10-v4.5"))
            .file("packages/Some.1.0/lib/net45/Some.dll", pinnedLibrary())
            .to()
            .check();
    assertThat(result.names()).containsExactly("Fax.exe");
    assertThat(result.findings()).noneMatch(f -> f.startsWith("pinned"));
  }

  @Test
  void besideProjectsOnlyExecutablesElsewhereAreProgramsOfTheirOwn() {
    String project =
        """
        <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>
          <OutputType>Exe</OutputType><TargetFramework>net48</TargetFramework>
        </PropertyGroup></Project>
        """;
    Result result =
        folder()
            .file("src/Fax.csproj", project)
            .file(
                "src/Program.cs",
                "class Program { static void Main() { new System.Net.WebClient(); } }")
            .file("src/lib/Some.dll", pinnedLibrary())
            .file("lib/Some.dll", pinnedLibrary())
            .file("deployed/Old.exe", program("webclient-tls10-v4.5"))
            .to()
            .check();
    assertThat(result.names()).containsExactlyInAnyOrder("Fax.exe", "Old.exe");
  }

  @Test
  void aPackageThatSetsTheStaticCountsForTheProgramThatRefersToIt() {
    CheckTester folder =
        folder()
            .exe(
                "Fax",
                "4.8",
                "</PropertyGroup><ItemGroup><Reference Include=\"Some, Version=1.0.0.0\" /></ItemGroup><PropertyGroup>",
                "class Program { static void Main() { new System.Net.WebClient(); } }");
    assertThat(folder.to().check().connection().fails()).isFalse();
    folder.file("packages/Some.1.0/lib/net45/Some.dll", pinnedLibrary());
    Result result = folder.check();
    assertThat(result.connection().fails()).isTrue();
    assertThat(result.findings())
        .anyMatch(f -> f.startsWith("pinned-legacy-protocol packages/Some.1.0/lib/net45/Some.dll"));
  }

  @Test
  void nativeCodeIsSaidToBeNoNet() {
    byte[] file = program("webclient-tls10-v4.5");
    int cliDirectory = 0x80 + 24 + 96 + 14 * 8;
    Arrays.fill(file, cliDirectory, cliDirectory + 8, (byte) 0);
    assertThat(folder().file("Setup.exe", file).to().check().gaps())
        .containsExactly("Setup.exe: native code, not .NET: what it offers is not examined");
    assertThat(folder().file("Native.dll", file).check().gaps()).hasSize(1);
  }

  @Test
  void programsInAPackageAreRead() throws IOException {
    Path zip = root.resolve("Fax.1.0.nupkg");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("tools/Fax.exe"));
      out.write(program("webclient-tls10-v4.5"));
    }
    assertThat(CheckTester.in(zip).to().check().connection().fails()).isTrue();
  }
}
