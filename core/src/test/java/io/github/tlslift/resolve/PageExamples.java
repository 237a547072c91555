package io.github.tlslift.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The examples of a page under {@code docs}: columns of the case table as {@code name=value}, an
 * arrow, and what the resolver answers. An example goes on in lines that are indented.
 */
final class PageExamples {
  private static final Map<String, String> USUAL =
      Map.of("clr", "4", "host", "exe", "bitness", "64", "api", "HttpWebRequest");

  private PageExamples() {}

  /** Runs the resolver on every example of a page; there must be one. */
  static void hold(Path page) {
    List<String> examples = examples(page);
    assertThat(examples).as("examples of " + page).isNotEmpty();
    assertThat(examples).allSatisfy(PageExamples::holds);
  }

  private static void holds(String example) throws CaseFormatException {
    int arrow = example.indexOf(" -> ");
    Map<String, String> cells = new HashMap<>(USUAL);
    for (String cell : example.substring(0, arrow).split(" ")) {
      int equals = cell.indexOf('=');
      cells.put(cell.substring(0, equals), cell.substring(equals + 1));
    }
    assertThat(Resolver.resolve(CaseRow.situation(cells, example)).id())
        .as(example)
        .isEqualTo(example.substring(arrow + 4));
  }

  private static List<String> examples(Path page) {
    List<String> examples = new ArrayList<>();
    boolean fenced = false;
    for (String line : lines(page)) {
      if (line.startsWith("```")) {
        fenced = !fenced && line.equals("```");
      } else if (fenced && line.startsWith(" ")) {
        int last = examples.size() - 1;
        examples.set(last, examples.get(last) + " " + line.strip());
      } else if (fenced) {
        examples.add(line);
      }
    }
    return examples;
  }

  private static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
