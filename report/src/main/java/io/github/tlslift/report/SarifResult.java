package io.github.tlslift.report;

import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.PlaceVerdict;
import java.util.List;

/** One finding as a SARIF result (SARIF 2.1.0, 3.27). */
final class SarifResult {
  private final Json json;
  private final List<String> rules;
  private final Comparison comparison;
  private final SarifFixes fixes;

  SarifResult(Json json, List<String> rules, Comparison comparison, SarifFixes fixes) {
    this.json = json;
    this.rules = List.copyOf(rules);
    this.comparison = comparison;
    this.fixes = fixes;
  }

  /** The members of a result. */
  void write(Finding f) {
    json.text("ruleId", f.ruleId());
    json.number("ruleIndex", rules.indexOf(f.ruleId()));
    // 3.27.10: a kind other than fail has the level none.
    json.text("kind", f.passes() ? "pass" : "fail");
    json.text("level", f.passes() ? "none" : f.severity().id());
    json.object("message", j -> json.text("text", f.message()));
    json.objects("locations", List.of(f), this::location);
    json.object("partialFingerprints", j -> json.text("tlsliftPlace/v1", Fingerprints.of(f)));
    // 3.27.24: unchanged is what the baseline has too.
    json.text("baselineState", comparison.state(f).map(s -> s.equals("new") ? s : "unchanged"));
    fixes.write(f);
    json.object("properties", j -> properties(f));
  }

  /** The member that names a file, relative to the folder checked. */
  static void artifact(Json json, String file) {
    json.object(
        "artifactLocation",
        j -> {
          json.text("uri", FileUri.of(file));
          json.text("uriBaseId", "SRCROOT");
        });
  }

  private void location(Finding f) {
    json.object(
        "physicalLocation",
        j -> {
          artifact(json, f.location().file());
          if (f.location().line() > 0) {
            json.object("region", r -> region(f));
          }
        });
    // 3.33.3: what is in no line is in a method.
    if (!f.location().within().isEmpty()) {
      json.objects(
          "logicalLocations",
          List.of(f.location().within()),
          w -> json.text("fullyQualifiedName", w));
    }
  }

  private void region(Finding f) {
    Location at = f.location();
    json.number("startLine", at.line());
    if (at.column() > 0) {
      json.number("startColumn", at.column());
      // The text of a place is on one line only where it is as long as the place.
      if (f.code().length() == at.length() && at.length() > 0) {
        json.number("endColumn", at.column() + at.length());
      }
    }
    if (!f.code().isEmpty()) {
      json.object("snippet", j -> json.text("text", f.code()));
    }
  }

  private void properties(Finding f) {
    json.text("verdict", f.verdict().map(PlaceVerdict::id));
    json.texts("protocols", f.protocols());
    json.text("operation", f.operation().map(Operation::id));
    json.flag("conditional", f.conditional());
    json.texts("processes", f.processes());
  }
}
