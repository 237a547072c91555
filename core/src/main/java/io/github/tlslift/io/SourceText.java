package io.github.tlslift.io;

import io.github.tlslift.model.Location;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A decoded text file that can name its places. Encoding: byte-order mark, else strict UTF-8, else
 * windows-1252, which accepts every byte that UTF-8 does not.
 */
public final class SourceText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  private final String file;
  private final String text;
  private final Charset charset;
  private final int bomLength;
  private int[] lineStarts = new int[0];

  private SourceText(String file, String text, Charset charset, int bomLength) {
    this.file = file;
    this.text = text;
    this.charset = charset;
    this.bomLength = bomLength;
  }

  /** Decodes the bytes of a file. Never fails: the last resort is windows-1252. */
  public static SourceText of(String file, byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decoded(file, bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return decoded(file, bytes, 4, UTF_32LE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decoded(file, bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decoded(file, bytes, 2, StandardCharsets.UTF_16BE);
    }
    return withoutMark(file, bytes);
  }

  /** A text that has no bytes behind it, for snippets and tests. */
  public static SourceText ofString(String file, String text) {
    return new SourceText(file, text, StandardCharsets.UTF_8, 0);
  }

  /** The path it was read from. */
  public String file() {
    return file;
  }

  /** The characters, without the byte-order mark. */
  public String text() {
    return text;
  }

  /** The encoding that was found. */
  public Charset charset() {
    return charset;
  }

  /** How many bytes the byte-order mark has; 0 where there is none. */
  public int bomLength() {
    return bomLength;
  }

  /** The place of a range of characters. */
  public Location location(int start, int end) {
    int line = lineIndex(start);
    return new Location(file, line + 1, start - lineStarts()[line] + 1, start, end - start);
  }

  /** The text of a 1-based line, trimmed. */
  public String line(int line) {
    int[] starts = lineStarts();
    if (line < 1 || line > starts.length) {
      return "";
    }
    int end = line < starts.length ? starts[line] : text.length();
    return text.substring(starts[line - 1], end).strip();
  }

  private int lineIndex(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  private int[] lineStarts() {
    if (lineStarts.length == 0) {
      lineStarts = findLineStarts(text);
    }
    return lineStarts;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[64];
    int count = 1;
    int feed = text.indexOf('\n');
    int turn = text.indexOf('\r');
    while (feed >= 0 || turn >= 0) {
      boolean first = turn >= 0 && (feed < 0 || turn < feed);
      int end = first && turn + 1 != feed ? turn : feed;
      starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
      starts[count++] = end + 1;
      feed = feed >= 0 && feed <= end ? text.indexOf('\n', end + 1) : feed;
      turn = turn >= 0 && turn <= end ? text.indexOf('\r', end + 1) : turn;
    }
    return Arrays.copyOf(starts, count);
  }

  private static SourceText decoded(String file, byte[] bytes, int bom, Charset charset) {
    return new SourceText(file, new String(bytes, bom, bytes.length - bom, charset), charset, bom);
  }

  // A text without the replacement character was UTF-8 for certain; one with it may have been.
  private static SourceText withoutMark(String file, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean certain = text.indexOf('\uFFFD') < 0;
    Charset charset = certain ? StandardCharsets.UTF_8 : charsetWithoutMark(bytes);
    return new SourceText(
        file, charset == StandardCharsets.UTF_8 ? text : new String(bytes, charset), charset, 0);
  }

  private static Charset charsetWithoutMark(byte[] bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException notUtf8) {
      return WINDOWS_1252;
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
