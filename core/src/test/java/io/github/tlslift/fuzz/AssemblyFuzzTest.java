package io.github.tlslift.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlslift.dotnet.assembly.AssemblyReader;
import io.github.tlslift.dotnet.assembly.AssemblyReading;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.ApiUse;

/** Executables of any bytes are read, or are malformed. */
final class AssemblyFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void reads(byte[] file) {
    try {
      AssemblyReading reading = AssemblyReader.read("a.exe", file, true);
      reading.assemblies().forEach(a -> a.apiUses().forEach(u -> inside(u, file)));
    } catch (MalformedInputException expected) {
      // What is no such file says so.
    }
  }

  // What lies in a resource is told by its place there.
  private static void inside(ApiUse use, byte[] file) {
    if (use.location().file().equals("a.exe") && use.location().offset() > file.length) {
      throw new AssertionError(use.location() + " is not inside the file");
    }
  }
}
