package io.github.tlslift.report;

import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Coverage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report for people: the worst connection first, what was read and a summary last. */
public final class TextReport {
  private static final int MOST_GAPS = 20;

  private final Page page;
  private final String fix;

  private TextReport(TextStyle style, String fix) {
    this.page = new Page(style);
    this.fix = fix;
  }

  /**
   * The text, each line ended by a line feed.
   *
   * @param fix the command that mends what was checked
   */
  public static String render(CheckReport report, TextStyle style, String fix) {
    return render(Comparison.of(report), style, fix);
  }

  /** The text of a report beside an earlier one: of the findings, those that are new. */
  public static String render(Comparison comparison, TextStyle style, String fix) {
    TextReport text = new TextReport(style, fix);
    text.write(comparison.fresh());
    text.compared(comparison);
    return text.page.toString();
  }

  private void compared(Comparison comparison) {
    if (comparison.given()) {
      String gone =
          comparison.gone() == 0 ? "" : ", and has " + comparison.gone() + " no more there";
      String known = "the baseline knows " + counted(comparison.known().size(), "other finding");
      page.row(Cell.wrapped(0, page.width(), known + gone, Paint.PLAIN));
    }
  }

  private void write(CheckReport report) {
    ConnectionText connections = new ConnectionText(page, report.assumed(), fix);
    Story.of(report.connections()).forEach(connections::write);
    new FindingText(page).write(report);
    page.gap();
    coverage(report.coverage());
    summary(report);
  }

  private void coverage(Coverage coverage) {
    List<Coverage.Gap> gaps = coverage.notExamined();
    if (!gaps.isEmpty()) {
      page.row(Cell.of(0, "Not examined", Paint.BOLD));
      page.gap();
      gaps.stream().limit(MOST_GAPS).forEach(this::gap);
      if (gaps.size() > MOST_GAPS) {
        String more = "and " + (gaps.size() - MOST_GAPS) + " more; --format json lists all";
        page.row(Cell.of(Rows.INDENT, more, Paint.PLAIN));
      }
      page.gap();
    }
    String missing = gaps.isEmpty() ? "" : ", " + gaps.size() + " not examined";
    String read = counted(coverage.filesRead(), "file") + " read" + missing;
    page.row(Cell.of(0, read, Paint.PLAIN));
  }

  private void gap(Coverage.Gap gap) {
    page.row(
        Cell.wrapped(
            Rows.INDENT,
            page.width() - Rows.INDENT,
            gap.file() + ": " + gap.reason(),
            Paint.DOUBTFUL));
  }

  private void summary(CheckReport report) {
    Tally t = Tally.of(report);
    String connections =
        report.connections().isEmpty()
            ? "no connection found"
            : "of " + counted(report.connections().size(), "connection") + " " + outcomes(t);
    String findings =
        t.atLeast(io.github.tlslift.model.Severity.NOTE) == 0
            ? "no findings"
            : Stream.of(
                    counted(t.errors(), "error"),
                    counted(t.warnings(), "warning"),
                    counted(t.notes(), "note"))
                .filter(s -> !s.startsWith("0 "))
                .collect(Collectors.joining(", "));
    String incomplete =
        t.incomplete()
            ? "; incomplete: " + counted(report.coverage().notExamined().size(), "gap")
            : "";
    page.row(Cell.wrapped(0, page.width(), connections + "; " + findings + incomplete, Paint.BOLD));
  }

  private static String outcomes(Tally t) {
    return Stream.of(
            counted(t.failing(), "fail", "fails"),
            counted(t.depending(), "depend", "depends"),
            counted(t.connecting(), "connect", "connects"))
        .filter(s -> !s.startsWith("0 "))
        .collect(Collectors.joining(", "));
  }

  private static String counted(int count, String noun) {
    return counted(count, noun + "s", noun);
  }

  private static String counted(int count, String many, String one) {
    return count + " " + (count == 1 ? one : many);
  }
}
