package io.github.tlslift.report;

import io.github.tlslift.testkit.Arrows;
import org.junit.jupiter.api.Test;

/** What report needs of core. */
final class ArrowsTest {
  @Test
  void reportSeesTheModelOnly() {
    Arrows.of("report -> model").hold(Arrows.classes("io.github.tlslift.report"));
  }
}
