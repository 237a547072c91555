package io.github.tlslift.report;

import io.github.tlslift.testkit.Arrows;
import org.junit.jupiter.api.Test;

/** What report needs of core. */
final class ArrowsTest {
  @Test
  void reportSeesResultsOnly() {
    Arrows.of("report -> edit fix io model rollout why why.signal")
        .hold(Arrows.classes("io.github.tlslift.report"));
  }
}
