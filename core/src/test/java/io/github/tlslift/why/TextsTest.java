package io.github.tlslift.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The texts of {@code texts.txt}: each stack has its own words for a cause, and each shape its own
 * wrapping.
 */
final class TextsTest {

  static Stream<Arguments> texts() throws IOException {
    try (InputStream in = TextsTest.class.getResourceAsStream("/why/texts.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== ", -1)).skip(1).map(TextsTest::text);
    }
  }

  private static Arguments text(String block) {
    int end = block.indexOf('\n');
    String title = block.substring(0, end);
    return Arguments.of(title, title.substring(0, title.indexOf(':')), block.substring(end + 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void haveTheirCauseFirst(String title, String cause, String text) {
    Diagnosis said = Why.ofText(text);
    assertThat(said.cause().id())
        .as(
            title
                + " "
                + said.confidence()
                + " "
                + Stream.concat(said.evidence().stream(), said.against().stream())
                    .map(s -> s.signal().id())
                    .toList())
        .isEqualTo(cause);
  }
}
