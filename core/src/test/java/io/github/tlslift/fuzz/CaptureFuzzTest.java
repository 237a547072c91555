package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlslift.capture.Capture;
import io.github.tlslift.capture.judge.Judge;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Captures of any bytes are read as far as they go, and each attempt is judged. */
final class CaptureFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void reads(byte[] file) throws IOException {
    Capture.read("a.pcap", new ByteArrayInputStream(file), Judge::of)
        .gaps()
        .forEach(g -> said(g.reason()));
  }

  private static void said(String reason) {
    if (reason.isBlank()) {
      throw new AssertionError("a gap without a reason");
    }
  }
}
