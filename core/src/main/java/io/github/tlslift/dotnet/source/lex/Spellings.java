package io.github.tlslift.dotnet.source.lex;

/** Gives the same string for the same characters, mostly: a file has few different words. */
final class Spellings {
  private static final int SIZE = 1 << 11;
  private static final int LONGEST = 40;
  private static final String[] SINGLE = single();

  private final String text;
  private final String[] known = new String[SIZE];

  Spellings(String text) {
    this.text = text;
  }

  private static String[] single() {
    String[] all = new String[128];
    for (char c = 0; c < all.length; c++) {
      all[c] = String.valueOf(c);
    }
    return all;
  }

  /** The characters of a range. */
  String of(int start, int end) {
    int length = end - start;
    if (length == 1 && text.charAt(start) < SINGLE.length) {
      return SINGLE[text.charAt(start)];
    }
    if (length > LONGEST) {
      return text.substring(start, end);
    }
    int hash = length;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    int slot = (hash ^ (hash >>> 15)) & (SIZE - 1);
    String found = known[slot];
    if (found == null || found.length() != length || !text.startsWith(found, start)) {
      found = text.substring(start, end);
      known[slot] = found;
    }
    return found;
  }
}
