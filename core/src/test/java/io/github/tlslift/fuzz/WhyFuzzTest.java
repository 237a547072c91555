package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.why.Diagnosis;
import io.github.tlslift.why.Why;

/** Any bytes at all get an answer. */
final class WhyFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void answers(byte[] pasted) {
    Diagnosis said = Why.ofText(SourceText.of("", pasted).text());
    if (!(said.confidence() > 0 && said.confidence() <= 1) || said.next().isEmpty()) {
      throw new AssertionError("no answer: " + said);
    }
  }
}
