package io.github.tlslift.cli;

import io.github.tlslift.check.Check;
import io.github.tlslift.check.CheckRequest;
import io.github.tlslift.check.CheckRequest.Endpoint;
import io.github.tlslift.check.RegistryExports;
import io.github.tlslift.report.DiagnosisJson;
import io.github.tlslift.report.DiagnosisText;
import io.github.tlslift.report.Pages;
import io.github.tlslift.why.AppSigns;
import io.github.tlslift.why.Diagnose;
import io.github.tlslift.why.Diagnosis;
import io.github.tlslift.why.ServiceSigns;
import io.github.tlslift.why.Why;
import io.github.tlslift.why.signal.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tlslift why}: from an error text, a log or events to the likely cause. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Says what a pasted error, a log, exported events or a capture most likely come from.",
    footer = {
      "",
      "Examples:",
      "  tlslift why error.txt",
      "  pbpaste | tlslift why",
      "  tlslift why error.txt --app ./SyncJob --to contoso.sharepoint.com",
      "  tlslift why network.log failing.pcapng system-events.xml --format json",
      "",
      "Without FILE it reads the standard input. Secrets are masked in what it prints.",
      "Exit codes: 0 an answer, which may be unknown; 2 wrong use; 3 the program that --app names",
      "could not be read in full."
    })
final class WhyCommand implements Callable<Integer> {
  // The signature of the file header (MS-EVEN6, libyal's description of the format).
  private static final byte[] EVTX = "ElfFile\0".getBytes(StandardCharsets.US_ASCII);

  private static final String EXPORT =
      " is a binary event log; export its Schannel events first: wevtutil qe FILE.evtx"
          + " /lf:true /q:\"*[System[Provider[@Name='Schannel']]]\" /f:xml > events.xml";

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "texts, logs, exported events, captures")
  List<Path> files = new ArrayList<>();

  @Option(
      names = "--app",
      paramLabel = "DIR",
      description = "the program that fails: what it offers counts too")
  Optional<Path> app = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "HOST[:PORT]",
      description = "where it connects: what is documented of that service counts too")
  Optional<String> to = Optional.empty();

  @Mixin ResultOptions result = new ResultOptions();

  @Override
  public Integer call() {
    String format = result.format(List.of("text", "json"));
    Optional<Endpoint> endpoint = to.map(Words::endpoint);
    List<Sighting> signs = new ArrayList<>(read());
    endpoint.ifPresent(e -> signs.addAll(ServiceSigns.of(e.host(), e.port())));
    boolean incomplete = app.isPresent() && check(app.get(), endpoint, signs);
    result.write(render(Diagnose.of(signs), format), spec);
    return incomplete ? ExitCodes.INCOMPLETE : ExitCodes.CLEAN;
  }

  private String render(Diagnosis diagnosis, String format) {
    return format.equals("json")
        ? DiagnosisJson.render(diagnosis)
        : DiagnosisText.render(diagnosis, Pages.own(), result.style());
  }

  private List<Sighting> read() {
    if (files.isEmpty()) {
      return signs("", System.in);
    }
    List<Sighting> signs = new ArrayList<>();
    for (Path file : files) {
      Words.existing(file, "name a text, a log or exported events");
      try (InputStream in = Files.newInputStream(file)) {
        signs.addAll(signs(file.toString(), in));
      } catch (IOException e) {
        throw new WrongUse("cannot read " + file + ": " + e + "; name a file that can be read");
      }
    }
    return signs;
  }

  private static List<Sighting> signs(String name, InputStream file) {
    String shown = name.isEmpty() ? "the standard input" : name;
    try {
      PushbackInputStream in = new PushbackInputStream(file, EVTX.length);
      byte[] start = in.readNBytes(EVTX.length);
      if (Arrays.equals(start, EVTX)) {
        throw new WrongUse(shown + EXPORT);
      }
      in.unread(start);
      return CaptureSigns.starts(start) ? CaptureSigns.of(shown, in) : Why.signs(name, in);
    } catch (IOException e) {
      throw new WrongUse("cannot read " + shown + ": " + e + "; name a file that can be read");
    }
  }

  // Whether something of the program could not be read.
  private static boolean check(Path path, Optional<Endpoint> to, List<Sighting> signs) {
    Words.existing(path, "name the folder or file of the program");
    RegistryExports none = RegistryExports.read(List.of());
    CheckRequest request =
        new CheckRequest(
            to.stream().toList(),
            List.of(),
            Optional.empty(),
            none.state(),
            Optional.empty(),
            Optional.empty());
    var report = Check.run(path, request, none);
    signs.addAll(AppSigns.of(report));
    return !report.coverage().notExamined().isEmpty();
  }
}
