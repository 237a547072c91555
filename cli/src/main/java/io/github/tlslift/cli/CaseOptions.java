package io.github.tlslift.cli;

import io.github.tlslift.check.CheckRequest;
import io.github.tlslift.check.RegistryExports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a path is checked against: the options of every command that checks one. */
final class CaseOptions {
  @Option(
      names = "--to",
      paramLabel = "HOST[:PORT]",
      description = "where the programs connect; repeatable; else what they name themselves")
  List<String> to = new ArrayList<>();

  @Option(
      names = "--windows",
      paramLabel = "ID",
      description = "such as server-2016 or \"Server 2016\"; repeatable; else all that are current")
  List<String> windows = new ArrayList<>();

  @Option(
      names = "--installed",
      paramLabel = "VERSION",
      description = "the .NET Framework on the machine, such as 4.7.2; else 4.8 is assumed")
  Optional<String> installed = Optional.empty();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "what loads a library: exe, service, aspnet, appservice, powershell51, office, ...")
  Optional<String> host = Optional.empty();

  @Option(names = "--bitness", paramLabel = "32|64", description = "instead of what the files say")
  Optional<String> bitness = Optional.empty();

  @Option(
      names = "--registry",
      paramLabel = "FILE.reg",
      description = "a registry export of the machine; repeatable")
  List<Path> registry = new ArrayList<>();

  /** The registry exports, read. */
  RegistryExports exports() {
    registry.forEach(f -> Words.existing(f, "name an export made with reg export"));
    return RegistryExports.read(registry);
  }

  CheckRequest request(RegistryExports given) {
    return new CheckRequest(
        to.stream().map(Words::endpoint).distinct().toList(),
        windows.stream().map(Words::windows).distinct().toList(),
        installed.map(Words::installed),
        given.state(),
        host.map(Words::host),
        bitness.map(Words::bitness));
  }

  /** The options as they were given, for a command to repeat. */
  String repeated() {
    List<String> words = new ArrayList<>();
    to.forEach(t -> add(words, "--to", t));
    windows.forEach(w -> add(words, "--windows", w));
    installed.ifPresent(i -> add(words, "--installed", i));
    host.ifPresent(h -> add(words, "--host", h));
    bitness.ifPresent(b -> add(words, "--bitness", b));
    registry.forEach(r -> add(words, "--registry", r.toString()));
    return String.join("", words);
  }

  private static void add(List<String> words, String option, String value) {
    words.add(" " + option + " " + Words.quoted(value));
  }
}
