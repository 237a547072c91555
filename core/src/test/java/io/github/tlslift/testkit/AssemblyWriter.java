package io.github.tlslift.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes an assembly byte by byte, as no compiler would if it is asked to: one type {@code P} with
 * methods of given code, and references to what they call.
 */
public final class AssemblyWriter {
  private static final int RVA = 0x2000;
  private static final int HEADERS = 0x200;

  private final ByteArrayOutputStream strings = heap();
  private final ByteArrayOutputStream userStrings = heap();
  private final ByteArrayOutputStream blobs = heap();
  private final ByteArrayOutputStream bodies = new ByteArrayOutputStream();
  private final Map<Integer, List<Cell[]>> rows = new TreeMap<>();
  private final List<Map.Entry<String, byte[]>> before = new ArrayList<>();
  private final List<Map.Entry<String, byte[]>> after = new ArrayList<>();
  private String tablesName = "#~";
  private boolean wide;
  private boolean extraData;
  private int trailingZeros;
  private int flags = 1;
  private boolean library;

  /**
   * A cell: {@code 2} and {@code 4} bytes, an index into {@code s}trings, {@code b}lobs, {@code
   * g}uids.
   */
  public record Cell(char kind, int value) {}

  /** An assembly with nothing but its type. */
  public AssemblyWriter() {
    row(0x00, u2(0), s("P.exe"), new Cell('g', 1), new Cell('g', 0), new Cell('g', 0));
    row(0x02, u4(0), s("<Module>"), s(""), u2(0), u2(1), u2(1));
    row(0x02, u4(0x100001), s("P"), s(""), u2(0), u2(1), u2(1));
    row(0x20, u4(0x8004), u2(1), u2(2), u2(3), u2(4), u4(0), b(), s("P"), s(""));
    row(0x23, u2(4), u2(0), u2(0), u2(0), u4(0), b(), s("System"), s(""), b());
  }

  private static ByteArrayOutputStream heap() {
    ByteArrayOutputStream heap = new ByteArrayOutputStream();
    heap.write(0);
    return heap;
  }

  public static Cell u2(int value) {
    return new Cell('2', value);
  }

  public static Cell u4(int value) {
    return new Cell('4', value);
  }

  /** A name. */
  public Cell s(String text) {
    return new Cell(
        's', text.isEmpty() ? 0 : put(strings, (text + "\0").getBytes(StandardCharsets.UTF_8)));
  }

  /** A blob with text. */
  public Cell text(String text) {
    return b(text.chars().toArray());
  }

  /** A blob of less than 128 bytes. */
  public Cell b(int... bytes) {
    byte[] blob = new byte[bytes.length + 1];
    blob[0] = (byte) bytes.length;
    for (int i = 0; i < bytes.length; i++) {
      blob[i + 1] = (byte) bytes[i];
    }
    return new Cell('b', bytes.length == 0 ? 0 : put(blobs, blob));
  }

  private static int put(ByteArrayOutputStream heap, byte[] bytes) {
    int at = heap.size();
    heap.writeBytes(bytes);
    return at;
  }

  /** Adds a row; gives its number. */
  public int row(int table, Cell... cells) {
    List<Cell[]> all = rows.computeIfAbsent(table, t -> new ArrayList<>());
    all.add(cells);
    return all.size();
  }

  /** The token of a string of code. */
  public int string(String text) {
    byte[] utf16 = text.getBytes(StandardCharsets.UTF_16LE);
    byte[] blob = new byte[utf16.length + 2];
    blob[0] = (byte) (utf16.length + 1);
    System.arraycopy(utf16, 0, blob, 1, utf16.length);
    return 0x70000000 | put(userStrings, blob);
  }

  /** The row of a type of the referenced assembly. */
  public int typeRef(String namespace, String name) {
    return row(0x01, u2(1 << 2 | 2), s(name), s(namespace));
  }

  /** The token of a method of a referenced type. */
  public int memberRef(int typeRef, String name, int... signature) {
    return 0x0A000000 | row(0x0A, u2(typeRef << 3 | 1), s(name), b(signature));
  }

  /** The token of {@code ServicePointManager.set_SecurityProtocol}. */
  public int protocolSetter() {
    int manager = typeRef("System.Net", "ServicePointManager");
    int protocols = typeRef("System.Net", "SecurityProtocolType");
    return memberRef(manager, "set_SecurityProtocol", 0, 1, 1, 0x11, protocols << 2 | 1);
  }

  /** A static method without arguments or result; its code is written with a tiny header. */
  public int method(String name, int... code) {
    byte[] body = new byte[code.length + 1];
    body[0] = (byte) (code.length << 2 | 2);
    for (int i = 0; i < code.length; i++) {
      body[i + 1] = (byte) code[i];
    }
    return body(name, body);
  }

  /** A static method with a whole body. */
  public int body(String name, byte[] body) {
    while (bodies.size() % 4 != 0) {
      bodies.write(0);
    }
    int rva = RVA + 72 + put(bodies, body);
    return 0x06000000 | row(0x06, u4(rva), u2(0), u2(0x16), s(name), b(0, 0, 1), u2(1));
  }

  /** Bytes that it carries under a name. */
  public AssemblyWriter resource(String name, byte[] bytes) {
    while (bodies.size() % 4 != 0) {
      bodies.write(0);
    }
    ByteBuffer sized = buffer(bytes.length + 4).putInt(bytes.length).put(bytes);
    row(0x28, u4(put(bodies, sized.array())), u4(1), s(name), u2(0));
    return this;
  }

