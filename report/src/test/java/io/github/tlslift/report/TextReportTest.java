package io.github.tlslift.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The report for people. */
final class TextReportTest {

  @Test
  void isAsTheGoldenSays() {
    for (int width : new int[] {80, 100, 120}) {
      Golden.compare(
          "mixed-" + width + ".txt", TextReport.render(Samples.mixed(), TextStyle.plain(width)));
    }
  }

  @Test
  void neverEndsALineInASpace() {
    assertThat(TextReport.render(Samples.mixed(), TextStyle.plain(80)).lines())
        .noneMatch(l -> l.endsWith(" "));
  }
}
