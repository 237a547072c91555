package io.github.tlslift.cli;

import io.github.tlslift.testkit.Arrows;
import org.junit.jupiter.api.Test;

/** What the commands need: they start the check and print what comes of it. */
final class ArrowsTest {
  @Test
  void commandsSeeTheCheckAndTheReport() {
    Arrows.of(
            "cli -> apply capture capture.attempt capture.judge check edit fix hello io match mend model net.probe net.tap report resolve rollout tls why why.signal windows")
        .hold(Arrows.classes("io.github.tlslift.cli"));
  }
}