  /** The bytes of a token, as they follow an instruction. */
  public static int[] code(Object... parts) {
    List<Integer> bytes = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Token t) {
        for (int shift = 0; shift < 32; shift += 8) {
          bytes.add(t.value >>> shift & 0xFF);
        }
      } else {
        bytes.add((Integer) part);
      }
    }
    return bytes.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A token or another number of four bytes in code. */
  public record Token(int value) {}

  /** Calls the stream of tables otherwise. */
  public AssemblyWriter tablesIn(String name) {
    tablesName = name;
    return this;
  }

  /** Indexes into heaps have four bytes. */
  public AssemblyWriter wideHeaps() {
    wide = true;
    return this;
  }

  /** Four bytes of no meaning follow the numbers of rows. */
  public AssemblyWriter withExtraData() {
    extraData = true;
    return this;
  }

  /** Zeros after the tables. */
  public AssemblyWriter padded(int zeros) {
    trailingZeros = zeros;
    return this;
  }

  /** It is a library, which nothing starts. */
  public AssemblyWriter library() {
    library = true;
    return this;
  }

  /** The flags of the CLI header. */
  public AssemblyWriter flags(int value) {
    flags = value;
    return this;
  }

  /** A stream that stands before the usual ones. */
  public AssemblyWriter streamBefore(String name, byte... bytes) {
    before.add(Map.entry(name, bytes));
    return this;
  }

  /** A stream that stands after the usual ones. */
  public AssemblyWriter streamAfter(String name, byte... bytes) {
    after.add(Map.entry(name, bytes));
    return this;
  }

  /** The file. */
  public byte[] build() {
    byte[] metadata = metadata();
    int metadataAt = 72 + (bodies.size() + 3) / 4 * 4;
    ByteBuffer file = buffer(HEADERS + metadataAt + metadata.length);
    headers(file, metadataAt + metadata.length, library ? 0x2102 : 0x102);
    file.position(HEADERS);
    file.putInt(72).putShort((short) 2).putShort((short) 5);
    file.putInt(RVA + metadataAt).putInt(metadata.length);
    file.putInt(flags).putInt(rows.containsKey(0x06) && !library ? 0x06000001 : 0);
    file.putInt(RVA + 72).putInt(bodies.size());
    file.position(HEADERS + 72);
    file.put(bodies.toByteArray());
    file.position(HEADERS + metadataAt);
    file.put(metadata);
    return file.array();
  }

  /** The metadata alone, as in a PDB. */
  public byte[] metadataAlone() {
    return metadata();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void headers(ByteBuffer file, int sectionSize, int traits) {
    file.putShort((short) 0x5A4D);
    file.putInt(0x3C, 0x40);
    file.position(0x40);
    file.putInt(0x4550).putShort((short) 0x14C).putShort((short) 1).putInt(0).putLong(0);
    file.putShort((short) 0xE0).putShort((short) traits);
    int optional = file.position();
    file.putShort((short) 0x10B);
    file.putInt(optional + 92, 16);
    file.putInt(optional + 96 + 14 * 8, RVA).putInt(optional + 96 + 14 * 8 + 4, 72);
    file.position(optional + 0xE0);
    file.put(".text\0\0\0".getBytes(StandardCharsets.US_ASCII));
    file.putInt(sectionSize).putInt(RVA).putInt(sectionSize).putInt(HEADERS);
  }

  private byte[] metadata() {
    List<Map.Entry<String, byte[]>> streams = new ArrayList<>(before);
    Map<String, byte[]> usual = new LinkedHashMap<>();
    usual.put(tablesName, tables());
    usual.put("#Strings", strings.toByteArray());
    usual.put("#US", userStrings.toByteArray());
    usual.put("#GUID", new byte[16]);
    usual.put("#Blob", blobs.toByteArray());
    streams.addAll(usual.entrySet());
    streams.addAll(after);
    int header = 32 + streams.stream().mapToInt(s -> 8 + padded(s.getKey())).sum();
    int size = header + streams.stream().mapToInt(s -> (s.getValue().length + 3) / 4 * 4).sum();
    ByteBuffer out = buffer(size);
    out.putInt(0x424A5342).putShort((short) 1).putShort((short) 1).putInt(0).putInt(12);
    out.put("v4.0.30319\0\0".getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) 0).putShort((short) streams.size());
    int at = header;
    for (Map.Entry<String, byte[]> stream : streams) {
      out.putInt(at).putInt(stream.getValue().length);
      int end = out.position() + padded(stream.getKey());
      out.put(stream.getKey().getBytes(StandardCharsets.US_ASCII)).position(end);
      System.arraycopy(stream.getValue(), 0, out.array(), at, stream.getValue().length);
      at += (stream.getValue().length + 3) / 4 * 4;
    }
    return out.array();
  }

  private static int padded(String name) {
    return (name.length() + 4) / 4 * 4;
  }

  private byte[] tables() {
    ByteBuffer out = buffer(1 << 16);
    out.putInt(0).put((byte) 2).put((byte) 0);
    out.put((byte) ((wide ? 7 : 0) | (extraData ? 0x40 : 0))).put((byte) 1);
    out.putLong(rows.keySet().stream().mapToLong(t -> 1L << t).sum()).putLong(0);
    rows.values().forEach(all -> out.putInt(all.size()));
    if (extraData) {
      out.putInt(0xBAD);
    }
    rows.values().forEach(all -> all.forEach(cells -> write(cells, out)));
    out.position(out.position() + trailingZeros);
    return Arrays.copyOf(out.array(), out.position());
  }

  private void write(Cell[] cells, ByteBuffer out) {
    for (Cell cell : cells) {
      boolean heap = cell.kind == 's' || cell.kind == 'b' || cell.kind == 'g';
      if (cell.kind == '4' || heap && wide) {
        out.putInt(cell.value);
      } else {
        out.putShort((short) cell.value);
      }
    }
  }
}
