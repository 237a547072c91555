package io.github.tlslift.dotnet.assembly;

import static io.github.tlslift.testkit.AssemblyWriter.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Phase;
import io.github.tlslift.testkit.AssemblyWriter;
import io.github.tlslift.testkit.AssemblyWriter.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Metadata that obfuscators write and compilers do not. */
final class OddMetadataTest {
  private static final int LDC_I4 = 0x20;
  private static final int CALL = 0x28;
  private static final int RET = 0x2A;

  private static byte[] pinned(UnaryOperator<AssemblyWriter> oddity) {
    AssemblyWriter writer = new AssemblyWriter();
    int setter = writer.protocolSetter();
    writer.method("Main", code(LDC_I4, new Token(192), CALL, new Token(setter), RET));
    return oddity.apply(writer).build();
  }

  private static AssemblyReading read(byte[] file) throws MalformedInputException {
    return AssemblyReader.read("P.exe", file, true);
  }

  private static List<ApiUse> uses(AssemblyReading reading) {
    return reading.main().orElseThrow().apiUses();
  }

  private static void isReadThrough(UnaryOperator<AssemblyWriter> oddity)
      throws MalformedInputException {
    assertThat(uses(read(pinned(oddity))))
        .extracting(ApiUse::value, ApiUse::container, ApiUse::phase)
        .containsExactly(tuple(FoldedValue.of(192), "P.Main", Phase.ENTRY_POINT));
  }

  @Test
  void readsWhatIsWrittenPlainly() throws MalformedInputException {
    isReadThrough(UnaryOperator.identity());
  }

  @Test
  void readsUncompressedTables() throws MalformedInputException {
    isReadThrough(w -> w.tablesIn("#-"));
  }

  @Test
  void readsMethodsThroughPointers() throws MalformedInputException {
    AssemblyWriter writer = new AssemblyWriter().tablesIn("#-");
    int setter = writer.protocolSetter();
    writer.method("Main", code(LDC_I4, new Token(192), CALL, new Token(setter), RET));
    writer.row(0x05, AssemblyWriter.u2(1));
    assertThat(uses(read(writer.build()))).extracting(ApiUse::container).containsExactly("P.Main");
  }

  @Test
  void readsWideIndexes() throws MalformedInputException {
    isReadThrough(AssemblyWriter::wideHeaps);
  }

  @Test
  void passesExtraDataAfterTheNumbersOfRows() throws MalformedInputException {
    isReadThrough(AssemblyWriter::withExtraData);
  }

  @Test
  void passesZerosAfterTheTables() throws MalformedInputException {
    isReadThrough(w -> w.padded(40));
  }

  @Test
  void takesTheLastOfSeveralStreamsOfAName() throws MalformedInputException {
    byte[] other = "\0nothing of this\0".getBytes(StandardCharsets.UTF_8);
    isReadThrough(w -> w.streamBefore("#Strings", other));
    isReadThrough(w -> w.streamBefore("#Blob", (byte) 0).streamBefore("#US", (byte) 0));
    isReadThrough(w -> w.streamBefore("#~", (byte) 1));
  }

  @Test
  void passesStreamsNobodyKnows() throws MalformedInputException {
    isReadThrough(w -> w.streamBefore("#Junk", (byte) 1).streamAfter("", (byte) 2));
  }

  @Test
  void saysWhatAnEmptyHeapHides() throws MalformedInputException {
    assertThatThrownBy(() -> read(pinned(w -> w.streamAfter("#Strings"))))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("#Strings");
    assertThat(read(pinned(w -> w.streamAfter("#Blob"))).gaps())
        .extracting(g -> g.reason())
        .anySatisfy(r -> assertThat(r).contains("MemberRef 1").contains("#Blob"));
  }

  @Test
  void readsAnAssemblyWithoutUserStringsAndGuids() throws MalformedInputException {
    isReadThrough(w -> w.streamAfter("#US").streamAfter("#GUID"));
  }

  @Test
  void refusesTablesThatNobodyKnows() {
    assertThatThrownBy(() -> read(pinned(w -> odd(w, 0x3F))))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("#~.Rows[0x3f]");
  }

  @Test
  void refusesTypesMadeOfThemselves() throws MalformedInputException {
    AssemblyWriter writer = new AssemblyWriter();
    int itself = 1 << 2 | 2;
    int spec = writer.row(0x1B, writer.b(0x12, itself));
    writer.typeRef("System.Net", "WebClient");
    int member =
        writer.row(0x0A, AssemblyWriter.u2(spec << 3 | 4), writer.s("Go"), writer.b(0, 0, 1));
    writer.method("Main", code(CALL, new Token(0x0A000000 | member), RET));
    assertThat(read(writer.build()).gaps())
        .extracting(g -> g.reason())
        .anySatisfy(r -> assertThat(r).contains("types inside themselves"));
  }

  @Test
  void refusesSignaturesNestedWithoutEnd() throws MalformedInputException {
    AssemblyWriter writer = new AssemblyWriter();
    int client = writer.typeRef("System.Net", "WebClient");
    int[] signature = new int[120];
    for (int i = 0; i < signature.length; i++) {
      signature[i] = List.of(0, 0, 0x1B).get(i % 3);
    }
    int member = writer.memberRef(client, "Go", signature);
    writer.method("Main", code(CALL, new Token(member), RET));
    assertThat(read(writer.build()).gaps()).isNotEmpty();
  }

  @Test
  void aHandlerThatGuardsItselfHasAnEnd() throws MalformedInputException {
    AssemblyWriter writer = new AssemblyWriter();
    int setter = writer.protocolSetter();
    int[] code = code(LDC_I4, new Token(192), CALL, new Token(setter), RET);
    byte[] body = new byte[12 + 12 + 16];
    body[0] = 0x1B;
    body[1] = 0x30;
    body[4] = (byte) code.length;
    for (int i = 0; i < code.length; i++) {
      body[12 + i] = (byte) code[i];
    }
    // A section of one small clause: finally, try 0 to 11, handler 0 to 11.
    byte[] section = {1, 16, 0, 0, 2, 0, 0, 0, 11, 0, 0, 11, 0, 0, 0, 0};
    System.arraycopy(section, 0, body, 24, section.length);
    writer.body("Main", body);
    assertThat(uses(read(writer.build()))).hasSize(1);
  }

  private static AssemblyWriter odd(AssemblyWriter writer, int table) {
    writer.row(table, AssemblyWriter.u2(0));
    return writer;
  }

  @Test
  void saysWhichMethodIsBrokenAndReadsTheOthers() throws MalformedInputException {
    AssemblyWriter writer = new AssemblyWriter();
    int setter = writer.protocolSetter();
    writer.method("Main", code(LDC_I4, new Token(192), CALL, new Token(setter), RET));
    writer.method("Broken", code(0x2B, 0x70, CALL, new Token(setter), RET));
    writer.method("Unknown", code(0x24, RET));
    AssemblyReading facts = read(writer.build());
    assertThat(uses(facts)).hasSize(1);
    assertThat(facts.gaps())
        .extracting(g -> g.reason())
        .satisfiesExactly(
            r -> assertThat(r).contains("method 2").contains("a jump to"),
            r -> assertThat(r).contains("method 3").contains("0x24 is no instruction"));
  }
}
