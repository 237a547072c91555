package io.github.tlslift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.check.CheckRequest.Endpoint;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Process;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The report for people. */
final class TextReportTest {

  private static String render(CheckReport report, TextStyle style) {
    return TextReport.render(report, style, "tlslift fix src");
  }

  @Test
  void isAsTheGoldenSays() {
    for (int width : new int[] {80, 100, 120}) {
      Golden.compare("mixed-" + width + ".txt", render(Samples.mixed(), TextStyle.plain(width)));
    }
  }

  @Test
  void neverEndsALineInASpace() {
    assertThat(render(Samples.mixed(), TextStyle.plain(80)).lines())
        .noneMatch(l -> l.endsWith(" "));
  }

  @Test
  void staysWithinItsWidth() {
    assertThat(render(Samples.mixed(), TextStyle.plain(80)).lines())
        .allMatch(l -> l.length() <= 80);
  }

  @Test
  void tellsTheSameStoryOnce() {
    List<Process> estate =
        IntStream.range(0, 40)
            .mapToObj(i -> Samples.exe("App" + i + ".exe", "4.5.2", List.of()))
            .toList();
    String text =
        render(
            Samples.check(estate, Coverage.NONE, new Endpoint("contoso.sharepoint.com", 443)),
            TextStyle.plain(100));
    assertThat(text).containsOnlyOnce("cures a").contains("App39.exe → contoso.sharepoint.com");
    assertThat(text.lines().count()).isLessThan(90);
  }

  @Test
  void namesTheVersionsWhereOutcomesDiffer() {
    Process modern = Samples.exe("M.exe", "4.8", List.of(Samples.pin("M.cs", 1, 12288)));
    assertThat(render(Samples.check(List.of(modern), Coverage.NONE), TextStyle.plain(100)))
        .contains("FAILS on 3 of 6 Windows versions")
        .contains("FAILS on Windows 10 22H2, Server 2016, Server 2019; connects on Server 2022");
  }

  @Test
  void fileNamesDoNotSteerTheTerminal() {
    String name = "a\u001b]0;owned\u0007\u202egpj\nb.cs";
    Process process = Samples.exe("E\u001b[2J.exe", "4.8", List.of(Samples.pin(name, 1, 240)));
    String text =
        render(
            Samples.check(
                List.of(process),
                new Coverage(1, 0, List.of(new Coverage.Gap(name, "bad\u009b31m")))),
            TextStyle.plain(80));
    assertThat(text)
        .doesNotContain("\u001b", "\u0007", "\u202e", "\u009b")
        .contains("\\u001b[2J.exe");
  }

  @Test
  void coloursOnlyWhereAsked() {
    assertThat(render(Samples.mixed(), TextStyle.plain(80))).doesNotContain("\u001b");
    assertThat(render(Samples.mixed(), new TextStyle(80, true))).contains("\u001b[1;31mFAILS");
  }

  @Test
  void anEmptyReportSaysSo() {
    assertThat(render(Samples.check(List.of(), Coverage.NONE), TextStyle.plain(80)))
        .isEqualTo("0 files read\nno connection found; no findings\n");
  }
}
