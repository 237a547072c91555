package io.github.tlslift.dotnet.source.lex;

import java.util.Collection;

/** A set of names that is asked with stretches of characters, so that no string is made of them. */
final class Names {
  private final String[] slots;
  private final boolean isEmpty;

  private Names(String[] slots, boolean isEmpty) {
    this.slots = slots;
    this.isEmpty = isEmpty;
  }

  /** These names. */
  static Names of(Collection<String> names) {
    String[] slots = new String[Integer.highestOneBit(names.size() + 1) * 4];
    names.forEach(n -> add(n, slots));
    return new Names(slots, names.isEmpty());
  }

  private static void add(String name, String[] slots) {
    int slot = name.hashCode();
    while (slots[slot & slots.length - 1] != null) {
      slot++;
    }
    slots[slot & slots.length - 1] = name;
  }

  boolean isEmpty() {
    return isEmpty;
  }

  /**
   * Whether the characters are one of the names.
   *
   * @param hash as {@link String#hashCode} makes it of them
   */
  boolean has(char[] chars, int start, int end, int hash) {
    for (int slot = hash; slots[slot & slots.length - 1] != null; slot++) {
      if (is(slots[slot & slots.length - 1], chars, start, end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the names stands between the places, comments and strings included. */
  boolean isIn(String text, int from, int to) {
    char[] part = new char[to - from];
    text.getChars(from, to, part, 0);
    int i = 0;
    while (i < part.length) {
      int start = i;
      int hash = 0;
      while (i < part.length && Chars.isNamePart(part[i])) {
        hash = 31 * hash + part[i++];
      }
      if (i > start && has(part, start, i, hash)) {
        return true;
      }
      i = i > start ? i : i + 1;
    }
    return false;
  }

  private static boolean is(String name, char[] chars, int start, int end) {
    if (name.length() != end - start) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != chars[start + i]) {
        return false;
      }
    }
    return true;
  }
}
