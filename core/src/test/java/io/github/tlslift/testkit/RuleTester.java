package io.github.tlslift.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.check.CheckRequest;
import io.github.tlslift.check.Checker;
import io.github.tlslift.dotnet.config.ConfigReader;
import io.github.tlslift.dotnet.host.RegFile;
import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.dotnet.source.SourceReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.resolve.RegistryReading;
import io.github.tlslift.resolve.RegistryState;
import io.github.tlslift.rule.Diagnosis;
import io.github.tlslift.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs one rule over one process made of fixtures. A comment {@code expect: TEXT} announces a
 * finding on the next line whose severity, verdict and message hold TEXT; a line without one must
 * have none.
 */
public final class RuleTester {
  private static final Location PROJECT = new Location("App.csproj", 1, 1, 0, 0);

  private final Rule rule;
  private final List<SourceText> sources = new ArrayList<>();
  private final List<Process.IgnoredConfig> ignored = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private final List<RegistryValue> registry = new ArrayList<>();
  private Optional<ConfigFile> config = Optional.empty();
  private Optional<TargetFramework> target = Optional.of(framework("4.8"));
  private HostKind host = HostKind.EXE;
  private Bitness bitness = Bitness.BITS_64;
  private boolean registryGiven;

  private RuleTester(Rule rule) {
    this.rule = rule;
  }

  /** A tester of a rule on a 64-bit executable for 4.8. */
  public static RuleTester of(Rule rule) {
    return new RuleTester(rule);
  }

  /** What starts the process. */
  public RuleTester host(HostKind kind) {
    host = kind;
    return this;
  }

  /** Which view of the registry it reads. */
  public RuleTester bitness(Bitness bits) {
    bitness = bits;
    return this;
  }

  /** What it targets; its project says so in {@code App.csproj}, line 1. */
  public RuleTester target(String version) {
    target = Optional.of(framework(version));
    return this;
  }

  /** Its assembly carries no target framework. */
  public RuleTester noTarget() {
    target = Optional.of(TargetFramework.none(PROJECT));
    return this;
  }

  /** A source file in C#. */
  public RuleTester csharp(String text) {
    return source("Program.cs", text);
  }

  /** The body of a C# {@code Main}. */
  public RuleTester csharpMain(String body) {
    return csharp(
        "using System.Net;\nusing System.Security.Authentication;\n"
            + "class Program {\nstatic void Main() {\n"
            + body
            + "\n}\n}\n");
  }

  /** A source file in the language of its extension. */
  public RuleTester source(String file, String text) {
    sources.add(noted(file, text));
    return this;
  }

  /** The config file that counts. */
  public RuleTester config(String file, String inside) {
    config = Optional.of(read(file, inside));
    return this;
  }

  /** A config file that nobody reads. */
  public RuleTester ignoredConfig(String file, String inside, String reason) {
    ignored.add(new Process.IgnoredConfig(read(file, inside), reason));
    return this;
  }

  /** An export of the machine, without its first line. */
  public RuleTester registry(String keysAndValues) {
    SourceText text =
        noted("machine.reg", "Windows Registry Editor Version 5.00\n" + keysAndValues);
    registry.addAll(unchecked(() -> RegFile.read(text).values()));
    registryGiven = true;
    return this;
  }

  /** A finding at a place that has no line to write before, such as {@code App.csproj:1}. */
  public RuleTester expect(String place, String text) {
    expected.add(place + " " + text);
    return this;
  }

  /** The findings are those announced and no others. */
  public void verify() {
    List<String> actual = findings().stream().map(RuleTester::said).toList();
    List<String> missing =
        expected.stream().filter(e -> actual.stream().noneMatch(a -> meets(a, e))).toList();
    List<String> surplus =
        actual.stream().filter(a -> expected.stream().noneMatch(e -> meets(a, e))).toList();
    assertThat(missing).as("announced, and not among %s", actual).isEmpty();
    assertThat(surplus).as("found, and not announced").isEmpty();
    assertThat(actual).hasSameSizeAs(expected);
  }

  /** The findings, sorted by place. */
  public List<Finding> findings() {
    Process process = process();
    return rule.check(new Diagnosis(List.of(process), connections(process), registry))
        .sorted()
        .toList();
  }

  private List<Connection> connections(Process process) {
    CheckRequest plain = CheckRequest.plain();
    CheckRequest request =
        new CheckRequest(
            plain.endpoints(),
            plain.windows(),
            plain.installed(),
            registryGiven ? RegistryReading.of(registry) : RegistryState.NOT_GIVEN,
            plain.host(),
            plain.bitness());
    return new Checker(request).check(".", List.of(process), registry, Coverage.NONE).connections();
  }

  private Process process() {
    SourceFacts facts = SourceReader.read(sources);
    Stream<ConfigFile> read = config.stream();
    return new Process(
        "App.exe",
        ".",
        host,
        Clr.CLR4,
        target(),
        bitness,
        Optional.empty(),
        config,
        ignored,
        Stream.concat(facts.apiUses().stream(), read.flatMap(c -> c.apiUses().stream())).toList(),
        facts.switches(),
        facts.registry(),
        List.of(),
        sources.size(),
        Optional.of("App.exe.config"),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private Optional<TargetFramework> target() {
    return host == HostKind.ASPNET
        ? config
            .flatMap(ConfigFile::httpRuntimeTarget)
            .map(s -> new TargetFramework(TargetFramework.NET_FRAMEWORK, s.value(), s.location()))
        : target;
  }

  private static TargetFramework framework(String version) {
    return new TargetFramework(TargetFramework.NET_FRAMEWORK, version, PROJECT);
  }

  private ConfigFile read(String file, String inside) {
    SourceText text = noted(file, "<configuration>\n" + inside + "\n</configuration>");
    return unchecked(() -> ConfigReader.read(text));
  }

  private SourceText noted(String file, String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int mark = lines.get(i).indexOf("expect: ");
      if (mark >= 0) {
        String what = lines.get(i).substring(mark + "expect: ".length()).replace("-->", "");
        expected.add(file + ":" + (i + 2) + " " + what.strip());
      }
    }
    return SourceText.ofString(file, text);
  }

  private static boolean meets(String actual, String expected) {
    int space = expected.indexOf(' ');
    return actual.startsWith(expected.substring(0, space + 1))
        && actual.contains(expected.substring(space + 1));
  }

  private static String said(Finding f) {
    String verdict = f.verdict().map(v -> v.id() + " ").orElse("");
    return f.location() + " " + f.severity().id() + " " + verdict + f.message();
  }

  private interface Read<T> {
    T read() throws MalformedInputException;
  }

  private static <T> T unchecked(Read<T> read) {
    try {
      return read.read();
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException("the fixture is broken", e);
    }
  }
}
