package io.github.tlslift.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds which of a few classes of words a stretch of bytes has, whatever their case. It looks at
 * two bytes and leaps as far as no word can be missed (Wu and Manber, "A fast algorithm for
 * multi-pattern searching", 1994).
 */
public final class Words {
  private static final int BLOCK = 2;

  private record Word(byte[] lower, int bit) {}

  private final List<Word> words;
  private final int shortest;
  private final byte[] leap = new byte[1 << 16];
  private final Word[][] ending = new Word[1 << 16][];
  private final int allBits;

  private Words(List<Word> words) {
    this.words = List.copyOf(words);
    shortest = words.stream().mapToInt(w -> w.lower.length).min().orElseThrow();
    allBits = words.stream().mapToInt(Word::bit).reduce(0, (a, b) -> a | b);
    Arrays.fill(leap, (byte) Math.min(Byte.MAX_VALUE, shortest - BLOCK + 1));
    words.forEach(this::add);
  }

  /**
   * A search for classes of words.
   *
   * @param classes ASCII words of at least three letters, by the bit that stands for their class
   */
  public static Words of(Map<Integer, List<String>> classes) {
    List<Word> words = new ArrayList<>();
    classes.forEach((bit, list) -> list.forEach(w -> words.add(new Word(bytes(w), bit))));
    return new Words(words);
  }

  /** A search for other words as well. */
  public Words and(Collection<String> more) {
    List<Word> all = new ArrayList<>(words);
    more.forEach(w -> all.add(new Word(bytes(w), 1)));
    return new Words(all);
  }

  private static byte[] bytes(String word) {
    return word.toLowerCase(Locale.ROOT).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  private void add(Word word) {
    for (int i = 0; i + BLOCK <= shortest; i++) {
      int distance = shortest - BLOCK - i;
      for (int block : spellings(word.lower[i], word.lower[i + 1])) {
        leap[block] = (byte) Math.min(leap[block], distance);
        if (distance == 0) {
          ending[block] = appended(ending[block], word);
        }
      }
    }
  }

  private static Word[] appended(Word @org.jspecify.annotations.Nullable [] words, Word word) {
    Word[] more = words == null ? new Word[1] : Arrays.copyOf(words, words.length + 1);
    more[more.length - 1] = word;
    return more;
  }

  private static int[] spellings(byte first, byte second) {
    return new int[] {
      block(first, second),
      block(upper(first), second),
      block(first, upper(second)),
      block(upper(first), upper(second))
    };
  }

  private static int block(byte first, byte second) {
    return (first & 0xFF) | (second & 0xFF) << 8;
  }

  private static byte upper(byte b) {
    return b >= 'a' && b <= 'z' ? (byte) (b - 32) : b;
  }

  private static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
  }

  /** The bits of all classes that have a word among the first {@code length} bytes. */
  public int in(byte[] bytes, int length) {
    int found = 0;
    int i = shortest - BLOCK;
    while (i + 1 < length && found != allBits) {
      int block = block(bytes[i], bytes[i + 1]);
      int step = leap[block];
      if (step == 0) {
        found |= matches(bytes, length, i - (shortest - BLOCK), block);
        step = 1;
      }
      i += step;
    }
    return found;
  }

  /** Where words begin in a text, ascending. */
  public int[] positions(String text) {
    char[] chars = text.toCharArray();
    int[] found = new int[8];
    int count = 0;
    int i = shortest - BLOCK;
    while (i + 1 < chars.length) {
      int step = leap[block(narrow(chars[i]), narrow(chars[i + 1]))];
      if (step == 0) {
        int start = i - (shortest - BLOCK);
        if (isAt(text, start)) {
          found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
          found[count++] = start;
        }
        step = 1;
      }
      i += step;
    }
    return Arrays.copyOf(found, count);
  }

  // No word has a letter beyond ASCII.
  private static byte narrow(char c) {
    return c < 128 ? (byte) c : 127;
  }

  private boolean isAt(String text, int start) {
    int at = start + shortest - BLOCK;
    for (Word word : ending[block(narrow(text.charAt(at)), narrow(text.charAt(at + 1)))]) {
      if (isAt(word.lower, text, start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] word, String text, int start) {
    if (start + word.length > text.length()) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (lower(narrow(text.charAt(start + i))) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private int matches(byte[] bytes, int length, int start, int block) {
    int bits = 0;
    for (Word word : ending[block]) {
      bits |= isAt(word.lower, bytes, length, start) ? word.bit : 0;
    }
    return bits;
  }

  private static boolean isAt(byte[] word, byte[] bytes, int length, int start) {
    if (start + word.length > length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (lower(bytes[start + i]) != word[i]) {
        return false;
      }
    }
    return true;
  }
}
