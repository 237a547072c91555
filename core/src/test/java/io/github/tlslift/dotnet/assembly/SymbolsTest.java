package io.github.tlslift.dotnet.assembly;

import static io.github.tlslift.testkit.AssemblyWriter.code;
import static io.github.tlslift.testkit.AssemblyWriter.u2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.tlslift.dotnet.assembly.pdb.PortablePdb;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.testkit.AssemblyWriter;
import io.github.tlslift.testkit.AssemblyWriter.Cell;
import io.github.tlslift.testkit.AssemblyWriter.Token;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where a place is told to be, with and without debug information. */
final class SymbolsTest {
  private static byte[] program() {
    AssemblyWriter writer = new AssemblyWriter();
    int setter = writer.protocolSetter();
    writer.method("Main", code(0x20, new Token(192), 0x28, new Token(setter), 0x2A));
    return writer.build();
  }

  // Line 12 from the start, 13 from offset 5, hidden from offset 10, in /src/Program.cs.
  private static byte[] pdb() {
    AssemblyWriter writer = new AssemblyWriter();
    int folder = writer.text("src").value();
    int file = writer.text("Program.cs").value();
    Cell none = new Cell('g', 0);
    writer.row(0x30, writer.b('/', 0, folder, file), none, writer.b(), none);
    writer.row(0x31, u2(1), writer.b(0, 0, 0, 5, 12, 9, 5, 0, 3, 2, 0, 5, 0, 0));
    return writer.metadataAlone();
  }

  private static String place(byte[] pdb) throws MalformedInputException {
    return AssemblyReader.read("P.exe", program(), pdb, true)
        .main()
        .orElseThrow()
        .apiUses()
        .get(0)
        .location()
        .toString();
  }

  @Test
  void aPortablePdbTellsTheLine() throws MalformedInputException {
    assertThat(place(pdb())).isEqualTo("P.exe Program.cs:13");
  }

  @Test
  void theLineIsThatOfTheLastPointBefore() throws MalformedInputException {
    PortablePdb pdb = PortablePdb.read(pdb());
    assertThat(pdb.line(1, 0)).contains("Program.cs:12");
    assertThat(pdb.line(1, 4)).contains("Program.cs:12");
    assertThat(pdb.line(1, 9)).contains("Program.cs:13");
    assertThat(pdb.line(2, 0)).isEmpty();
  }

  @Test
  void withoutOneTheMethodAndTheOffsetAreThePlace() throws MalformedInputException {
    assertThat(place(new byte[0])).isEqualTo("P.exe P.Main IL_0005");
  }

  @Test
  void pdbsOfWindowsAndBrokenOnesTellNoLine() throws MalformedInputException {
    byte[] windows =
        "Microsoft C/C++ MSF 7.00\r\n\u001aDS\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(place(windows)).isEqualTo("P.exe P.Main IL_0005");
    byte[] whole = pdb();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatCode(() -> place(cut)).as("cut after " + length).doesNotThrowAnyException();
    }
  }
}
