package io.github.tlslift.dotnet.assembly.metadata;

import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Heaps and tables of one file (ECMA-335 II.24.2). */
public final class Metadata {
  private static final int SIGNATURE = 0x424A5342;
  private static final int MOST_STREAMS = 1000;
  private static final ByteReader NOTHING = ByteReader.of(new byte[0]);

  private final String version;
  private final Map<String, ByteReader> streams;
  private final ByteReader strings;
  private final Tables tables;

  private Metadata(String version, Map<String, ByteReader> streams, Tables tables) {
    this.version = version;
    this.streams = streams;
    this.strings = streams.getOrDefault("#Strings", NOTHING);
    this.tables = tables;
  }

  /** Reads the root, the streams and where the tables lie. */
  public static Metadata read(ByteReader root) throws MalformedInputException {
    ByteReader in = root.from(0, "MetadataRoot");
    if (in.i32("MetadataRoot.Signature") != SIGNATURE) {
      throw new MalformedInputException(
          in.position() - 4, "MetadataRoot.Signature", "it is not BSJB");
    }
    long length = in.skip(8, "MetadataRoot.Reserved").u32("MetadataRoot.Length");
    String version = in.utf8(length, "MetadataRoot.Version");
    int zero = version.indexOf(0);
    Map<String, ByteReader> streams = streams(root, in);
    ByteReader stream = streams.get("#~");
    ByteReader tables = stream == null ? streams.get("#-") : stream;
    if (tables == null) {
      throw new MalformedInputException(in.position(), "StreamHeader", "no stream has the tables");
    }
    return new Metadata(
        zero < 0 ? version : version.substring(0, zero),
        streams,
        Tables.read(tables, external(streams.getOrDefault("#Pdb", NOTHING))));
  }

  // The tables of the assembly that a portable PDB refers to (its section "#Pdb stream").
  private static int[] external(ByteReader pdb) throws MalformedInputException {
    int[] rows = new int[TableId.MOST];
    if (pdb.remaining() > 0) {
      long referenced = pdb.skip(24, "#Pdb.EntryPoint").i64("#Pdb.ReferencedTypeSystemTables");
      for (int table = 0; table < rows.length; table++) {
        rows[table] = (referenced >>> table & 1) == 0 ? 0 : pdb.i32("#Pdb.TypeSystemTableRows");
      }
    }
    return rows;
  }

  // Of several streams of a name the last one counts, as in the CLR and in Mono.
  private static Map<String, ByteReader> streams(ByteReader root, ByteReader in)
      throws MalformedInputException {
    int count = in.skip(2, "MetadataRoot.Flags").u16("MetadataRoot.Streams");
    if (count > MOST_STREAMS) {
      throw new MalformedInputException(
          in.position() - 2, "MetadataRoot.Streams", count + " streams are too many");
    }
    Map<String, ByteReader> streams = new HashMap<>();
    for (int i = 0; i < count; i++) {
      long offset = in.u32("StreamHeader.Offset");
      long size = in.u32("StreamHeader.Size");
      int begin = in.position();
      String name = in.zeroEnded("StreamHeader.Name");
      in.skip(-(in.position() - begin) & 3, "StreamHeader.Name");
      streams.put(name, root.from(offset, "stream " + name).slice(size, "stream " + name));
    }
    return streams;
  }

  /** The runtime it asks for, such as {@code v4.0.30319}. */
  public String version() {
    return version;
  }

  /** The tables. */
  public Tables tables() {
    return tables;
  }

  private ByteReader heap(String name) {
    return streams.getOrDefault(name, NOTHING);
  }

  /** A stream by its name. */
  public Optional<ByteReader> stream(String name) {
    return Optional.ofNullable(streams.get(name));
  }

  /** A name; index 0 is the empty one, even where the heap has no byte. */
  public String string(int index) throws MalformedInputException {
    return index == 0 ? "" : strings.from(index & 0xFFFF_FFFFL, "#Strings").zeroEnded("#Strings");
  }

  /** The name in a cell. */
  public String string(TableId table, int row, int column) throws MalformedInputException {
    return string(tables.get(table, row, column));
  }

  /** A blob; index 0 is the empty one. */
  public ByteReader blob(int index) throws MalformedInputException {
    return index == 0 ? NOTHING : sized("#Blob", index);
  }

  /** The blob in a cell. */
  public ByteReader blob(TableId table, int row, int column) throws MalformedInputException {
    return blob(tables.get(table, row, column));
  }

  /** The user string of an {@code ldstr} token (ECMA-335 II.24.2.4). */
  public String userString(int token) throws MalformedInputException {
    ByteReader text = sized("#US", token & 0xFF_FFFF);
    return text.utf16(text.remaining() & ~1, "#US");
  }

  private ByteReader sized(String name, int index) throws MalformedInputException {
    ByteReader in = heap(name).from(index & 0xFFFF_FFFFL, name);
    return in.slice(Compressed.unsigned(in, name), name);
  }
}
