package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.xml.XmlReader;

/** XML of any bytes is read, or is malformed. */
final class XmlReaderFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void reads(byte[] file) {
    try {
      XmlReader.read(SourceText.of("a.xml", file));
    } catch (MalformedInputException expected) {
      // What is no such file says so.
    }
  }
}
