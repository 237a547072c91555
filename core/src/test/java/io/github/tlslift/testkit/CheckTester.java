package io.github.tlslift.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.check.Check;
import io.github.tlslift.check.CheckRequest;
import io.github.tlslift.check.RegistryExports;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Verdict;
import io.github.tlslift.model.WindowsOutcome;
import io.github.tlslift.resolve.Installed;
import io.github.tlslift.windows.WindowsVersion;
import io.github.tlslift.windows.WindowsVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lays out a small folder, checks it, and says what came of it. */
public final class CheckTester {
  private final Path root;
  private final List<CheckRequest.Endpoint> endpoints = new ArrayList<>();
  private final List<WindowsVersion> windows = new ArrayList<>();
  private final List<Path> registry = new ArrayList<>();
  private Optional<Installed> installed = Optional.empty();
  private Optional<HostKind> host = Optional.empty();
  private Optional<Bitness> bitness = Optional.empty();

  private CheckTester(Path root) {
    this.root = root;
  }

  /** A tester of an empty folder. */
  public static CheckTester in(Path folder) {
    return new CheckTester(folder);
  }

  /** Adds a file. */
  public CheckTester file(String path, String text) {
    write(root.resolve(path), text);
    return this;
  }

  /** Adds an old-style executable project beside its code. */
  public CheckTester exe(String name, String target, String properties, String code) {
    return exe(name, target, properties, code, "cs");
  }

  /**
   * The same in a language.
   *
   * @param extension {@code cs}, {@code vb} or {@code fs}
   */
  public CheckTester exe(
      String name, String target, String properties, String code, String extension) {
    return file(
            name + "." + extension + "proj",
            """
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <AssemblyName>%s</AssemblyName>
                <TargetFrameworkVersion>v%s</TargetFrameworkVersion>
                %s
              </PropertyGroup>
              <ItemGroup><Compile Include="Program.%s" /></ItemGroup>
              <ItemGroup><None Include="App.config" Condition="Exists('App.config')" /></ItemGroup>
            </Project>
            """
                .formatted(name, target, properties, extension))
        .file("Program." + extension, code);
  }

  /** Adds a registry export of the machine, outside the folder. */
  public CheckTester registry(String lines) {
    Path file = root.resolveSibling(root.getFileName() + "-" + registry.size() + ".reg");
    write(file, "Windows Registry Editor Version 5.00\n\n" + lines);
    registry.add(file);
    return this;
  }

  /** Adds a file of any bytes. */
  public CheckTester file(String path, byte[] bytes) {
    write(root.resolve(path), bytes);
    return this;
  }

  private static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names an endpoint. */
  public CheckTester to(String host, int port) {
    endpoints.add(new CheckRequest.Endpoint(host, port));
    return this;
  }

  /** Names a server of which nothing is known but that it wants TLS 1.2. */
  public CheckTester to() {
    return to("server.example", 443);
  }

  /** Names a Windows version. */
  public CheckTester windows(String... ids) {
    for (String id : ids) {
      windows.add(WindowsVersions.parse(id).orElseThrow());
    }
    return this;
  }

  /** Names the framework installed. */
  public CheckTester installed(String version) {
    installed = Installed.parse(version);
    assertThat(installed).as(version).isPresent();
    return this;
  }

  /** Names the host of a library. */
  public CheckTester host(HostKind kind) {
    host = Optional.of(kind);
    return this;
  }

  /** Names the bitness. */
  public CheckTester bits(Bitness bits) {
    bitness = Optional.of(bits);
    return this;
  }

  /** Checks the folder. */
  public Result check() {
    RegistryExports exports = RegistryExports.read(registry);
    CheckRequest request =
        new CheckRequest(endpoints, windows, installed, exports.state(), host, bitness);
    return new Result(Check.run(root, request, exports));
  }

  /** What came of a check. */
  public record Result(CheckReport report) {

    /** What could not be examined, as {@code file: reason}. */
    public List<String> gaps() {
      return report.coverage().notExamined().stream()
          .map(g -> g.file() + ": " + g.reason())
          .toList();
    }

    /** The only connection there is. */
    public Connection connection() {
      assertThat(report.connections()).as("connections").hasSize(1);
      return report.connections().get(0);
    }

    /** The connections of a process, by the start of its name. */
    public Connection connection(String process) {
      List<Connection> all =
          report.connections().stream()
              .filter(c -> c.process().name().startsWith(process))
              .toList();
      assertThat(all).as(process + " among " + names()).isNotEmpty();
      return all.get(0);
    }

    /** The names of all processes with a connection. */
    public List<String> names() {
      return report.connections().stream().map(c -> c.process().name()).distinct().toList();
    }

    /** The offer on a Windows version, in the vocabulary of case tables. */
    public String offer(String windows) {
      return outcome(connection(), windows).offer().id();
    }

    /** The verdict on a Windows version. */
    public Verdict.Kind verdict(String windows) {
      return outcome(connection(), windows).verdict().kind();
    }

    /** The outcome of a connection on a Windows version. */
    public static WindowsOutcome outcome(Connection c, String windows) {
      String id = WindowsVersions.parse(windows).orElseThrow().id();
      return c.outcomes().stream().filter(o -> o.windows().equals(id)).findFirst().orElseThrow();
    }

    /** The reasons of the outcome that is explained, joined by line ends. */
    public String why() {
      return connection().headline().offer().trail().stream()
          .map(s -> s.says() + " @" + s.at())
          .collect(Collectors.joining("\n"));
    }

    /** The ids of the cures offered. */
    public List<String> cures() {
      return connection().cures().stream().map(Cure::id).toList();
    }

    /** The findings that do not pass, as {@code rule file:line}. */
    public List<String> findings() {
      return report.findings().stream()
          .filter(f -> !f.passes())
          .map(f -> f.ruleId() + " " + f.location())
          .toList();
    }

    /** The finding of a rule. */
    public Finding finding(String rule) {
      return report.findings().stream()
          .filter(f -> f.ruleId().equals(rule))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + rule + " among " + findings()));
    }
  }
}
