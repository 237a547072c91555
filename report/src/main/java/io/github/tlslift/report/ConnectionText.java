package io.github.tlslift.report;

import io.github.tlslift.model.Cause;
import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.Verdict;
import io.github.tlslift.model.WindowsOutcome;
import io.github.tlslift.model.WindowsOutcome.Alternative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The block of one story: headline, facts, reasons, cures, next step. */
final class ConnectionText {
  private final Page page;
  private final Rows rows;
  private final List<String> assumed;
  private final String fix;

  ConnectionText(Page page, List<String> assumed, String fix) {
    this.page = page;
    this.rows = new Rows(page);
    this.assumed = assumed;
    this.fix = fix;
  }

  /** Writes the block. */
  void write(Story story) {
    page.gap();
    headline(story.first());
    new SameStory(page).write(story);
    page.gap();
    facts(story);
    if (!story.isClean()) {
      page.gap();
      new WhyText(page).write(story.first().headline().offer().trail());
      page.gap();
      new CureText(page, fix).write(story.first());
    }
  }

  private void headline(Connection c) {
    String title = SameStory.title(c);
    String full = ByWindows.full(c);
    boolean fits = title.length() + 2 + full.length() <= page.width();
    rows.headline(title, fits ? full : ByWindows.brief(c), paint(c));
    if (!fits && !full.equals(ByWindows.brief(c))) {
      page.gap();
      rows.labelled("windows", full, Paint.PLAIN);
    }
  }

  private static Paint paint(Connection c) {
    Verdict verdict = c.headline().verdict();
    return verdict.fails() ? Paint.BAD : verdict.connects() ? Paint.GOOD : Paint.DOUBTFUL;
  }

  private void facts(Story story) {
    Connection c = story.first();
    calls(c);
    offers(c);
    rows.noted("accepts", c.policy().accepts(), source(c.policy()));
    if (!story.isClean()) {
      verdict(c);
    }
    String older = ByWindows.older(c);
    if (!older.isEmpty() && !ByWindows.full(c).endsWith("every Windows version")) {
      rows.labelled("older", older, Paint.DIM);
    }
    c.process().notes().forEach(n -> rows.labelled("note", n, Paint.PLAIN));
    c.headline().verdict().notes().forEach(n -> rows.labelled("note", n, Paint.PLAIN));
  }

  private void offers(Connection c) {
    Map<String, List<WindowsOutcome>> groups = new LinkedHashMap<>();
    groups.put(c.headline().offer().display(), new ArrayList<>());
    List<WindowsOutcome> deciding = c.deciding().isEmpty() ? c.outcomes() : c.deciding();
    deciding.forEach(
        o -> groups.computeIfAbsent(o.offer().display(), k -> new ArrayList<>()).add(o));
    String label = "offers";
    for (Map.Entry<String, List<WindowsOutcome>> group : groups.entrySet()) {
      String where = groups.size() == 1 ? "" : "on " + ByWindows.names(group.getValue());
      rows.noted(label, group.getKey(), where);
      label = "";
    }
  }

  private void calls(Connection c) {
    String at = c.apiAt().map(Location::toString).orElse("assumed: no call that connects was seen");
    rows.noted("calls", c.api().id(), at);
  }

  private static String source(ServerPolicy policy) {
    return switch (policy.basis()) {
      case PROBED -> policy.name() + ", probed " + policy.evidenceDate();
      case DOCUMENTED -> policy.name() + ", documented " + policy.evidenceDate();
      case GIVEN -> policy.name() + ", as given";
      case ASSUMED -> "assumed: " + policy.name();
    };
  }

  private void verdict(Connection c) {
    Verdict v = c.headline().verdict();
    if (!assumed.isEmpty()) {
      rows.labelled("assumed", String.join(", ", assumed), Paint.PLAIN);
    }
    c.unless().forEach(u -> rows.labelled("unless", u, Paint.PLAIN));
    rows.labelled(
        "cause", v.cause().map(Cause::id).orElse("unknown") + says(c.headline()), Paint.PLAIN);
    alternatives(c.headline(), true);
    alternatives(c.headline(), false);
    if (!v.error().isEmpty()) {
      rows.labelled("error", '"' + v.error() + '"', Paint.PLAIN);
    }
    if (v.confidence() != Confidence.HIGH) {
      rows.labelled("sureness", v.confidence().id() + weakest(c), Paint.PLAIN);
    }
  }

  // The rows below say it case by case.
  private static String says(WindowsOutcome outcome) {
    boolean byCase = outcome.alternatives().stream().anyMatch(a -> !a.when().isEmpty());
    String says = outcome.verdict().says();
    return byCase && says.startsWith("depends: ") ? "" : ": " + says;
  }

  private void alternatives(WindowsOutcome outcome, boolean failing) {
    String cases =
        outcome.alternatives().stream()
            .filter(a -> !a.when().isEmpty() && a.verdict().fails() == failing)
            .map(Alternative::when)
            .distinct()
            .collect(Collectors.joining("; "));
    if (!cases.isEmpty()) {
      rows.labelled(failing ? "fails if" : "else if", cases, Paint.PLAIN);
    }
  }

  private static String weakest(Connection c) {
    String rules =
        c.headline().offer().trail().stream()
            .filter(s -> s.confidence() != Confidence.HIGH)
            .map(s -> s.rule())
            .distinct()
            .collect(Collectors.joining(", "));
    String server =
        c.policy().confidence() == Confidence.HIGH ? "" : "what the server accepts is not certain";
    String both = rules + (rules.isEmpty() || server.isEmpty() ? "" : "; ") + server;
    return both.isEmpty() ? "" : " (" + both + ")";
  }
}
