package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlslift.why.Diagnose;
import io.github.tlslift.why.Diagnosis;
import io.github.tlslift.why.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Any bytes at all get an answer. */
final class WhyFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void answers(byte[] pasted) throws IOException {
    Diagnosis said = Diagnose.of(Why.signs("", new ByteArrayInputStream(pasted)));
    if (!(said.confidence() > 0 && said.confidence() <= 1) || said.next().isEmpty()) {
      throw new AssertionError("no answer: " + said);
    }
  }
}
