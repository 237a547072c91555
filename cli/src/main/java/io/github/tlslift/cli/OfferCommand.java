package io.github.tlslift.cli;

import io.github.tlslift.report.OfferReport;
import io.github.tlslift.report.OfferReport.OnWindows;
import io.github.tlslift.resolve.CaseFormatException;
import io.github.tlslift.resolve.CaseRow;
import io.github.tlslift.resolve.CaseTable;
import io.github.tlslift.resolve.Resolver;
import io.github.tlslift.windows.WindowsVersion;
import io.github.tlslift.windows.WindowsVersions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tlslift offer}: the resolver as a calculator. */
@Command(
    name = "offer",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Computes which TLS versions a process would offer, and why; reads no files.",
    footer = {
      "",
      "Examples:",
      "  tlslift offer --target 4.5.2 --installed 4.8 --windows \"Server 2016\"",
      "  tlslift offer --target 4.5.2 --registry SchUseStrongCrypto=1@64 --bitness 32",
      "  tlslift offer --host aspnet --host-option compilation=4.7.2",
      "  tlslift offer --target 4.8 --code \"=192\" --api \"SslStream(3072)\"",
      "  tlslift offer --cases table.csv",
      "",
      "The grammar of each value is that of the same column in docs/cases.md."
    })
final class OfferCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--cases",
      paramLabel = "FILE.csv",
      description = "a table of cases (docs/cases.md); prints it with the answers")
  Optional<Path> cases = Optional.empty();

  @Option(
      names = "--target",
      paramLabel = "VERSION",
      description = "what the entry assembly targets: 4.5.2, none, net8.0")
  String target = "none";

  @Option(
      names = "--installed",
      paramLabel = "VERSION",
      description = "the framework on the machine: 4.8, 3.5.1+kb2016, net8.0")
  Optional<String> installed = Optional.empty();

  @Option(
      names = "--clr",
      paramLabel = "LINE",
      description = "2, 4, core or native; else from target and API")
  Optional<String> clr = Optional.empty();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "exe, service, aspnet, powershell51, powershell7, com, office, native")
  String host = "exe";

  @Option(
      names = "--host-option",
      paramLabel = "OPTION",
      description = "httpRuntime=V, compilation=V, pool=2.0, no-target-attribute, ...; repeatable")
  List<String> hostOptions = new ArrayList<>();

  @Option(names = "--bitness", paramLabel = "32|64", description = "of the process")
  String bitness = "64";

  @Option(
      names = "--registry",
      paramLabel = "NAME=VALUE",
      description = "such as SchUseStrongCrypto=1, ...@32, schannel:tls1.2=disabled; repeatable")
  List<String> registry = new ArrayList<>();

  @Option(
      names = "--switch",
      paramLabel = "NAME=BOOL",
      description = "an AppContext switch of the host's config; repeatable")
  List<String> switches = new ArrayList<>();

  @Option(
      names = "--code",
      paramLabel = "=N",
      description = "what code does to SecurityProtocol: =3072 or |=3072; repeatable")
  List<String> code = new ArrayList<>();

  @Option(
      names = "--api",
      paramLabel = "API",
      description = "HttpWebRequest, HttpClient, SslStream(3072), SmtpClient, WinHttp, ...")
  String api = "HttpWebRequest";

  @Option(
      names = "--windows",
      paramLabel = "ID",
      description = "such as server-2016; repeatable; else all that are current")
  List<String> windows = new ArrayList<>();

  @Mixin ResultOptions result = new ResultOptions();

  @Override
  public Integer call() throws IOException {
    try {
      result.write(cases.isPresent() ? table(cases.get()) : single(), spec);
      return ExitCodes.CLEAN;
    } catch (CaseFormatException e) {
      throw new WrongUse(cases.map(c -> c + ": ").orElse("") + e.getMessage());
    }
  }

  private static String table(Path file) throws IOException, CaseFormatException {
    Words.existing(file, "name a table; docs/cases.md has its columns");
    return CaseTable.answer(Files.readString(file, StandardCharsets.UTF_8));
  }

  private String single() throws CaseFormatException {
    String format = result.format(List.of("text", "json"));
    List<OnWindows> offers = new ArrayList<>();
    for (WindowsVersion w : versions()) {
      offers.add(
          new OnWindows(
              w.id(), w.name(), Resolver.resolve(CaseRow.situation(cells(w), "of the options"))));
    }
    return format.equals("json")
        ? OfferReport.json(api, offers)
        : OfferReport.text(api, offers, result.style());
  }

  private List<WindowsVersion> versions() {
    return windows.isEmpty()
        ? WindowsVersions.defaultSet()
        : windows.stream().map(Words::windows).distinct().toList();
  }

  private Map<String, String> cells(WindowsVersion on) {
    String line = clr.orElseGet(this::line);
    return Map.ofEntries(
        Map.entry("clr", line),
        Map.entry("installed", installed.orElseGet(() -> assumed(line))),
        Map.entry("target", target),
        Map.entry("host", host),
        Map.entry("host_options", String.join(";", hostOptions)),
        Map.entry("bitness", bitness),
        Map.entry("registry", String.join(";", registry)),
        Map.entry("switches", String.join(";", switches)),
        Map.entry("code", String.join(";", code)),
        Map.entry("api", api),
        Map.entry("windows", on.id()));
  }

  private String line() {
    if (api.equals("WinHttp")) {
      return "native";
    }
    boolean core =
        target.startsWith("net") || installed.filter(i -> i.startsWith("net")).isPresent();
    boolean old = target.startsWith("2.") || target.startsWith("3.");
    return core ? "core" : old ? "2" : "4";
  }

  private String assumed(String line) {
    return switch (line) {
      case "native" -> "";
      case "core" -> target.startsWith("net") ? target : "net8.0";
      case "2" -> "3.5.1";
      default -> "4.8";
    };
  }
}
