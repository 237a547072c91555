package io.github.tlslift.report;

import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.PlaceVerdict;

/** A report for programs, as {@code docs/json.md} and {@code docs/check.schema.json} say. */
public final class JsonReport {
  /** Raised when a member changes its meaning or goes away. */
  public static final int FORMAT = 1;

  private final Json json;
  private final Comparison comparison;

  private JsonReport(Json json, Comparison comparison) {
    this.json = json;
    this.comparison = comparison;
  }

  /** The document: the same report gives the same bytes. */
  public static String render(CheckReport report) {
    return render(Comparison.of(report));
  }

  /** The document of a report beside an earlier one: the summary counts what is new. */
  public static String render(Comparison comparison) {
    return Json.document(json -> new JsonReport(json, comparison).report(comparison.report()));
  }

  private void report(CheckReport report) {
    json.number("format", FORMAT);
    json.object("tool", j -> tool());
    json.text("root", report.root());
    json.flag("incomplete", !report.coverage().isComplete());
    json.object("summary", j -> summary(Tally.of(comparison.fresh())));
    json.texts("assumed", report.assumed());
    ConnectionJson connections = new ConnectionJson(json);
    json.objects("connections", report.connections(), connections::connection);
    json.objects("findings", report.findings(), this::finding);
    json.object("coverage", j -> coverage(report.coverage()));
  }

  private void tool() {
    json.text("name", Tool.NAME);
    json.text("version", Tool.version());
  }

  private void summary(Tally t) {
    json.number("fails", t.failing());
    json.number("depends", t.depending());
    json.number("connects", t.connecting());
    json.number("errors", t.errors());
    json.number("warnings", t.warnings());
    json.number("notes", t.notes());
    json.number("passes", t.passes());
  }

  private void finding(Finding f) {
    json.text("ruleId", f.ruleId());
    json.text("severity", f.severity().id());
    json.flag("passes", f.passes());
    json.text("message", f.message());
    json.object("at", j -> new OfferJson(json).place(f.location()));
    json.text("verdict", f.verdict().map(PlaceVerdict::id));
    json.texts("protocols", f.protocols());
    json.text("operation", f.operation().map(Operation::id));
    json.flag("conditional", f.conditional());
    json.textIfAny("code", f.code());
    json.texts("processes", f.processes());
    json.text("fingerprint", Fingerprints.of(f));
    json.text("baseline", comparison.state(f));
  }

  private void coverage(Coverage coverage) {
    json.number("filesSeen", coverage.filesSeen());
    json.number("filesRead", coverage.filesRead());
    json.objects(
        "notExamined",
        coverage.notExamined(),
        gap -> {
          json.text("file", gap.file());
          json.text("reason", gap.reason());
        });
  }
}
