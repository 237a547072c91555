package io.github.tlslift.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Cause;
import io.github.tlslift.why.signal.Sighting;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reports of {@code reports.csv}, whose causes were established. */
final class ReportsTest {

  private record Report(String id, String text, String context, Cause cause) {
    String all() {
      return context.isEmpty() ? text : context + "\n\n" + text;
    }
  }

  private record Answer(Report report, Diagnosis diagnosis) {
    boolean right() {
      return diagnosis.cause() == report.cause;
    }
  }

  private static final List<Report> REPORTS =
      CsvTable.load(
          ReportsTest.class,
          "/why/reports.csv",
          r ->
              new Report(
                  r.getField("id"),
                  r.getField("text"),
                  r.getField("context"),
                  Cause.parse(r.getField("cause")).orElseThrow()));

  @Test
  void holdsAllReports() {
    assertThat(REPORTS).hasSize(41);
  }

  @Test
  void namesTheCauseOfAtLeast38() {
    List<Answer> answers = REPORTS.stream().map(r -> new Answer(r, Why.ofText(r.all()))).toList();
    print("with context", answers);
    answers.stream().filter(a -> !a.right()).forEach(ReportsTest::printWrong);
    assertThat(answers.stream().filter(Answer::right)).hasSizeGreaterThanOrEqualTo(38);
    assertThat(macro(answers)).isGreaterThanOrEqualTo(0.85);
    assertThat(Math.abs(sureness(answers) - share(answers))).isLessThan(0.1);
  }

  @Test
  void findsMostWithoutTheContext() {
    List<Answer> answers = REPORTS.stream().map(r -> new Answer(r, Why.ofText(r.text()))).toList();
    print("text alone", answers);
    answers.stream().filter(a -> !a.right()).forEach(ReportsTest::printWrong);
    assertThat(share(answers)).isGreaterThan(0.75);
  }

  @Test
  void doesNotLiveByTheCommonestCauseOfTheseReports() {
    List<Answer> answers = REPORTS.stream().map(ReportsTest::leftOut).toList();
    print("base rates learnt from the other 40", answers);
    assertThat(share(answers)).isGreaterThan(0.85);
  }

  private static Answer leftOut(Report report) {
    Map<Cause, Double> rates = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      long others = REPORTS.stream().filter(r -> r != report && r.cause == cause).count();
      rates.put(cause, (others + 1.0) / (REPORTS.size() - 1 + Cause.values().length));
    }
    List<Sighting> signs = Why.signs(report.all());
    return new Answer(report, Diagnose.of(signs, rates));
  }

  private static double share(List<Answer> answers) {
    return (double) answers.stream().filter(Answer::right).count() / answers.size();
  }

  private static double sureness(List<Answer> answers) {
    return answers.stream().mapToDouble(a -> a.diagnosis().confidence()).average().orElse(0);
  }

  private static double macro(List<Answer> answers) {
    return answers.stream()
        .collect(
            Collectors.groupingBy(
                a -> a.report().cause(), Collectors.averagingDouble(a -> a.right() ? 1 : 0)))
        .values()
        .stream()
        .mapToDouble(d -> d)
        .average()
        .orElse(0);
  }

  private static void print(String how, List<Answer> answers) {
    System.out.printf(
        Locale.ROOT,
        "reports, %s: %d of %d right, macro %.3f, mean confidence %.3f%n",
        how,
        answers.stream().filter(Answer::right).count(),
        answers.size(),
        macro(answers),
        sureness(answers));
  }

  private static void printWrong(Answer a) {
    System.out.printf(
        Locale.ROOT,
        "  report %s: %s, not %s (%.2f); %s%n",
        a.report().id(),
        a.report().cause().id(),
        a.diagnosis().cause().id(),
        a.diagnosis().confidence(),
        a.diagnosis().evidence().stream().map(s -> s.signal().id()).toList());
  }
}
