package io.github.tlslift.net.probe;

import io.github.tlslift.testkit.Arrows;
import org.junit.jupiter.api.Test;

/** What the probe needs of the core: bytes and versions. */
final class ArrowsTest {
  @Test
  void theProbeSeesTheCodecOnly() {
    Arrows.of("net.probe -> io model tls").hold(Arrows.classes("io.github.tlslift.net"));
  }
}
