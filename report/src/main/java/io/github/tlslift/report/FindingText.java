package io.github.tlslift.report;

import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Severity;
import io.github.tlslift.model.TrailStep;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The findings that no block above has told already. */
final class FindingText {
  private static final String OF_CONNECTION = "refused-connection";

  private final Page page;

  FindingText(Page page) {
    this.page = page;
  }

  /** Writes them, worst first; nothing where there are none. */
  void write(CheckReport report) {
    Set<Location> told = told(report);
    List<Finding> untold =
        report.findings().stream()
            .filter(f -> !f.passes() && !f.ruleId().equals(OF_CONNECTION))
            .filter(f -> f.severity() != Severity.ERROR || !told.contains(f.location()))
            .sorted(java.util.Comparator.comparing(Finding::severity))
            .toList();
    if (!untold.isEmpty()) {
      page.gap();
      page.row(Cell.of(0, "Also found", Paint.BOLD));
      page.gap();
      untold.forEach(this::write);
    }
  }

  private static Set<Location> told(CheckReport report) {
    return report.connections().stream()
        .filter(Connection::fails)
        .flatMap(c -> c.headline().offer().trail().stream())
        .map(TrailStep::at)
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  private void write(Finding f) {
    String at = Safe.text(f.location().toString());
    int right = page.width() - at.length();
    boolean beside = right >= Rows.BODY + 30;
    page.row(
        Cell.of(Rows.INDENT, f.severity().id(), paint(f.severity())),
        Cell.wrapped(
            Rows.BODY, (beside ? right - 2 : page.width()) - Rows.BODY, text(f), Paint.PLAIN),
        Cell.of(right, beside ? at : "", Paint.DIM));
    if (!beside) {
      page.row(Cell.of(Math.max(Rows.BODY + 2, right), at, Paint.DIM));
    }
  }

  private static String text(Finding f) {
    String sometimes = f.conditional() ? ", sometimes" : "";
    return f.message() + sometimes + " [" + f.ruleId() + "]";
  }

  private static Paint paint(Severity severity) {
    return switch (severity) {
      case ERROR -> Paint.BAD;
      case WARNING -> Paint.DOUBTFUL;
      case NOTE -> Paint.DIM;
    };
  }
}
