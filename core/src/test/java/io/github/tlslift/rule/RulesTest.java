package io.github.tlslift.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class RulesTest {
  @Test
  void idsAreUnique() {
    assertThat(Rules.all()).extracting(Rule::id).doesNotHaveDuplicates();
  }

  @Test
  void aClassIsNamedForItsMistake() {
    assertThat(Rules.all())
        .allSatisfy(
            r -> {
              String words = r.getClass().getSimpleName().toLowerCase(Locale.ROOT);
              assertThat(r.id()).matches("[a-z]+(-[a-z]+)*");
              assertThat(r.id().replace("-", "")).isEqualTo(words);
            });
  }
}
