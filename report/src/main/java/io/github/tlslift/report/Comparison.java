package io.github.tlslift.report;

import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Finding;
import java.util.List;

/**
 * A report beside what an earlier check found.
 *
 * @param given whether there was an earlier one
 * @param known findings that it had too
 * @param gone how many of its findings are no longer there
 */
public record Comparison(CheckReport report, boolean given, List<Finding> known, int gone) {
  /** Copies the list. */
  public Comparison {
    known = List.copyOf(known);
  }

  /** A report by itself. */
  public static Comparison of(CheckReport report) {
    return new Comparison(report, false, List.of(), 0);
  }

  /** The report with the findings that are new: those that set the exit code. */
  public CheckReport fresh() {
    List<Finding> fresh = report.findings().stream().filter(f -> !isKnown(f)).toList();
    return new CheckReport(
        report.root(), report.connections(), fresh, report.coverage(), report.assumed());
  }

  boolean isKnown(Finding f) {
    return known.stream().anyMatch(k -> k == f);
  }

  /** {@code new} or {@code known}; empty where there is nothing to compare with. */
  java.util.Optional<String> state(Finding f) {
    return given && !f.passes()
        ? java.util.Optional.of(isKnown(f) ? "known" : "new")
        : java.util.Optional.empty();
  }
}
