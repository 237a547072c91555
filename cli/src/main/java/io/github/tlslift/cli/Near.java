package io.github.tlslift.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a mistyped word may have meant. */
final class Near {
  private static final int MOST = 5;
  private static final int LONGEST = 64;

  private Near() {}

  /** The nearest words, best first; none where nothing is near. */
  static List<String> to(String typed, Collection<String> known) {
    String key = key(typed);
    return known.stream()
        .distinct()
        .filter(k -> distance(key, key(k)) <= 1 + key.length() / 3 || isPart(key, key(k)))
        .sorted(
            Comparator.<String>comparingInt(k -> isPart(key, key(k)) ? 0 : distance(key, key(k)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** Insertions, deletions and replacements from one to the other (Levenshtein). */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row = next(row, a.charAt(i - 1), b, i);
    }
    return row[b.length()];
  }

  private static int[] next(int[] above, char c, String b, int i) {
    int[] row = new int[above.length];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int replaced = above[j - 1] + (c == b.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
    }
    return row;
  }

  private static boolean isPart(String key, String known) {
    return key.length() >= 3 && known.contains(key);
  }

  private static String key(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower;
  }
}
