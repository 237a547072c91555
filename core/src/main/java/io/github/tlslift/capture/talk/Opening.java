package io.github.tlslift.capture.talk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The first bytes of a side, up to where TLS begins. */
final class Opening {
  private static final int MOST = 1 << 14;
  private static final int KEPT = 1 << 10;
  private static final int HANDSHAKE = 22;
  private static final int ALERT = 21;
  private static final int RECORD = 5;
  private static final int LONGEST = 1 << 14;

  private byte[] bytes = new byte[0];
  private int length;
  private int searched;

  void add(byte[] more, int start, int count) {
    int added = Math.min(count, MOST + LONGEST - length);
    if (length + added > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + added, 2 * bytes.length));
    }
    System.arraycopy(more, start, bytes, length, added);
    length += added;
  }

  int length() {
    return length;
  }

  boolean isFull() {
    return length >= MOST;
  }

  void clear() {
    bytes = new byte[0];
    length = 0;
  }

  /** Keeps the first lines only. */
  void shrink() {
    length = Math.min(length, KEPT);
    bytes = Arrays.copyOf(bytes, length);
  }

  int capacity() {
    return bytes.length;
  }

  /** Where a handshake record with a message of this type begins, or an alert; -1 for nowhere. */
  int find(int messageType) {
    int at = searched;
    for (; at + RECORD < length; at++) {
      if (isHandshake(at, messageType) || messageType != 1 && isAlert(at)) {
        return at;
      }
    }
    searched = at;
    return -1;
  }

  private boolean isHandshake(int at, int messageType) {
    return bytes[at] == HANDSHAKE
        && bytes[at + 1] == 3
        && bytes[at + 2] <= 4
        && bytes[at + 2] >= 0
        && u16(at + 3) <= LONGEST
        && bytes[at + RECORD] == messageType;
  }

  private boolean isAlert(int at) {
    return bytes[at] == ALERT && bytes[at + 1] == 3 && u16(at + 3) == 2;
  }

  private int u16(int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  /** Whether the bytes begin with what may be a record of TLS. */
  boolean isRecord() {
    return length >= 2 && bytes[0] >= 20 && bytes[0] <= 23 && bytes[1] == 3;
  }

  /** The whole hello of SSL 2.0 that the bytes begin with. */
  Optional<byte[]> sslv2() {
    boolean begins =
        length >= 5
            && (bytes[0] & 0x80) != 0
            && bytes[2] == 1
            && (bytes[3] == 3 || bytes[3] == 0 && bytes[4] == 2);
    int size = begins ? (u16(0) & 0x7FFF) + 2 : 0;
    return begins && length >= size ? Optional.of(Arrays.copyOf(bytes, size)) : Optional.empty();
  }

  byte[] from(int start) {
    return Arrays.copyOfRange(bytes, start, length);
  }

  int u8(int at) {
    return at < length ? bytes[at] & 0xFF : -1;
  }

  boolean startsWith(String text) {
    return length >= text.length() && firstLine(text.length()).equals(text);
  }

  /** The first line, what does not print left out, as long as asked for at most. */
  String firstLine(int most) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < Math.min(length, most) && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
      line.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
    }
    return line.toString();
  }

  /**
   * What the first line asks for, without what may be secret: of a request of HTTP the method and
   * the target up to its query, else the first word.
   */
  String request(int most) {
    String line = firstLine(most);
    String[] words = line.split(" ", 3);
    boolean http = line.contains(" HTTP/1.") && words.length == 3;
    String target = http ? " " + words[1].split("\\?", 2)[0] : "";
    return words[0] + target + (http ? " " + words[2] : "");
  }

  boolean contains(String text) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(text);
  }

  /** Whether what is there reads as text. */
  boolean isText() {
    int shown = Math.min(length, 16);
    for (int i = 0; i < shown; i++) {
      if (bytes[i] < 32 && bytes[i] != '\r' && bytes[i] != '\n' && bytes[i] != '\t') {
        return false;
      }
    }
    return shown > 0;
  }
}
