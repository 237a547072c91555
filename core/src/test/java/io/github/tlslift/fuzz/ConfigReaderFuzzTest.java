package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlslift.dotnet.config.ConfigReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;

/** Config files of any bytes are read, or are malformed. */
final class ConfigReaderFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void reads(byte[] file) {
    try {
      ConfigReader.read(SourceText.of("app.config", file));
    } catch (MalformedInputException expected) {
      // What is no such file says so.
    }
  }
}
