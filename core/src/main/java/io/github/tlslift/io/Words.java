package io.github.tlslift.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds which of a few classes of words a stretch of bytes has, whatever their case. It looks at
 * three bytes and leaps as far as no word can be missed (Wu and Manber, "A fast algorithm for
 * multi-pattern searching", 1994). Only the lower five bits of a byte count for the leap, which are
 * the same for both cases of a letter.
 */
public final class Words {
  private static final int BLOCK = 3;
  private static final int BITS = 31;

  private static final Word[] NONE = {};

  private record Word(byte[] lower, int bit) {}

  private final List<Word> words;
  private final int shortest;
  private final byte[] leap = new byte[1 << 15];
  private final Word[][] ending = new Word[1 << 15][];
  private final int allBits;
  private final int last;

  private Words(List<Word> words, int last) {
    this.words = List.copyOf(words);
    this.last = last;
    shortest = words.stream().mapToInt(w -> w.lower.length).min().orElse(BLOCK);
    allBits = words.stream().mapToInt(Word::bit).reduce(0, (a, b) -> a | b);
    Arrays.fill(leap, (byte) Math.min(Byte.MAX_VALUE, shortest - BLOCK + 1));
    Arrays.fill(ending, NONE);
    words.forEach(this::add);
  }

  /**
   * A search for classes of words.
   *
   * @param classes ASCII words of at least three letters, by the bit that stands for their class
   */
  public static Words of(Map<Integer, ? extends Collection<String>> classes) {
    List<Word> words = new ArrayList<>();
    classes.forEach((bit, list) -> list.forEach(w -> words.add(word(w, bit))));
    return new Words(words, 0);
  }

  /** The same, but a search ends at the first word of one of these classes. */
  public Words endingWith(int bits) {
    return new Words(words, bits);
  }

  /** Whether a search that found these classes has nothing more to look for. */
  public boolean isSettled(int found) {
    return found == allBits || (found & last) != 0;
  }

  private static Word word(String text, int bit) {
    if (text.length() < BLOCK) {
      throw new IllegalArgumentException("'" + text + "' is shorter than " + BLOCK + " letters");
    }
    byte[] lower = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    return new Word(lower, bit);
  }

  private void add(Word word) {
    for (int i = 0; i + BLOCK <= shortest; i++) {
      int distance = shortest - BLOCK - i;
      int block = block(word.lower[i], word.lower[i + 1], word.lower[i + 2]);
      leap[block] = (byte) Math.min(leap[block], distance);
      if (distance == 0) {
        ending[block] = appended(ending[block], word);
      }
    }
  }

  private static Word[] appended(Word[] words, Word word) {
    Word[] more = Arrays.copyOf(words, words.length + 1);
    more[more.length - 1] = word;
    return more;
  }

  private static int block(int first, int second, int third) {
    return (first & BITS) << 10 | (second & BITS) << 5 | third & BITS;
  }

  /** The bits of all classes that have a word among the first {@code length} bytes. */
  public int in(byte[] bytes, int length) {
    byte[] leaps = leap;
    int before = shortest - BLOCK;
    int last = length - BLOCK;
    int found = 0;
    for (int i = before; i <= last; ) {
      int block = block(bytes[i], bytes[i + 1], bytes[i + 2]);
      int step = leaps[block];
      if (step == 0) {
        found |= matches(bytes, length, i - before, block);
        if (isSettled(found)) {
          return found;
        }
        step = 1;
      }
      i += step;
    }
    return found;
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

  private static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
  }

  /** Where words begin in a text, ascending. */
  public int[] positions(String text) {
    return positions(text, text.toCharArray());
  }

  /** The same, for who has the text's characters at hand. */
  public int[] positions(String text, char[] chars) {
    byte[] leaps = leap;
    int before = shortest - BLOCK;
    int last = chars.length - BLOCK;
    int[] found = new int[8];
    int count = 0;
    for (int i = before; i <= last; ) {
      int block = block(chars[i], chars[i + 1], chars[i + 2]);
      int step = leaps[block];
      if (step == 0) {
        if (isAt(text, i - before, block)) {
          found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
          found[count++] = i - before;
        }
        step = 1;
      }
      i += step;
    }
    return Arrays.copyOf(found, count);
  }

  /** Whether some word is in a text. */
  public boolean isIn(String text) {
    return isIn(text, 0, text.length());
  }

  /** Whether some word begins between two places of a text. */
  public boolean isIn(String text, int from, int to) {
    int i = from + shortest - BLOCK;
    int last = to - BLOCK;
    while (i <= last) {
      int block = block(text.charAt(i), text.charAt(i + 1), text.charAt(i + 2));
      int step = leap[block];
      if (step == 0) {
        if (isAt(text, i - (shortest - BLOCK), block)) {
          return true;
        }
        step = 1;
      }
      i += step;
    }
    return false;
  }

  private boolean isAt(String text, int start, int block) {
    for (Word word : ending[block]) {
      if (isAt(word.lower, text, start)) {
        return true;
      }
    }
    return false;
  }

  // Letters elsewhere whose other case is in ASCII are no letters of a word.
  private static boolean isAt(byte[] word, String text, int start) {
    if (start + word.length > text.length()) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      char c = text.charAt(start + i);
      if (c >= 128 || lower((byte) c) != word[i]) {
        return false;
      }
    }
    return true;
  }
}
