package io.github.tlslift.dotnet.assembly.pe;

import io.github.tlslift.io.ByteReader;
import io.github.tlslift.io.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a host of .NET carries in one file with itself (dotnet/designs, "Single-file publish"; the
 * layout in dotnet/runtime, Microsoft.NET.HostModel).
 */
public final class Bundle {
  // The host finds its bundle by the hash of this text, which stands behind the place of the
  // header.
  private static final String MARK = ".net core bundle";
  private static final int ASSEMBLY = 1;
  private static final int MOST_FILES = 10_000;
  private static final int MOST_BYTES = 64 << 20;

  private final ByteReader file;
  private final long header;

  private Bundle(ByteReader file, long header) {
    this.file = file;
    this.header = header;
  }

  /**
   * An assembly in a bundle.
   *
   * @param offset where it lies in the file
   * @param packed how many bytes it has there where it is compressed; else 0
   */
  public record Entry(String path, long offset, long size, long packed) {}

  /** What kind of host a native program is. */
  public enum Kind {
    /** No host of .NET. */
    NONE,
    /** It starts a library of its name. */
    APPHOST,
    /** It carries its assemblies with it. */
    BUNDLE
  }

  /** Looks for the mark in a native program. */
  public static Bundle of(byte[] bytes) throws MalformedInputException {
    int mark = indexOf(bytes, sha256(MARK));
    ByteReader file = ByteReader.of(bytes);
    return new Bundle(file, mark < 8 ? -1 : file.from(mark - 8, "bundle").i64("bundle.header"));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (bytes[i] == part[0] && Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }

  /** What it is. */
  public Kind kind() {
    return header < 0 ? Kind.NONE : header == 0 ? Kind.APPHOST : Kind.BUNDLE;
  }

  /** The assemblies it carries. */
  public List<Entry> assemblies() throws MalformedInputException {
    ByteReader in = file.from(header, "bundle.header");
    long major = in.u32("bundle.majorVersion");
    in.skip(4, "bundle.minorVersion");
    long count = in.u32("bundle.fileCount");
    if (count > MOST_FILES) {
      throw new MalformedInputException(
          in.position() - 4, "bundle.fileCount", count + " files are too many");
    }
    text(in, "bundle.id");
    in.skip(major >= 2 ? 40 : 0, "bundle.flags");
    List<Entry> all = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      long offset = in.i64("bundle.entry.offset");
      long size = in.i64("bundle.entry.size");
      long packed = major >= 6 ? in.i64("bundle.entry.compressedSize") : 0;
      int type = in.u8("bundle.entry.type");
      Entry entry = new Entry(text(in, "bundle.entry.path"), offset, size, packed);
      if (type == ASSEMBLY) {
        all.add(entry);
      }
    }
    return all;
  }

  // A length of seven bits to a byte, then UTF-8 (BinaryWriter.Write(String)).
  private static String text(ByteReader in, String field) throws MalformedInputException {
    int low = in.u8(field);
    int length = low < 0x80 ? low : (low & 0x7F) | in.u8(field) << 7;
    return in.utf8(length, field);
  }

  /** The bytes of an assembly. */
  public byte[] bytes(Entry entry) throws MalformedInputException {
    ByteReader at = file.from(entry.offset, "bundle.entry.offset");
    return entry.packed == 0
        ? at.bytes(entry.size, "bundle.entry.size")
        : inflated(at.bytes(entry.packed, "bundle.entry.compressedSize"), entry.offset);
  }

  /** What deflated bytes without a header unpack to. */
  public static byte[] inflated(byte[] packed, long offset) throws MalformedInputException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] out = new byte[(int) Math.min(MOST_BYTES, Math.max(1024, packed.length * 4L))];
      int length = 0;
      while (!inflater.finished()) {
        int got = inflater.inflate(out, length, out.length - length);
        length += got;
        if (got == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new MalformedInputException(offset, "deflate", "the data ends before its end");
        }
        if (length == out.length && !inflater.finished()) {
          if (length >= MOST_BYTES) {
            throw new MalformedInputException(
                offset, "deflate", "unpacks to more than " + MOST_BYTES + " bytes");
          }
          out = Arrays.copyOf(out, Math.min(MOST_BYTES, length * 2));
        }
      }
      return Arrays.copyOf(out, length);
    } catch (DataFormatException e) {
      throw new MalformedInputException(offset, "deflate", String.valueOf(e.getMessage()));
    } finally {
      inflater.end();
    }
  }
}
