package io.github.tlslift.cli;

import io.github.tlslift.check.Check;
import io.github.tlslift.check.CheckRequest;
import io.github.tlslift.check.RegistryExports;
import io.github.tlslift.fix.Fix;
import io.github.tlslift.fix.FixPlan;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Severity;
import io.github.tlslift.report.Comparison;
import io.github.tlslift.report.JsonReport;
import io.github.tlslift.report.JunitReport;
import io.github.tlslift.report.Pages;
import io.github.tlslift.report.SarifReport;
import io.github.tlslift.report.TextReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tlslift check}: why the programs in a folder cannot connect, and what to do. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Says what each process in PATH offers, what the server takes, and why it fails.",
    footer = {
      "",
      "Examples:",
      "  tlslift check src --to contoso.sharepoint.com",
      "  tlslift check . --to smtp.office365.com:587 --windows server-2016",
      "  tlslift check . --to api.partner.example --probe",
      "  tlslift check . --registry server.reg --format sarif --output tls.sarif",
      "  tlslift check . --baseline tls-baseline.txt",
      "",
      "Exit codes: 0 clean; 1 findings at or above --fail-on; 2 wrong use;",
      "3 something could not be read; 4 our own fault."
    })
final class CheckCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", description = "a folder, archive or file")
  Path path = Path.of(".");

  @Mixin CaseOptions cases = new CaseOptions();

  @Option(
      names = "--probe",
      description = "asks each --to what it accepts, instead of what is documented of it")
  boolean probe;

  @Mixin GateOptions gate = new GateOptions();

  @Mixin ResultOptions result = new ResultOptions();

  @Override
  public Integer call() {
    Optional<Severity> failOn = gate.severity();
    String format = result.format(List.of("text", "json", "sarif", "junit"));
    Path root = Words.existing(path, "name a folder or file that exists");
    RegistryExports given = cases.exports();
    CheckRequest request = cases.request(given);
    if (probe && request.endpoints().isEmpty()) {
      throw new WrongUse("--probe needs --to HOST[:PORT]: it asks only endpoints that are named");
    }
    Probed probed = probe ? Probed.of(request.endpoints()) : Probed.none();
    CheckRequest asked = request.with(probed.policies());
    Optional<FixPlan> plan =
        format.equals("sarif")
            ? Optional.of(Fix.plan(root, asked, given, Optional.empty()))
            : Optional.empty();
    CheckReport report =
        plan.map(FixPlan::before)
            .orElseGet(() -> Check.run(root, asked, given))
            .plus(probed.missing());
    Comparison comparison = gate.compare(report);
    result.write(render(comparison, plan, format, failOn), spec);
    return GateOptions.exitCode(comparison, failOn);
  }

  private String render(
      Comparison comparison, Optional<FixPlan> plan, String format, Optional<Severity> failOn) {
    return switch (format) {
      case "json" -> JsonReport.render(comparison);
      case "sarif" -> SarifReport.render(comparison, Pages.own(), plan);
      case "junit" -> JunitReport.render(comparison, failOn);
      default ->
          TextReport.render(
              comparison,
              result.style(),
              "tlslift fix " + Words.quoted(path.toString()) + cases.repeated());
    };
  }
}
