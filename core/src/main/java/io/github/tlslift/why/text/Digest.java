package io.github.tlslift.why.text;

import io.github.tlslift.io.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The failing moments of a long log, each once: lines with a word of failure and those that go on
 * from them. It reads a stretch at a time and keeps distinct lines only, so its memory is bounded.
 */
final class Digest {
  private static final int STRETCH = 1 << 20;
  private static final int MOST_LINES = 4000;
  private static final int MOST_CHARS = 2000;
  private static final int CONTINUED = 12;
  private static final int HEAD = 40;
  private static final Words FAILURE =
      Words.of(
          Map.of(
              1,
              List.of(
                  "exception",
                  "fatal",
                  "0x8009",
                  "0x800b",
                  "returned code=",
                  "alert",
                  "handshake",
                  "aborted:",
                  "was closed",
                  "forcibly",
                  "certificate has",
                  "certificate is",
                  "SSL routines",
                  "securityprotocol",
                  "excepción",
                  "ausnahme")));
  // What differs between two lines that say the same: threads, objects, long numbers.
  private static final Pattern OF_ONE =
      Pattern.compile(
          "\\[\\d+\\]|#\\d+|\\d{1,2}:\\d\\d:\\d\\d[.,\\d]*|(?<![xX\\d])\\d{6,}|\\d{4}-\\d\\d-\\d\\d");

  private record Place(int number, String text) {}

  private final Map<String, Place> kept = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int lines;

  private Digest() {}

  /** The lines worth reading. */
  static List<TextLine> of(InputStream log) throws IOException {
    Digest digest = new Digest();
    digest.read(log);
    return digest.kept.entrySet().stream()
        .map(
            e ->
                new TextLine(
                    e.getValue().number,
                    e.getValue().text,
                    digest.counts.getOrDefault(e.getKey(), 1)))
        .sorted(Comparator.comparingInt(TextLine::number))
        .toList();
  }

  private void read(InputStream log) throws IOException {
    byte[] bytes = new byte[STRETCH];
    int filled = 0;
    for (int n = log.read(bytes, 0, STRETCH);
        n >= 0;
        n = log.read(bytes, filled, STRETCH - filled)) {
      filled += n;
      if (filled == STRETCH) {
        int whole = lastEnd(bytes, filled);
        stretch(bytes, whole);
        System.arraycopy(bytes, whole, bytes, 0, filled - whole);
        filled -= whole;
      }
    }
    stretch(bytes, filled);
  }

  // A line longer than a stretch is cut.
  private static int lastEnd(byte[] bytes, int length) {
    for (int i = length; i > 0; i--) {
      if (bytes[i - 1] == '\n') {
        return i;
      }
    }
    return length;
  }

  // Every byte is a character here, so that places in the text are places in the bytes.
  private void stretch(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    int at = lines == 0 ? head(text, bytes) : 0;
    for (int word : FAILURE.positions(text)) {
      if (word >= at) {
        int start = text.lastIndexOf('\n', word) + 1;
        lines += feeds(bytes, at, start);
        at = moment(text, bytes, start);
      }
    }
    lines += feeds(bytes, at, length);
  }

  private int head(String text, byte[] bytes) {
    int at = 0;
    for (int i = 0; i < HEAD && at < text.length(); i++) {
      at = line(text, bytes, at);
    }
    return at;
  }

  private int moment(String text, byte[] bytes, int start) {
    int at = line(text, bytes, start);
    for (int i = 0; i < CONTINUED && at < text.length() && goesOn(text, at); i++) {
      at = line(text, bytes, at);
    }
    return at;
  }

  private static boolean goesOn(String text, int at) {
    char c = text.charAt(at);
    return c == ' ' || c == '\t' || text.startsWith("at ", at) || text.startsWith("---", at);
  }

  // The start of the line after this one.
  private int line(String text, byte[] bytes, int start) {
    int feed = text.indexOf('\n', start);
    int end = feed < 0 ? text.length() : feed;
    int shown = Math.min(end - start, MOST_CHARS);
    add(new String(bytes, start, shown, StandardCharsets.UTF_8).stripTrailing());
    lines += feed < 0 ? 0 : 1;
    return feed < 0 ? end : end + 1;
  }

  private void add(String line) {
    String key = OF_ONE.matcher(line).replaceAll("#");
    if (kept.containsKey(key)) {
      counts.merge(key, 1, Integer::sum);
    } else if (kept.size() < MOST_LINES) {
      kept.put(key, new Place(lines + 1, line));
      counts.put(key, 1);
    }
  }

  private static int feeds(byte[] bytes, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }
}
