package io.github.tlslift.cli;

import io.github.tlslift.check.CheckRequest.Endpoint;
import io.github.tlslift.hello.HelloProfile;
import io.github.tlslift.net.probe.Asker;
import io.github.tlslift.net.probe.Probe;
import io.github.tlslift.net.probe.ProbeJson;
import io.github.tlslift.net.probe.ProbeText;
import io.github.tlslift.net.probe.Roots;
import io.github.tlslift.net.probe.StartTls;
import io.github.tlslift.net.probe.Target;
import io.github.tlslift.net.probe.TargetReport;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tlslift probe}: what an endpoint accepts, and how it refuses the rest. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Asks endpoints which TLS versions, suites and certificates they have.",
    footer = {
      "",
      "Examples:",
      "  tlslift probe contoso.sharepoint.com",
      "  tlslift probe contoso.sharepoint.com --as net452@server-2012r2",
      "  tlslift probe smtp.office365.com:587 --versions-only",
      "  tlslift probe --targets endpoints.txt --versions-only --resume answers.jsonl",
      "  tlslift probe 10.0.0.5:8443 --sni app.intranet --roots corp-ca.pem --format json",
      "",
      "Ends with 3 where something is not known, such as a version that was met with silence."
    })
final class ProbeCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "HOST[:PORT]", arity = "0..*", description = "endpoints to ask")
  List<String> endpoints = new ArrayList<>();

  @Option(
      names = "--sni",
      paramLabel = "NAME",
      description = "the name to ask for, instead of the host's")
  Optional<String> sni = Optional.empty();

  @Option(
      names = "--starttls",
      paramLabel = "PROTOCOL",
      description = "smtp, imap, pop3, ftp, ldap, tds or none; else as the port says")
  Optional<String> startTls = Optional.empty();

  @Option(
      names = "--roots",
      paramLabel = "FILE",
      description = "certificates to trust, PEM or DER, instead of Java's")
  Optional<Path> roots = Optional.empty();

  @Option(names = "--versions-only", description = "five connections an address, no suites")
  boolean versionsOnly;

  @Option(
      names = "--suites-only",
      description = "versions and suites: no groups, signature schemes and the like")
  boolean suitesOnly;

  @Option(
      names = "--as",
      paramLabel = "CLIENT",
      description = "would this client connect? such as net452@server-2012r2, or all; repeatable")
  List<String> as = new ArrayList<>();

  @Option(
      names = "--show-hello",
      description = "with --as: prints the hello, decoded and as bytes, and connects to nothing")
  boolean showHello;

  @Option(names = "--list-profiles", description = "names the clients for --as")
  boolean listProfiles;

  @Option(
      names = "--deadline",
      paramLabel = "SECONDS",
      defaultValue = "3",
      description = "for each connection (${DEFAULT-VALUE})")
  double deadline = 3;

  @Mixin BatchOptions batch = new BatchOptions();

  @Mixin ResultOptions result = new ResultOptions();

  @Override
  public Integer call() throws InterruptedException {
    boolean json = result.format(List.of("text", "json")).equals("json");
    if (listProfiles) {
      result.write(String.join("\n", HelloProfile.names()) + "\n", spec);
      return ExitCodes.CLEAN;
    }
    List<Target> targets = endpoints.stream().map(this::target).toList();
    if (showHello) {
      return showHello(targets, json);
    }
    if (batch.targets.isPresent()) {
      return batch(json);
    }
    if (targets.isEmpty()) {
      throw new WrongUse("name an endpoint, HOST or HOST:PORT");
    }
    return as.isEmpty() ? probe(targets, json) : simulate(targets, json);
  }

  private int batch(boolean json) throws InterruptedException {
    if (!endpoints.isEmpty() || !as.isEmpty() || result.output.isPresent()) {
      throw new WrongUse("--targets goes without HOST, --as and --output; see --resume");
    }
    try (Asker asker = new Asker(deadline())) {
      boolean known =
          batch.run(
              new Probe(asker, scope()),
              this::target,
              json,
              spec.commandLine().getOut(),
              spec.commandLine().getErr());
      return known ? ExitCodes.CLEAN : ExitCodes.INCOMPLETE;
    }
  }

  private int showHello(List<Target> targets, boolean json) {
    List<HelloProfile> profiles = ProbeAs.profiles(as);
    if (profiles.isEmpty()) {
      throw new WrongUse("--show-hello needs --as CLIENT");
    }
    Target target = targets.isEmpty() ? target("host.example") : targets.get(0);
    result.write(
        json ? ProbeAs.hellosJson(profiles, target) : ProbeAs.hellosText(profiles, target), spec);
    return ExitCodes.CLEAN;
  }

  private int simulate(List<Target> targets, boolean json) {
    List<Simulation> all = ProbeAs.ask(targets, ProbeAs.profiles(as), deadline());
    result.write(
        json ? ProbeAs.json(all) : all.stream().map(Simulation::text).collect(Collectors.joining()),
        spec);
    if (all.stream().anyMatch(s -> s.result() == Simulation.Result.UNKNOWN)) {
      return ExitCodes.INCOMPLETE;
    }
    boolean fails = all.stream().anyMatch(s -> s.result() == Simulation.Result.FAILS);
    return fails ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
  }

  private Duration deadline() {
    if (!(deadline > 0 && deadline <= 600)) {
      throw new WrongUse("--deadline is " + deadline + "; give seconds, at most 600");
    }
    return Duration.ofMillis(Math.round(deadline * 1000));
  }

  private int probe(List<Target> targets, boolean json) {
    List<TargetReport> reports = ask(targets, scope());
    result.write(
        reports.stream()
            .map(r -> json ? ProbeJson.line(r) : ProbeText.of(r))
            .collect(Collectors.joining()),
        spec);
    boolean incomplete = reports.stream().anyMatch(TargetReport::isIncomplete);
    return incomplete ? ExitCodes.INCOMPLETE : ExitCodes.CLEAN;
  }

  private Probe.Scope scope() {
    List<TrustAnchor> trusted = roots.map(ProbeCommand::read).orElseGet(Roots::ofJdk);
    if (versionsOnly) {
      return Probe.Scope.versionsOnly(trusted);
    }
    return suitesOnly ? Probe.Scope.suitesOnly(trusted) : Probe.Scope.all(trusted);
  }

  private static List<TrustAnchor> read(Path file) {
    try {
      return Roots.of(file);
    } catch (IOException e) {
      throw new WrongUse("cannot read --roots " + file + ": " + e.getMessage());
    }
  }

  private List<TargetReport> ask(List<Target> targets, Probe.Scope scope) {
    try (Asker asker = new Asker(deadline())) {
      Probe probe = new Probe(asker, scope);
      List<CompletableFuture<TargetReport>> asked = targets.stream().map(probe::of).toList();
      return asked.stream().map(CompletableFuture::join).toList();
    }
  }

  private Target target(String text) {
    Endpoint e =
        EndpointText.parse(text)
            .orElseThrow(
                () -> new WrongUse("'" + text + "' is no endpoint; write HOST or HOST:PORT"));
    Target plain = Target.of(e.host(), e.port());
    return new Target(
        plain.host(),
        plain.port(),
        sni.or(plain::serverName),
        startTls.map(this::named).orElse(plain.startTls()));
  }

  private StartTls named(String name) {
    return StartTls.parse(name)
        .orElseThrow(
            () ->
                new WrongUse(
                    "--starttls is '"
                        + name
                        + "'; it may be "
                        + Arrays.stream(StartTls.values())
                            .map(StartTls::id)
                            .collect(Collectors.joining(", "))));
  }
}
