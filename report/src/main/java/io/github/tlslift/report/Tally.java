package io.github.tlslift.report;

import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Severity;

/**
 * The numbers of a report; what the exit code is made of.
 *
 * @param failing connections that fail on some deciding Windows
 * @param depending connections that depend on what is not known, and do not fail
 * @param connecting all others
 * @param errors findings of that severity that do not pass
 * @param passes places with nothing wrong
 * @param incomplete whether something could not be examined
 */
public record Tally(
    int failing,
    int depending,
    int connecting,
    int errors,
    int warnings,
    int notes,
    int passes,
    boolean incomplete) {

  /** The numbers of a report. */
  public static Tally of(CheckReport report) {
    int failing = (int) report.connections().stream().filter(Connection::fails).count();
    int depending =
        (int) report.connections().stream().filter(c -> !c.fails() && !isClean(c)).count();
    return new Tally(
        failing,
        depending,
        report.connections().size() - failing - depending,
        count(report, Severity.ERROR),
        count(report, Severity.WARNING),
        count(report, Severity.NOTE),
        (int) report.findings().stream().filter(f -> f.passes()).count(),
        !report.coverage().isComplete());
  }

  /** How many findings are of that severity or worse. */
  public int atLeast(Severity severity) {
    return switch (severity) {
      case ERROR -> errors;
      case WARNING -> errors + warnings;
      case NOTE -> errors + warnings + notes;
    };
  }

  private static boolean isClean(Connection c) {
    return c.deciding().stream().allMatch(o -> o.verdict().connects());
  }

  private static int count(CheckReport report, Severity severity) {
    return (int)
        report.findings().stream().filter(f -> !f.passes() && f.severity() == severity).count();
  }
}
