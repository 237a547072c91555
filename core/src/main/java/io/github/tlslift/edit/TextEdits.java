package io.github.tlslift.edit;

import io.github.tlslift.io.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Applies edits to the bytes of a text: what lies outside the ranges is copied, not written. */
public final class TextEdits {
  private final SourceText text;
  private final byte[] bytes;

  private TextEdits(SourceText text, byte[] bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  /**
   * The bytes after the edits; without any, the bytes as they are.
   *
   * @param bytes what the text was decoded from
   * @throws NotEditableException where the bytes are not valid in the text's encoding, where a
   *     replacement has no form in it, or where edits overlap
   */
  public static byte[] apply(SourceText text, byte[] bytes, List<Edit> edits)
      throws NotEditableException {
    return new TextEdits(text, bytes).apply(edits.stream().sorted().distinct().toList());
  }

  private byte[] apply(List<Edit> edits) throws NotEditableException {
    if (edits.isEmpty()) {
      return bytes.clone();
    }
    requireExact();
    Joined out = new Joined();
    int done = 0;
    int last = 0;
    for (Edit edit : edits) {
      if (edit.start() < last || edit.end() > text.text().length()) {
        throw new NotEditableException(text.file() + ": two edits want the same characters");
      }
      int from = offset(edit.start());
      out.add(Arrays.copyOfRange(bytes, done, from));
      out.add(encoded(edit.replacement()));
      done = offset(edit.end());
      last = edit.end();
    }
    out.add(Arrays.copyOfRange(bytes, done, bytes.length));
    return out.bytes();
  }

  // A text that does not give its own bytes back has no places in them.
  private void requireExact() throws NotEditableException {
    byte[] again = text.text().getBytes(text.charset());
    int bom = text.bomLength();
    boolean exact =
        isSingleByte() || Arrays.equals(again, 0, again.length, bytes, bom, bytes.length);
    if (!exact) {
      throw new NotEditableException(
          text.file() + " is not valid " + text.charset() + " throughout; edit it by hand");
    }
  }

  private int offset(int at) {
    return text.bomLength()
        + (isSingleByte() ? at : text.text().substring(0, at).getBytes(text.charset()).length);
  }

  // Windows-1252 leaves five bytes without a character; each is one character of the text still.
  private boolean isSingleByte() {
    return text.charset().equals(Charset.forName("windows-1252"));
  }

  private byte[] encoded(String replacement) throws NotEditableException {
    try {
      ByteBuffer encoded = text.charset().newEncoder().encode(CharBuffer.wrap(replacement));
      return Arrays.copyOf(encoded.array(), encoded.limit());
    } catch (CharacterCodingException e) {
      throw new NotEditableException(
          text.file() + " is " + text.charset() + ", which has no form of: " + replacement);
    }
  }

  /** Pieces one after the other. */
  private static final class Joined {
    private final List<byte[]> pieces = new ArrayList<>();

    void add(byte[] piece) {
      pieces.add(piece);
    }

    byte[] bytes() {
      ByteBuffer all = ByteBuffer.allocate(pieces.stream().mapToInt(p -> p.length).sum());
      pieces.forEach(all::put);
      return all.array();
    }
  }
}
