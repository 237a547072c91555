package io.github.tlslift.report;

import io.github.tlslift.edit.Change;
import io.github.tlslift.edit.UnifiedDiff;
import io.github.tlslift.fix.FixPlan;
import io.github.tlslift.fix.Refusal;
import io.github.tlslift.fix.Step;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import io.github.tlslift.rollout.Artifact;
import io.github.tlslift.rollout.Rollout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A fix for people: what turns, by which edits, and what to do about the rest. */
public final class FixText {
  private final FixPlan plan;
  private final List<Rollout.Handed> handed;
  private final Told told;
  private final Page page;
  private final Rows rows;

  private FixText(FixPlan plan, List<Rollout.Handed> handed, Told told, TextStyle style) {
    this.plan = plan;
    this.handed = handed;
    this.told = told;
    this.page = new Page(style);
    this.rows = new Rows(page);
  }

  /**
   * What was done with the plan.
   *
   * @param written whether the edits are on the disk
   * @param out where files for administrators were written
   * @param path what was given to the command
   * @param command the command without a cure
   * @param again the command as it was given
   */
  public record Told(
      boolean written, Optional<String> out, String path, String command, String again) {}

  /** The text, each line ended by a line feed. */
  public static String render(
      FixPlan plan, List<Rollout.Handed> handed, Told told, TextStyle style) {
    FixText text = new FixText(plan, handed, told, style);
    text.write();
    return text.page.toString();
  }

  private void write() {
    turned();
    plan.changes().forEach(this::diff);
    refusals();
    remaining();
    page.gap();
    summary();
  }

  private void turned() {
    Map<String, List<Step>> bySubject = new java.util.LinkedHashMap<>();
    for (Step step : plan.steps()) {
      String subject = SameStory.title(step.connection());
      bySubject.computeIfAbsent(subject, k -> new ArrayList<>()).add(step);
    }
    bySubject.forEach(this::subject);
  }

  private void subject(String subject, List<Step> steps) {
    page.gap();
    Connection before = steps.get(0).connection();
    rows.headline(subject, after(before), isTurned(before) ? Paint.GOOD : Paint.DOUBTFUL);
    page.gap();
    rows.labelled("before", ByWindows.full(before), Paint.PLAIN);
    Map<String, Step> distinct = new TreeMap<>();
    steps.forEach(s -> distinct.putIfAbsent(s.cure().id() + s.cure().title(), s));
    distinct.values().forEach(this::step);
  }

  private String after(Connection before) {
    String state = isTurned(before) ? "connects" : "still fails on some Windows versions";
    return told.written() ? "now " + state : isTurned(before) ? "would connect" : state;
  }

  private boolean isTurned(Connection before) {
    return plan.remaining().stream()
        .noneMatch(c -> SameStory.title(c).equals(SameStory.title(before)));
  }

  private void step(Step step) {
    Cure cure = step.cure();
    rows.noted("cure", cure.title(), cure.applicability().name() + "  " + cure.id());
    if (!cure.needs().isEmpty()) {
      rows.labelled("needs", cure.needs(), Paint.PLAIN);
    }
    cure.alsoChanges().forEach(c -> rows.labelled("changes", "also " + c, Paint.PLAIN));
    rows.labelled("then", "restart " + cure.restart(), Paint.PLAIN);
    rows.labelled(
        step.files().size() == 1 ? "file" : "files", String.join(", ", step.files()), Paint.PLAIN);
  }

  // Lines of files are as long as they are.
  private void diff(Change change) {
    page.gap();
    for (String line : UnifiedDiff.lines(change)) {
      page.row(Cell.of(0, line, paint(line)));
    }
  }

  private static Paint paint(String line) {
    boolean head = line.startsWith("+++") || line.startsWith("---") || line.startsWith("diff ");
    if (head) {
      return Paint.BOLD;
    }
    return line.startsWith("+") ? Paint.GOOD : line.startsWith("-") ? Paint.BAD : Paint.PLAIN;
  }

  private void refusals() {
    if (plan.refusals().isEmpty()) {
      return;
    }
    page.gap();
    page.row(Cell.of(0, "Not edited", Paint.BOLD));
    page.gap();
    for (Refusal r : plan.refusals()) {
      page.row(
          Cell.wrapped(
              Rows.INDENT,
              page.width() - Rows.INDENT,
              r.process() + ", " + r.cure() + ": " + r.reason(),
              Paint.DOUBTFUL));
    }
  }

  private void remaining() {
    if (handed.isEmpty()) {
      return;
    }
    page.gap();
    page.row(Cell.of(0, "For whoever administers the machine", Paint.BOLD));
    for (Rollout.Handed h : handed) {
      page.gap();
      rows.headline(
          SameStory.title(h.connection()), ByWindows.brief(h.connection()), Paint.DOUBTFUL);
      rows.noted("cure", h.cure().title(), h.cure().applicability().name() + "  " + h.cure().id());
      if (!h.cure().needs().isEmpty()) {
        rows.labelled("needs", h.cure().needs(), Paint.PLAIN);
      }
      h.cure().alsoChanges().forEach(c -> rows.labelled("changes", "also " + c, Paint.PLAIN));
      rows.labelled("then", "restart " + h.cure().restart(), Paint.PLAIN);
      h.files().forEach(this::artifact);
      if (told.out().isEmpty() && !h.files().isEmpty()) {
        rows.labelled(
            "next", told.command() + " --cure " + h.cure().id() + " --out mended", Paint.PLAIN);
      }
    }
  }

  private void artifact(Artifact artifact) {
    String where = told.out().map(d -> d + "/" + artifact.name()).orElse(artifact.name());
    rows.noted(told.out().isPresent() ? "wrote" : "file", where, artifact.what());
  }

  private void summary() {
    int files = plan.changes().size();
    String changed = files == 1 ? "1 file" : files + " files";
    if (files == 0) {
      page.row(Cell.of(0, nothing(), Paint.BOLD));
    } else if (told.written()) {
      page.row(Cell.wrapped(0, page.width(), changed + " written; " + left(), Paint.BOLD));
      page.row(Cell.of(0, "undo with: tlslift undo " + told.path(), Paint.PLAIN));
    } else {
      page.row(
          Cell.wrapped(
              0,
              page.width(),
              changed + " would change; " + left() + "; nothing was written",
              Paint.BOLD));
      page.row(Cell.of(0, "write with: " + told.again() + " --apply", Paint.PLAIN));
    }
  }

  private String nothing() {
    boolean fails = plan.before().connections().stream().anyMatch(c -> c.fails() || c.depends());
    if (!fails) {
      return "everything connects; there is nothing to fix";
    }
    return handed.isEmpty()
        ? "no edit of these files mends what fails; nothing was written"
        : "nothing of that is an edit of these files; they are as they were";
  }

  private String left() {
    int left = plan.remaining().size();
    return left == 0
        ? "everything connects then"
        : left + " of " + plan.after().connections().size() + " connections still fail or depend";
  }
}
