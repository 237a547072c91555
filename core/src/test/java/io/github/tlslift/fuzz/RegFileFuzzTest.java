package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlslift.dotnet.host.RegFile;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;

/** Registry exports of any bytes are read, or are malformed. */
final class RegFileFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void reads(byte[] file) {
    try {
      RegFile.read(SourceText.of("a.reg", file));
    } catch (MalformedInputException expected) {
      // What is no such file says so.
    }
  }
}
