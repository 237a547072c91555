package io.github.tlslift.dotnet.assembly.pe;

import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PE32 or PE32+ image: where its parts lie in the file (PE and COFF specification; ECMA-335
 * II.25.2).
 *
 * @param bytes the whole file
 * @param machine the processor of the file header
 * @param isWide whether it is PE32+
 * @param isDll whether the file header calls it a library
 * @param cli the directory of the CLI header; empty in a native image
 * @param debug the directory of debug entries
 */
public record PeFile(
    ByteReader bytes,
    int machine,
    boolean isWide,
    boolean isDll,
    List<Section> sections,
    Optional<Directory> cli,
    Optional<Directory> debug) {
  private static final int DOS_MAGIC = 0x5A4D;
  private static final int PE_SIGNATURE = 0x4550;
  private static final int PE32 = 0x10B;
  private static final int PE32_PLUS = 0x20B;
  private static final int DLL = 0x2000;
  private static final int MOST_SECTIONS = 96;
  private static final int DEBUG = 6;
  private static final int CLI = 14;

  /** Copies the sections. */
  public PeFile {
    sections = List.copyOf(sections);
  }

  /** A place by its address in memory, and how long it is. */
  public record Directory(long rva, long size) {}

  /** A section: what of the file is loaded where. */
  public record Section(String name, long rva, long virtualSize, long offset, long size) {
    boolean holds(long address) {
      return address >= rva && address - rva < Math.max(virtualSize, size);
    }
  }

  /** Reads the headers. */
  public static PeFile read(byte[] file) throws MalformedInputException {
    ByteReader all = ByteReader.of(file);
    int magic = all.from(0, "DosHeader").u16("DosHeader.e_magic");
    if (magic != DOS_MAGIC) {
      throw new MalformedInputException(0, "DosHeader.e_magic", "no executable, it lacks MZ");
    }
    ByteReader in = all.from(all.from(0x3C, "DosHeader.e_lfanew").u32("DosHeader.e_lfanew"), "PE");
    if (in.i32("PE.Signature") != PE_SIGNATURE) {
      throw new MalformedInputException(
          in.position() - 4, "PE.Signature", "a program for DOS or 16-bit Windows");
    }
    int machine = in.u16("FileHeader.Machine");
    int count = in.u16("FileHeader.NumberOfSections");
    int optional =
        in.skip(12, "FileHeader.PointerToSymbolTable").u16("FileHeader.SizeOfOptionalHeader");
    int traits = in.u16("FileHeader.Characteristics");
    ByteReader header = in.slice(optional, "OptionalHeader");
    boolean wide = isWide(header);
    List<Directory> directories = directories(header, wide);
    List<Section> sections = sections(in, count);
    return new PeFile(
        all,
        machine,
        wide,
        (traits & DLL) != 0,
        sections,
        at(directories, CLI),
        at(directories, DEBUG));
  }

  private static boolean isWide(ByteReader header) throws MalformedInputException {
    int magic = header.u16("OptionalHeader.Magic");
    if (magic != PE32 && magic != PE32_PLUS) {
      throw new MalformedInputException(
          header.position() - 2,
          "OptionalHeader.Magic",
          "neither PE32 nor PE32+ but 0x" + Integer.toHexString(magic));
    }
    return magic == PE32_PLUS;
  }

  private static List<Directory> directories(ByteReader header, boolean wide)
      throws MalformedInputException {
    header.skip(wide ? 106 : 90, "OptionalHeader.SizeOfHeapCommit");
    long count = header.u32("OptionalHeader.NumberOfRvaAndSizes");
    List<Directory> all = new ArrayList<>();
    for (long i = 0; i < Math.min(count, 16); i++) {
      long rva = header.u32("DataDirectory[" + i + "].VirtualAddress");
      all.add(new Directory(rva, header.u32("DataDirectory[" + i + "].Size")));
    }
    return all;
  }

  private static Optional<Directory> at(List<Directory> all, int index) {
    return all.size() > index && all.get(index).rva != 0
        ? Optional.of(all.get(index))
        : Optional.empty();
  }

  private static List<Section> sections(ByteReader in, int count) throws MalformedInputException {
    if (count > MOST_SECTIONS) {
      throw new MalformedInputException(
          in.position(), "FileHeader.NumberOfSections", count + " are more than Windows loads");
    }
    List<Section> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String field = "SectionHeader[" + i + "]";
      String name = in.utf8(8, field + ".Name");
      int zero = name.indexOf(0);
      long size = in.u32(field + ".VirtualSize");
      long rva = in.u32(field + ".VirtualAddress");
      long raw = in.u32(field + ".SizeOfRawData");
      long offset = in.u32(field + ".PointerToRawData");
      all.add(new Section(zero < 0 ? name : name.substring(0, zero), rva, size, offset, raw));
      in.skip(16, field + ".Characteristics");
    }
    return all;
  }

  /** The bytes at an address, to the end of what its section has in the file. */
  public ByteReader at(long rva, String field) throws MalformedInputException {
    for (Section section : sections) {
      if (section.holds(rva)) {
        long inside = rva - section.rva;
        long most = Math.min(section.offset + section.size, bytes.remaining());
        ByteReader from = bytes.from(section.offset + inside, field);
        return from.slice(Math.max(0, most - section.offset - inside), field);
      }
    }
    throw new MalformedInputException(
        0, field, "the address 0x" + Long.toHexString(rva) + " is in no section");
  }

  /** The bytes of a directory. */
  public ByteReader at(Directory directory, String field) throws MalformedInputException {
    return at(directory.rva, field).slice(directory.size, field);
  }
}
