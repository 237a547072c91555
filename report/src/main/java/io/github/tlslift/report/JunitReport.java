package io.github.tlslift.report;

import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A report as the XML of JUnit, which build servers show: a case for each finding, one for each
 * file that was not examined.
 */
public final class JunitReport {
  private final Comparison comparison;
  private final Optional<Severity> failOn;
  private final StringBuilder out = new StringBuilder();

  private JunitReport(Comparison comparison, Optional<Severity> failOn) {
    this.comparison = comparison;
    this.failOn = failOn;
  }

  /**
   * The document: the same report gives the same bytes.
   *
   * @param failOn from which severity on a finding that is new is a failure; empty for never
   */
  public static String render(Comparison comparison, Optional<Severity> failOn) {
    JunitReport report = new JunitReport(comparison, failOn);
    report.write(comparison.report());
    return report.out.toString();
  }

  private void write(CheckReport report) {
    List<Finding> findings = report.findings();
    List<Coverage.Gap> gaps = report.coverage().notExamined();
    long failures = findings.stream().filter(this::fails).count();
    String counts =
        " tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"0\""
            .formatted(
                findings.size() + gaps.size(), failures, gaps.size(), comparison.known().size());
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites").append(counts).append(">\n");
    out.append("  <testsuite name=\"").append(escaped("tlslift " + report.root())).append('"');
    out.append(counts).append(">\n");
    findings.forEach(this::finding);
    gaps.forEach(this::gap);
    out.append("  </testsuite>\n</testsuites>\n");
  }

  private boolean fails(Finding f) {
    return !f.passes()
        && !comparison.isKnown(f)
        && failOn.filter(s -> f.severity().compareTo(s) <= 0).isPresent();
  }

  // The name has no line, so that a history of it goes on when lines move.
  private void finding(Finding f) {
    String what = f.code().isEmpty() ? f.message() : f.code();
    begin(f.ruleId(), f.location().file() + ": " + what);
    String told = f.severity().id() + ": " + f.message();
    String where = f.location() + "\nprocesses: " + String.join(", ", f.processes());
    if (fails(f)) {
      element("failure", f.message(), f.severity().id(), told + "\n" + where);
    } else if (comparison.isKnown(f)) {
      out.append("      <skipped message=\"known from the baseline\"/>\n");
    } else if (!f.passes()) {
      out.append("      <system-out>").append(escaped(told + "\n" + where));
      out.append("</system-out>\n");
    }
    out.append("    </testcase>\n");
  }

  private void gap(Coverage.Gap gap) {
    begin("not-examined", gap.file());
    element("error", gap.reason(), "not-examined", "not examined: " + gap.reason());
    out.append("    </testcase>\n");
  }

  private void begin(String group, String name) {
    out.append("    <testcase classname=\"").append(escaped(group)).append("\" name=\"");
    out.append(escaped(name.replaceAll("\\s+", " "))).append("\" time=\"0\">\n");
  }

  private void element(String name, String message, String type, String text) {
    out.append("      <").append(name).append(" message=\"").append(escaped(message));
    out.append("\" type=\"").append(type).append("\">").append(escaped(text));
    out.append("</").append(name).append(">\n");
  }

  // XML 1.0, 2.2: most control characters have no form at all.
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isChar(c) ? c : 0xFFFD);
              }
            });
    return safe.toString();
  }

  private static boolean isChar(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
