package io.github.tlslift.why.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off what a log writes in front of every line, which may stand in the middle of a sentence.
 */
final class Prefixes {
  private static final Pattern NAMED =
      Pattern.compile("^\\s*(?:[\\w.\\[\\]#/-]{1,40}(?:: | \\| |> )|[>|] )");
  private static final Pattern TIME =
      Pattern.compile(
          "^\\s*\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.,\\d]*(?:Z|[ ]?[+-]\\d\\d:?\\d\\d)?\\]?\\s*");
  private static final int LEAST = 3;

  private Prefixes() {}

  /** The lines without a time, and without a prefix that most of them have. */
  static List<TextLine> strip(List<TextLine> lines) {
    List<TextLine> timeless =
        lines.stream().map(l -> l.with(TIME.matcher(l.text()).replaceFirst(""))).toList();
    String common = common(timeless);
    return common.isEmpty()
        ? timeless
        : timeless.stream().map(l -> l.with(without(common, l.text()))).toList();
  }

  private static String common(List<TextLine> lines) {
    Map<String, Integer> counts = new HashMap<>();
    int written = 0;
    for (TextLine line : lines) {
      Matcher m = NAMED.matcher(line.text());
      written += line.text().isBlank() ? 0 : 1;
      if (m.find()) {
        counts.merge(m.group().strip(), 1, Integer::sum);
      }
    }
    int most = Math.max(LEAST, written * 6 / 10);
    return counts.entrySet().stream()
        .filter(e -> e.getValue() >= most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static String without(String prefix, String text) {
    String line = text.stripLeading();
    return line.startsWith(prefix) ? line.substring(prefix.length()) : text;
  }
}
