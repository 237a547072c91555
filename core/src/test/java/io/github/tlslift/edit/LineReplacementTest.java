package io.github.tlslift.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Replacements, made on the text before, give the text after. */
final class LineReplacementTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String replaced(String before, List<LineReplacement> replacements) {
    StringBuilder text = new StringBuilder(before);
    for (int i = replacements.size() - 1; i >= 0; i--) {
      LineReplacement r = replacements.get(i);
      int end = start(before, r.endLine()) + r.endColumn() - 1;
      text.replace(start(before, r.startLine()), end, r.text());
    }
    return text.toString();
  }

  private static int start(String text, int line) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int lines = random.nextInt(6);
    for (int i = 0; i < lines; i++) {
      text.append("abc".charAt(random.nextInt(3)));
      text.append(
          i == lines - 1 && random.nextBoolean() ? "" : random.nextBoolean() ? "\n" : "\r\n");
    }
    return text.toString();
  }

  @Test
  void givesTheTextAfter() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      String before = text(random);
      String after = text(random);
      List<LineReplacement> replacements =
          LineReplacement.of(Change.of("f", bytes(before), bytes(after)));
      assertThat(replaced(before, replacements)).as("seed " + seed).isEqualTo(after);
      assertThat(replacements.isEmpty()).isEqualTo(before.equals(after));
    }
  }

  @Test
  void aNewFileIsPutInAtItsStart() {
    assertThat(LineReplacement.of(Change.created("f", bytes("a\n"))))
        .containsExactly(new LineReplacement(1, 1, 1, "a\n"));
  }
}
