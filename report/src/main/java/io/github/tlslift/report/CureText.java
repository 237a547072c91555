package io.github.tlslift.report;

import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cures, lettered, best first, each with what it takes and what else it changes. */
final class CureText {
  private static final int COLUMNS_FROM = 110;

  private final Page page;
  private final Rows rows;
  private final String fix;

  CureText(Page page, String fix) {
    this.page = page;
    this.rows = new Rows(page);
    this.fix = fix;
  }

  /** Writes the cures and the next step. */
  void write(Connection c) {
    int index = 0;
    for (Cure cure : c.cures()) {
      write(index == 0 ? "cures" : "", letter(index), cure, c);
      index++;
    }
    String label = "next";
    for (String step : next(c)) {
      rows.labelled(label, step, Paint.PLAIN);
      label = "";
    }
  }

  /** {@code a} to {@code z}, then {@code 27} and so on. */
  static String letter(int index) {
    return index < 26 ? String.valueOf((char) ('a' + index)) : String.valueOf(index + 1);
  }

  private void write(String label, String letter, Cure cure, Connection c) {
    String grade = cure.applicability().name();
    int gradeWidth =
        c.cures().stream().mapToInt(o -> o.applicability().name().length()).max().orElse(0);
    List<String> conditions = conditions(cure);
    if (page.width() < COLUMNS_FROM) {
      narrow(label, letter, cure.title(), grade, conditions);
    } else {
      wide(label, letter, cure.title(), grade, gradeWidth, conditions);
    }
  }

  private void narrow(
      String label, String letter, String title, String grade, List<String> conditions) {
    int right = page.width() - grade.length();
    page.row(
        Cell.of(Rows.INDENT, label, Paint.DIM),
        Cell.of(Rows.NUMBER, letter, Paint.BOLD),
        Cell.wrapped(Rows.BODY, right - 2 - Rows.BODY, title, Paint.PLAIN),
        Cell.of(right, grade, Paint.PLAIN));
    conditions.forEach(
        t -> page.row(Cell.wrapped(Rows.BODY + 2, page.width() - Rows.BODY - 2, t, Paint.DIM)));
  }

  private void wide(
      String label,
      String letter,
      String title,
      String grade,
      int gradeWidth,
      List<String> conditions) {
    int titleWidth = (page.width() - Rows.BODY - gradeWidth - 4) * 55 / 100;
    int gradeAt = Rows.BODY + titleWidth + 2;
    int conditionsAt = gradeAt + gradeWidth + 2;
    List<String> lines = new ArrayList<>();
    conditions.forEach(t -> lines.addAll(Wrap.lines(Safe.text(t), page.width() - conditionsAt)));
    page.row(
        Cell.of(Rows.INDENT, label, Paint.DIM),
        Cell.of(Rows.NUMBER, letter, Paint.BOLD),
        Cell.wrapped(Rows.BODY, titleWidth, title, Paint.PLAIN),
        Cell.of(gradeAt, grade, Paint.PLAIN),
        new Cell(conditionsAt, lines, Paint.DIM));
  }

  private static List<String> conditions(Cure cure) {
    List<String> all = new ArrayList<>();
    if (!cure.needs().isEmpty()) {
      all.add("needs " + cure.needs());
    }
    if (!cure.failsOn().isEmpty()) {
      all.add("works on " + names(cure.worksOn()) + "; not on " + names(cure.failsOn()));
    }
    cure.alsoChanges().forEach(c -> all.add("also changes " + c));
    if (!cure.restart().isEmpty()) {
      all.add("then restart " + cure.restart());
    }
    return all;
  }

  private static String names(List<String> windows) {
    return windows.stream().map(ByWindows::name).collect(Collectors.joining(", "));
  }

  private List<String> next(Connection c) {
    if (c.cures().isEmpty()) {
      return c.headline().verdict().cause().stream().map(w -> "tlslift explain " + w.id()).toList();
    }
    Cure best = c.cures().get(0);
    List<String> steps = new ArrayList<>();
    mending(best).ifPresent(steps::add);
    steps.add("tlslift explain " + page(best));
    return steps;
  }

  private Optional<String> mending(Cure cure) {
    return switch (cure.reach()) {
      case CONFIG, CODE, TARGET -> Optional.of(fix);
      case SHARED_CONFIG, REGISTRY -> Optional.of(fix + " --cure " + cure.id() + " --out mended");
      case RELAY -> Optional.empty();
    };
  }

  // A cure of two is explained by the pages of both; the first comes first.
  private static String page(Cure cure) {
    int plus = cure.id().indexOf('+');
    return plus < 0 ? cure.id() : cure.id().substring(0, plus);
  }
}
