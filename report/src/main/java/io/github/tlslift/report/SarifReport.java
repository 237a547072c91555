package io.github.tlslift.report;

import io.github.tlslift.fix.FixPlan;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Finding;
import java.util.List;
import java.util.Optional;

/** A report as SARIF 2.1.0: one result for each place that decides, those that pass included. */
public final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final Json json;
  private final Pages pages;

  private SarifReport(Json json, Pages pages) {
    this.json = json;
    this.pages = pages;
  }

  /** The log: the same report gives the same bytes. */
  public static String render(CheckReport report, Pages pages) {
    return render(Comparison.of(report), pages, Optional.empty());
  }

  /**
   * The log of a report beside an earlier one.
   *
   * @param plan the edits to propose as fixes
   */
  public static String render(Comparison comparison, Pages pages, Optional<FixPlan> plan) {
    return Json.document(json -> new SarifReport(json, pages).log(comparison, plan));
  }

  private void log(Comparison comparison, Optional<FixPlan> plan) {
    json.text("$schema", SCHEMA);
    json.text("version", "2.1.0");
    json.objects("runs", List.of(comparison), c -> run(c, plan));
  }

  private void run(Comparison comparison, Optional<FixPlan> plan) {
    CheckReport report = comparison.report();
    List<String> rules =
        report.findings().stream().map(Finding::ruleId).distinct().sorted().toList();
    json.object("tool", j -> json.object("driver", d -> driver(rules)));
    json.objects("invocations", List.of(report.coverage()), this::invocation);
    json.object("originalUriBaseIds", j -> json.object("SRCROOT", r -> root()));
    json.text("columnKind", "utf16CodeUnits");
    SarifResult results = new SarifResult(json, rules, comparison, new SarifFixes(json, plan));
    json.objects("results", report.findings(), results::write);
    json.object("properties", j -> properties(report));
  }

  private void driver(List<String> rules) {
    json.text("name", Tool.NAME);
    json.text("version", Tool.version());
    json.text("semanticVersion", Tool.version());
    json.objects("rules", rules, this::rule);
  }

  private void rule(String id) {
    String page = pages.find(id).map(Pages.Page::text).orElse("");
    String summary = pages.find(id).map(Pages.Page::summary).orElse(id.replace('-', ' '));
    json.text("id", id);
    json.object("shortDescription", j -> json.text("text", summary));
    if (!page.isEmpty()) {
      json.object(
          "help",
          j -> {
            json.text("text", page);
            json.text("markdown", page);
          });
    }
    json.object("properties", j -> json.text("page", "docs/rules/" + id + ".md"));
  }

  private void invocation(Coverage coverage) {
    json.flag("executionSuccessful", coverage.isComplete());
    json.objects("toolExecutionNotifications", coverage.notExamined(), this::notification);
  }

  private void notification(Coverage.Gap gap) {
    json.text("level", "error");
    json.object("message", j -> json.text("text", "not examined: " + gap.reason()));
    json.object("descriptor", j -> json.text("id", "not-examined"));
    json.objects(
        "locations",
        List.of(gap),
        g -> json.object("physicalLocation", p -> SarifResult.artifact(json, g.file())));
  }

  private void root() {
    json.object("description", j -> json.text("text", "the folder that was checked"));
  }

  private void properties(CheckReport report) {
    Tally t = Tally.of(report);
    json.number("connectionsFailing", t.failing());
    json.number("connectionsDepending", t.depending());
    json.number("connectionsConnecting", t.connecting());
    json.texts("assumed", report.assumed());
    json.flag("incomplete", t.incomplete());
  }
}
