package io.github.tlslift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The reports that the lab made of real sources; {@code -Dlab.reports=FOLDER}. */
@Tag("lab")
final class LabReportsTest {
  private static List<Path> reports(String format) throws IOException {
    String folder = System.getProperty("lab.reports", "");
    assumeTrue(!folder.isEmpty(), "no -Dlab.reports");
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(f -> f.toString().endsWith("." + format)).sorted().toList();
    }
  }

  @Test
  void reportsPassTheirSchemas() throws IOException {
    for (String format : List.of("json", "sarif")) {
      assertThat(reports(format)).isNotEmpty();
      for (Path report : reports(format)) {
        assertThat(Schemas.complaints(format, Files.readString(report)))
            .as(report.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void everyGapHasItsReasonAndNoneIsOurFault() throws IOException {
    for (Path report : reports("json")) {
      String text = Files.readString(report);
      String gaps = text.substring(text.lastIndexOf("\"notExamined\""));
      assertThat(gaps).doesNotContain("\"reason\" : \"\"").doesNotContain("our own fault");
      assertThat(count(gaps, "\"file\" : ")).isEqualTo(count(gaps, "\"reason\" : "));
    }
  }

  private static int count(String text, String what) {
    return (text.length() - text.replace(what, "").length()) / what.length();
  }
}
