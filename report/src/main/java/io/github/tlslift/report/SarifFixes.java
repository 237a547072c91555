package io.github.tlslift.report;

import io.github.tlslift.edit.Change;
import io.github.tlslift.edit.LineReplacement;
import io.github.tlslift.fix.FixPlan;
import io.github.tlslift.fix.Step;
import io.github.tlslift.model.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The edits of a plan as the fixes of a result (SARIF 2.1.0, 3.55): a finding gets those of its
 * processes, if it is gone once they are made.
 */
final class SarifFixes {
  private final Json json;
  private final Set<String> staying;
  private final List<Step> steps;
  private final Map<String, Change> changes = new HashMap<>();

  SarifFixes(Json json, Optional<FixPlan> plan) {
    this.json = json;
    this.steps = plan.map(FixPlan::steps).orElse(List.of());
    plan.ifPresent(p -> p.changes().forEach(c -> changes.put(c.path(), c)));
    this.staying =
        plan.stream()
            .flatMap(p -> p.after().findings().stream())
            .filter(f -> !f.passes())
            .map(Fingerprints::of)
            .collect(Collectors.toSet());
  }

  /** The member of a result, left out where it has no fix. */
  void write(Finding f) {
    boolean mended = !f.passes() && !staying.contains(Fingerprints.of(f));
    List<Step> own = mended ? distinct(f) : List.of();
    if (!own.isEmpty()) {
      json.objects("fixes", own, this::fix);
    }
  }

  private List<Step> distinct(Finding f) {
    List<Step> own = new ArrayList<>();
    for (Step s : steps) {
      boolean here = f.processes().contains(s.connection().process().name());
      if (here && own.stream().noneMatch(o -> isSame(o, s))) {
        own.add(s);
      }
    }
    return own;
  }

  private static boolean isSame(Step a, Step b) {
    return a.cure().id().equals(b.cure().id()) && a.files().equals(b.files());
  }

  private void fix(Step step) {
    json.object(
        "description", j -> json.text("text", step.cure().title() + " (" + step.cure().id() + ")"));
    List<Change> own = step.changes().stream().map(this::fromDisk).toList();
    json.objects("artifactChanges", own, this::change);
  }

  // What a later round edits, an earlier one may have edited before.
  private Change fromDisk(Change change) {
    Change whole = changes.getOrDefault(change.path(), change);
    boolean first =
        Arrays.equals(whole.before().orElse(new byte[0]), change.before().orElse(new byte[0]));
    return first ? change : whole;
  }

  private void change(Change change) {
    SarifResult.artifact(json, change.path());
    json.objects("replacements", LineReplacement.of(change), this::replacement);
  }

  // 3.30.8: endColumn is the one after the region.
  private void replacement(LineReplacement r) {
    json.object(
        "deletedRegion",
        j -> {
          json.number("startLine", r.startLine());
          json.number("startColumn", 1);
          json.number("endLine", r.endLine());
          json.number("endColumn", r.endColumn());
        });
    if (!r.text().isEmpty()) {
      json.object("insertedContent", j -> json.text("text", r.text()));
    }
  }
}
