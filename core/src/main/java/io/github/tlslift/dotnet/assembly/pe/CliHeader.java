package io.github.tlslift.dotnet.assembly.pe;

import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Bitness;

/**
 * The header that makes an executable a .NET assembly (ECMA-335 II.25.3.3).
 *
 * @param flags {@code COMIMAGE_FLAGS_*}
 * @param entryPoint a token, or an address where the flags say so; 0 in a library
 * @param managedNative the directory of precompiled code
 * @param offset of the flags in the file
 */
public record CliHeader(
    int flags,
    int entryPoint,
    PeFile.Directory metadata,
    PeFile.Directory resources,
    PeFile.Directory strongName,
    PeFile.Directory managedNative,
    int offset) {
  private static final int IL_ONLY = 0x1;
  private static final int REQUIRES_32 = 0x2;
  private static final int SIGNED = 0x8;
  private static final int NATIVE_ENTRY = 0x10;
  private static final int PREFERS_32 = 0x20000;
  private static final int RTR = 0x00525452;
  private static final int I386 = 0x14C;

  /** Reads the header of an image that has one. */
  public static CliHeader read(PeFile pe, PeFile.Directory at) throws MalformedInputException {
    ByteReader in = pe.at(at.rva(), "CliHeader");
    in.skip(8, "CliHeader.Cb");
    PeFile.Directory metadata = directory(in, "MetaData");
    int offset = in.position();
    int flags = in.i32("CliHeader.Flags");
    int entry = in.i32("CliHeader.EntryPointToken");
    PeFile.Directory resources = directory(in, "Resources");
    PeFile.Directory strongName = directory(in, "StrongNameSignature");
    in.skip(24, "CliHeader.ExportAddressTableJumps");
    PeFile.Directory nativeCode = directory(in, "ManagedNativeHeader");
    return new CliHeader(flags, entry, metadata, resources, strongName, nativeCode, offset);
  }

  private static PeFile.Directory directory(ByteReader in, String name)
      throws MalformedInputException {
    long rva = in.u32("CliHeader." + name + ".VirtualAddress");
    return new PeFile.Directory(rva, in.u32("CliHeader." + name + ".Size"));
  }

  /** Whether a public key signed it, so that a changed byte breaks it. */
  public boolean isSigned() {
    return (flags & SIGNED) != 0;
  }

  /** Whether it has native code of its own beside the IL, as C++/CLI makes. */
  public boolean isMixed() {
    return (flags & IL_ONLY) == 0 && managedNative.rva() == 0;
  }

  /** The token of the method that starts the program; 0 where none does. */
  public int entryMethod() {
    return (flags & NATIVE_ENTRY) == 0 ? entryPoint : 0;
  }

  /** Whether it carries code compiled ahead of time in the ReadyToRun format. */
  public boolean isReadyToRun(PeFile pe) throws MalformedInputException {
    return managedNative.rva() != 0
        && pe.at(managedNative.rva(), "CliHeader.ManagedNativeHeader")
                .i32("ReadyToRunHeader.Signature")
            == RTR;
  }

  /** What a process started from it is on a 64-bit Windows. */
  public Bitness bitness(PeFile pe) {
    if (pe.isWide()) {
      return Bitness.BITS_64;
    }
    boolean any = pe.machine() == I386 && (flags & IL_ONLY) != 0 && (flags & REQUIRES_32) == 0;
    return any ? Bitness.BITS_64 : Bitness.BITS_32;
  }

  /** How the flags put the choice of bitness. */
  public String bitnessWords(PeFile pe) {
    if (pe.isWide()) {
      return "PE32+";
    }
    if ((flags & PREFERS_32) != 0) {
      return "32BITPREFERRED";
    }
    return (flags & REQUIRES_32) != 0
        ? "32BITREQUIRED"
        : (flags & IL_ONLY) != 0 ? "any CPU" : "32-bit native code";
  }
}
