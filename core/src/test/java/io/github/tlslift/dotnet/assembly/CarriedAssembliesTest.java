package io.github.tlslift.dotnet.assembly;

import static io.github.tlslift.testkit.AssemblyWriter.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.testkit.AssemblyWriter;
import io.github.tlslift.testkit.AssemblyWriter.Token;
import io.github.tlslift.testkit.Fixtures;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Assemblies inside others, and in one file with the host that starts them. */
final class CarriedAssembliesTest {
  private static byte[] pinned() {
    AssemblyWriter writer = new AssemblyWriter();
    int setter = writer.protocolSetter();
    writer.method("Apply", code(0x20, new Token(192), 0x28, new Token(setter), 0x2A));
    return writer.library().build();
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[bytes.length + 64];
    return Arrays.copyOf(out, deflater.deflate(out));
  }

  private static List<String> places(byte[] file) throws MalformedInputException {
    return AssemblyReader.read("App.exe", file, true).assemblies().stream()
        .flatMap(a -> a.apiUses().stream())
        .map(u -> u.location().toString())
        .toList();
  }

  @Test
  void p15AssembliesInResourcesAreRead() throws MalformedInputException {
    byte[] plain = new AssemblyWriter().resource("lib.Some.dll", pinned()).build();
    assertThat(places(plain)).containsExactly("App.exe/lib.Some.dll P.Apply IL_0005");
    byte[] packed =
        new AssemblyWriter().resource("costura.some.dll.compressed", deflated(pinned())).build();
    assertThat(places(packed))
        .containsExactly("App.exe/costura.some.dll.compressed P.Apply IL_0005");
    assertThat(places(new AssemblyWriter().resource("lib.Some.txt", pinned()).build())).isEmpty();
  }

  @Test
  void aBrokenOneCostsItselfAlone() throws MalformedInputException {
    byte[] file = new AssemblyWriter().resource("broken.dll", new byte[] {'M', 'Z', 0}).build();
    AssemblyReading reading = AssemblyReader.read("App.exe", file, true);
    assertThat(reading.assemblies()).hasSize(1);
    assertThat(reading.gaps()).extracting(g -> g.file()).containsExactly("App.exe/broken.dll");
  }

  // A host: native code, what it carries, the header of that, and where the header is.
  private static byte[] host(int headerAt, byte[]... parts) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      file.writeBytes(part);
    }
    file.writeBytes(little(8).putLong(headerAt).array());
    file.writeBytes(mark());
    return file.toByteArray();
  }

  private static byte[] mark() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(".net core bundle".getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] nativeCode() {
    byte[] file = Fixtures.bytes("assemblies/webclient-tls10-v4.5.exe");
    int cliDirectory = 0x80 + 24 + 96 + 14 * 8;
    Arrays.fill(file, cliDirectory, cliDirectory + 8, (byte) 0);
    return file;
  }

  // Version 6: one assembly, packed where that is said.
  private static byte[] header(int offset, int size, int packed) {
    ByteBuffer out = little(200);
    out.putInt(6).putInt(0).putInt(1).put((byte) 2).put((byte) 'i').put((byte) 'd');
    out.put(new byte[40]);
    out.putLong(offset).putLong(size).putLong(packed).put((byte) 1);
    out.put((byte) 7).put("App.dll".getBytes(StandardCharsets.US_ASCII));
    return Arrays.copyOf(out.array(), out.position());
  }

  @Test
  void aSingleFileProgramIsReadThrough() throws MalformedInputException {
    byte[] code = nativeCode();
    byte[] library = pinned();
    int after = code.length + library.length;
    byte[] file = host(after, code, library, header(code.length, library.length, 0));
    assertThat(places(file)).containsExactly("App.exe/App.dll P.Apply IL_0005");
    byte[] packed = deflated(library);
    byte[] header = header(code.length, library.length, packed.length);
    assertThat(places(host(code.length + packed.length, code, packed, header)))
        .containsExactly("App.exe/App.dll P.Apply IL_0005");
  }

  @Test
  void aHostWithoutABundleStartsTheLibraryOfItsName() throws MalformedInputException {
    assertThat(AssemblyReader.read("App.exe", host(0, nativeCode()), true).startsLibrary())
        .isTrue();
    assertThat(AssemblyReader.read("App.exe", nativeCode(), true).isNative()).isTrue();
  }

  @Test
  void aBundleThatLiesIsRefused() {
    byte[] code = nativeCode();
    byte[] header = header(code.length, 1 << 30, 0);
    assertThatThrownBy(() -> places(host(code.length, code, header)))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("bundle.entry.size");
    assertThatThrownBy(() -> places(host(1 << 30, code)))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("bundle.header");
  }
}
