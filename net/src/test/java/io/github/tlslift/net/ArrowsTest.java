package io.github.tlslift.net;

import io.github.tlslift.testkit.Arrows;
import org.junit.jupiter.api.Test;

/** What probe and tap need of the core: bytes and versions. */
final class ArrowsTest {
  @Test
  void probeAndTapSeeTheCodecAndNotEachOther() {
    Arrows.of(
            """
            net.probe -> io model tls
            net.tap -> io model tls
            """)
        .hold(Arrows.classes("io.github.tlslift.net"));
  }
}
