package io.github.tlslift.why.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Unwrapped text in the two forms that signs are searched in, both of which know their lines. */
final class Reading {
  private static final int MOST_SHOWN = 240;
  private static final int MOST_MASKED = 4000;

  private final List<TextLine> lines;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder squeezed = new StringBuilder();
  private final int[] textStarts;
  private final int[] squeezedStarts;

  private Reading(List<TextLine> lines) {
    this.lines = lines;
    textStarts = new int[lines.size()];
    squeezedStarts = new int[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      textStarts[i] = text.length();
      squeezedStarts[i] = squeezed.length();
      text.append(lines.get(i).text()).append('\n');
      squeeze(lines.get(i).text());
    }
  }

  static Reading of(String pasted) {
    return new Reading(Unwrap.lines(pasted));
  }

  static Reading of(List<TextLine> chosen) {
    return new Reading(Unwrap.lines(chosen));
  }

  /** The lines, each ended by a line feed. */
  CharSequence text() {
    return text;
  }

  /** The letters and digits alone (see {@code Squeeze}), so that a sentence has no line ends. */
  String squeezed() {
    return squeezed.toString();
  }

  /** The line at a place of the text. */
  TextLine lineAt(int offset) {
    return line(textStarts, offset);
  }

  /** The line at a place of the letters and digits. */
  TextLine lineAtSqueezed(int offset) {
    return line(squeezedStarts, offset);
  }

  /** A line as it may be shown. */
  static String shown(TextLine line) {
    String start = line.text().substring(0, Math.min(line.text().length(), MOST_MASKED));
    String text = Secrets.hidden(start.strip());
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN - 3) + "...";
  }

  // Of lines that begin at the same place the last is the one that is not empty.
  private TextLine line(int[] starts, int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int at = found >= 0 ? found : -found - 2;
    while (at + 1 < starts.length && starts[at + 1] == starts[at]) {
      at++;
    }
    return lines.get(Math.max(at, 0));
  }

  private void squeeze(String line) {
    String plain = Normalizer.normalize(line.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        squeezed.append(c);
      }
    }
  }
}
