package io.github.tlslift.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.check.CheckRequest;
import io.github.tlslift.check.RegistryExports;
import io.github.tlslift.edit.Change;
import io.github.tlslift.fix.Fix;
import io.github.tlslift.fix.FixPlan;
import io.github.tlslift.resolve.Installed;
import io.github.tlslift.resolve.RegistryState;
import io.github.tlslift.windows.WindowsVersion;
import io.github.tlslift.windows.WindowsVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out a small folder and holds what a fix makes of its files against what it should. */
public final class FixTester {
  private final Path root;
  private final List<WindowsVersion> windows = new ArrayList<>();
  private Optional<Installed> installed = Optional.empty();
  private Optional<String> cure = Optional.empty();
  private int port = 443;
  private Charset charset = StandardCharsets.UTF_8;

  private FixTester(Path root) {
    this.root = root;
  }

  /** A tester of an empty folder. */
  public static FixTester in(Path folder) {
    return new FixTester(folder);
  }

  /** The encoding of the files from here on. */
  public FixTester in(Charset other) {
    charset = other;
    return this;
  }

  /** Adds a file. */
  public FixTester file(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, text.getBytes(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Adds an old-style executable project that compiles one file and names App.config. */
  public FixTester exe(String target, String source) {
    return file("App.csproj", project(target, source));
  }

  private static String project(String target, String source) {
    return """
        <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <AssemblyName>App</AssemblyName>
            <TargetFrameworkVersion>v%s</TargetFrameworkVersion>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="%s" />
            <None Include="App.config" />
          </ItemGroup>
        </Project>
        """
        .formatted(target, source);
  }

  /** Names the only cure to take. */
  public FixTester cure(String id) {
    cure = Optional.of(id);
    return this;
  }

  /** Names another port than that of HTTPS. */
  public FixTester port(int other) {
    port = other;
    return this;
  }

  /** Names a Windows version. */
  public FixTester windows(String id) {
    windows.add(WindowsVersions.parse(id).orElseThrow());
    return this;
  }

  /** Names the framework installed. */
  public FixTester installed(String version) {
    installed = Installed.parse(version);
    assertThat(installed).as(version).isPresent();
    return this;
  }

  /** Plans the fix for a server that wants TLS 1.2. */
  public Planned plan() {
    CheckRequest request =
        new CheckRequest(
            List.of(new CheckRequest.Endpoint("server.example", port)),
            windows,
            installed,
            RegistryState.NOT_GIVEN,
            Optional.empty(),
            Optional.empty());
    return new Planned(Fix.plan(root, request, RegistryExports.NONE, cure), root, charset);
  }

  /** What came of it. */
  public record Planned(FixPlan plan, Path root, Charset charset) {

    /** Everything connects, and a second fix has nothing to do. */
    public Planned connects() {
      assertThat(plan.refusals()).isEmpty();
      assertThat(plan.remaining()).isEmpty();
      return this;
    }

    /** The one file that changes, and its text afterwards, to the letter. */
    public Planned makes(String path, String text) {
      assertThat(plan.changes()).extracting(Change::path).contains(path);
      assertThat(text(path)).isEqualTo(text);
      return this;
    }

    /** The text of a file afterwards. */
    public String text(String path) {
      return plan.changes().stream()
          .filter(c -> c.path().equals(path))
          .map(c -> new String(c.after(), charset))
          .findFirst()
          .orElse("(unchanged)");
    }

    /** The files that change. */
    public List<String> files() {
      return plan.changes().stream().map(Change::path).toList();
    }

    /** Why cures were not turned into edits. */
    public List<String> refusals() {
      return plan.refusals().stream().map(r -> r.cure() + ": " + r.reason()).toList();
    }

    /** The cures that were. */
    public List<String> cures() {
      return plan.steps().stream().map(s -> s.cure().id()).distinct().toList();
    }
  }
}
