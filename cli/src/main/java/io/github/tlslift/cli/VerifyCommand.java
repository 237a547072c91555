package io.github.tlslift.cli;

import io.github.tlslift.check.Check;
import io.github.tlslift.check.CheckRequest.Endpoint;
import io.github.tlslift.check.RegistryExports;
import io.github.tlslift.mend.ProxyConfig;
import io.github.tlslift.net.tap.Comparison;
import io.github.tlslift.net.tap.Names;
import io.github.tlslift.net.tap.Seen;
import io.github.tlslift.net.tap.Sighted;
import io.github.tlslift.net.tap.Tap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tlslift verify}: the hello that a program really sends, and what came back. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs a program through a tap on loopback and shows its TLS handshakes.",
    footer = {
      "",
      "Examples:",
      "  tlslift verify -- InvoiceSync.exe --once",
      "  tlslift verify --app src --windows server-2016 -- InvoiceSync.exe --once",
      "  tlslift verify --save before.json -- mono InvoiceSync.exe",
      "  tlslift verify --compare before.json --format junit --output tls.xml -- InvoiceSync.exe",
      "  tlslift verify --listen 8443 --to api.partner.example -- sync --server 127.0.0.1:8443",
      "",
      "The tap decrypts nothing. Ends with the program's exit code where that is not 0; else with 1",
      "where a hello is not the one predicted (--app) or an endpoint no longer connects (--compare),",
      "and with 3 where the program was ended (--timeout) or no hello was seen to predict."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final long DRAIN_MILLIS = 1000;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "the program and its arguments")
  List<String> command = new ArrayList<>();

  @Option(
      names = "--app",
      paramLabel = "PATH",
      description = "its sources or folder: says whether the hello is what check predicts")
  Optional<Path> app = Optional.empty();

  @Option(
      names = "--windows",
      paramLabel = "ID",
      description = "with --app: the Windows it runs on; else all that are current")
  List<String> windows = new ArrayList<>();

  @Option(
      names = "--installed",
      paramLabel = "VERSION",
      description = "with --app: the .NET Framework on the machine; else 4.8 is assumed")
  Optional<String> installed = Optional.empty();

  @Option(
      names = "--with-config",
      description = "runs a copy of program.exe whose config file names the tap as its proxy")
  boolean withConfig;

  @Option(
      names = "--listen",
      paramLabel = "PORT",
      description = "a mirror of --to on this port instead of a proxy; 0 for a free one")
  Optional<Integer> listen = Optional.empty();

  @Option(names = "--to", paramLabel = "HOST[:PORT]", description = "what --listen mirrors")
  Optional<String> to = Optional.empty();

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "1",
      description = "with --listen and no command: ends after so many (${DEFAULT-VALUE})")
  int connections = 1;

  @Option(
      names = "--resolve",
      paramLabel = "HOST=ADDRESS",
      description = "the address of a name, instead of what the system says; repeatable")
  List<String> resolve = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "after which the program is ended; 0 for never (${DEFAULT-VALUE})")
  double timeout;

  @Option(names = "--save", paramLabel = "FILE", description = "keeps what was seen, as JSON")
  Optional<Path> save = Optional.empty();

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description = "says what is different from what was kept")
  Optional<Path> compare = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json or junit")
  String format = "text";

  @Option(names = "--output", paramLabel = "FILE", description = "instead of the standard output")
  Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    Words.oneOf("format", format, List.of("text", "json", "junit"));
    if (command.isEmpty() && listen.isEmpty()) {
      throw new WrongUse("name the program: tlslift verify -- COMMAND; or use --listen");
    }
    if (listen.isPresent() != to.isPresent()) {
      throw new WrongUse("--listen PORT and --to HOST[:PORT] go together");
    }
    if (!(timeout >= 0 && timeout <= 1e6)) {
      throw new WrongUse("--timeout is " + timeout + "; give seconds");
    }
    List<Seen> before = compare.map(VerifyJson::saved).orElse(List.of());
    Optional<Prediction> prediction = app.map(this::predict);
    Verified verified = run(before, prediction);
    save.ifPresent(f -> write(VerifyJson.of(verified), Optional.of(f)));
    write(rendered(verified), output);
    return verified.code();
  }

  private Prediction predict(Path path) {
    CaseOptions cases = new CaseOptions();
    cases.windows = windows;
    cases.installed = installed;
    to.ifPresent(cases.to::add);
    RegistryExports none = cases.exports();
    Path root = Words.existing(path, "name a folder or file that exists");
    return Prediction.of(Check.run(root, cases.request(none), none), command);
  }

  private Verified run(List<Seen> before, Optional<Prediction> prediction)
      throws InterruptedException {
    try (Tap tap = tap()) {
      OptionalInt exit = command.isEmpty() ? waited(tap) : started(tap);
      boolean ended = exit.isEmpty() && !command.isEmpty();
      tap.drain(DRAIN_MILLIS);
      Sighted sighted = tap.end();
      List<Seen> after = sighted.rows().stream().map(Sighted.Row::seen).toList();
      List<Comparison> compared = compare.isPresent() ? Comparison.of(before, after) : List.of();
      return new Verified(command, exit, ended, sighted, prediction, compared);
    }
  }

  private Tap tap() {
    Names names = new Names(given());
    try {
      if (listen.isEmpty()) {
        return Tap.proxy(names);
      }
      Endpoint e = Words.endpoint(to.orElse(""));
      return Tap.mirror(listen.get(), e.host(), e.port(), names);
    } catch (IOException e) {
      throw new WrongUse(e.getMessage() + "; give another --listen");
    }
  }

  private Map<String, InetAddress> given() {
    Map<String, InetAddress> all = new HashMap<>();
    for (String pair : resolve) {
      int at = pair.indexOf('=');
      if (at < 1) {
        throw new WrongUse("--resolve is '" + pair + "'; write HOST=ADDRESS");
      }
      try {
        InetAddress address = InetAddress.getByName(pair.substring(at + 1));
        all.put(pair.substring(0, at).toLowerCase(Locale.ROOT), address);
      } catch (UnknownHostException e) {
        throw new WrongUse("--resolve: " + pair.substring(at + 1) + " is no address");
      }
    }
    return all;
  }

  private OptionalInt waited(Tap tap) throws InterruptedException {
    say("listening on 127.0.0.1:" + tap.port() + " for " + to.orElse(""));
    long millis = timeout == 0 ? Long.MAX_VALUE / 2_000_000 : Math.round(timeout * 1000);
    tap.await(connections, millis);
    return OptionalInt.empty();
  }

  private OptionalInt started(Tap tap) throws InterruptedException {
    long millis = timeout == 0 ? 0 : Math.max(1, Math.round(timeout * 1000));
    if (listen.isPresent()) {
      say("listening on 127.0.0.1:" + tap.port() + " for " + to.orElse(""));
      return Child.run(command, Map.of(), aside(), millis);
    }
    if (!withConfig) {
      say(hint(tap));
      return Child.run(command, Child.proxied(tap), aside(), millis);
    }
    try (ConfiguredCopy copy = ConfiguredCopy.of(command, tap.url())) {
      return Child.run(copy.command(command), Child.proxied(tap), aside(), millis);
    }
  }

  private boolean aside() {
    return output.isEmpty() && !format.equals("text");
  }

  // .NET Framework takes no proxy from the environment.
  private String hint(Tap tap) {
    boolean framework = command.stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).endsWith(".exe"));
    String text = "the tap is " + tap.url();
    return framework
        ? text
            + "; a .NET Framework program needs it in its config file (or use --with-config):\n"
            + ProxyConfig.lines(tap.url()).stripTrailing()
        : text;
  }

  private void say(String text) {
    spec.commandLine().getErr().println("tlslift: " + text);
    spec.commandLine().getErr().flush();
  }

  private String rendered(Verified v) {
    return switch (format) {
      case "json" -> VerifyJson.of(v);
      case "junit" -> VerifyJUnit.of(v);
      default -> VerifyText.of(v);
    };
  }

  private void write(String text, Optional<Path> file) {
    Output.write(text, file, spec.commandLine().getOut());
  }
}
