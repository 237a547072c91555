package io.github.tlslift.dotnet.assembly.pdb;

import io.github.tlslift.dotnet.assembly.pe.Bundle;
import io.github.tlslift.dotnet.assembly.pe.PeFile;
import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.util.Optional;

/** The portable PDB that an assembly carries with it (PE and COFF specification, debug type 17). */
public final class DebugDirectory {
  private static final int ENTRY = 28;
  private static final int EMBEDDED = 17;
  private static final int MPDB = 0x4244504D;

  private DebugDirectory() {}

  /** The bytes of the PDB; empty where there is none inside. */
  public static Optional<byte[]> embedded(PeFile pe) throws MalformedInputException {
    if (pe.debug().isEmpty()) {
      return Optional.empty();
    }
    ByteReader entries = pe.at(pe.debug().get(), "DebugDirectory");
    while (entries.remaining() >= ENTRY) {
      entries.skip(12, "DebugDirectory.MinorVersion");
      int type = entries.i32("DebugDirectory.Type");
      long size = entries.u32("DebugDirectory.SizeOfData");
      entries.skip(4, "DebugDirectory.AddressOfRawData");
      long at = entries.u32("DebugDirectory.PointerToRawData");
      if (type == EMBEDDED) {
        return Optional.of(unpacked(pe.bytes().from(at, "DebugDirectory.PointerToRawData"), size));
      }
    }
    return Optional.empty();
  }

  private static byte[] unpacked(ByteReader in, long size) throws MalformedInputException {
    if (in.i32("EmbeddedPdb.Signature") != MPDB) {
      throw new MalformedInputException(
          in.position() - 4, "EmbeddedPdb.Signature", "it is not MPDB");
    }
    in.skip(4, "EmbeddedPdb.UncompressedSize");
    int at = in.position();
    return Bundle.inflated(in.bytes(size - 8, "EmbeddedPdb.Data"), at);
  }
}
