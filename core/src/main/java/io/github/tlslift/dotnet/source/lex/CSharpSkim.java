package io.github.tlslift.dotnet.source.lex;

import java.util.Arrays;

/**
 * Blanks the bodies of types and members of a C# text that have none of the words that matter, so
 * that only what may matter is cut into tokens. Every other character stays where it is, lines do
 * not. Lexical rules: ECMA-334 6.3 and 6.4; a block with a preprocessor line in it is kept, for its
 * braces need not match.
 */
public final class CSharpSkim {
  private static final int SMALLEST = 24;
  private static final int DEEPEST = 1 << 14;
  private static final String[] TYPE_WORDS = {
    "class", "struct", "interface", "namespace", "record", "enum"
  };

  private final String text;
  private final char[] chars;
  private final int[] words;
  private int[] open = new int[32];
  private int[] heads = new int[32];
  private int head;
  private boolean[] ofType = new boolean[32];
  private int depth;
  private boolean typeAhead;
  private int directive = -1;
  // Of each: where its declaration starts, where its body does, and where that ends.
  private int[] blanks = new int[36];
  private int count;

  private CSharpSkim(String text, int[] words) {
    this.text = text;
    this.chars = text.toCharArray();
    this.words = words;
  }

  /**
   * The text with blocks blanked.
   *
   * @param words where words that matter begin, ascending
   */
  public static Skimmed of(String text, int[] words) {
    CSharpSkim skim = new CSharpSkim(text, words);
    skim.scan();
    int[] blanks = Arrays.copyOf(skim.blanks, skim.count);
    return new Skimmed(skim.count == 0 ? text : skim.blanked(), blanks);
  }

  private void scan() {
    int i = 0;
    while (i < chars.length && depth <= DEEPEST) {
      i = step(i, chars[i]);
    }
  }

  private int step(int i, char c) {
    switch (c) {
      case '{':
        push(i);
        return i + 1;
      case '}':
        pop(i);
        return i + 1;
      case ';':
        typeAhead = false;
        head = i + 1;
        return i + 1;
      case '"':
        return string(i);
      case '\'':
        return character(i);
      case '/':
        return comment(i);
      case '#':
        return hash(i);
      case 'c', 's', 'i', 'n', 'r', 'e':
        return word(i);
      default:
        return i + 1;
    }
  }

  // The words before a '{' tell whether members stand in it.
  private int word(int i) {
    boolean starts = i == 0 || !Character.isJavaIdentifierPart(chars[i - 1]);
    if (!starts) {
      return i + 1;
    }
    int end = i + 1;
    while (end < chars.length && Character.isJavaIdentifierPart(chars[end])) {
      end++;
    }
    typeAhead |= isTypeWord(i, end - i);
    return end;
  }

  private boolean isTypeWord(int at, int length) {
    for (String word : TYPE_WORDS) {
      if (word.length() == length && text.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }

  private void push(int at) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      heads = Arrays.copyOf(heads, depth * 2);
      ofType = Arrays.copyOf(ofType, depth * 2);
    }
    ofType[depth] = typeAhead;
    heads[depth] = head;
    open[depth++] = at;
    typeAhead = false;
    head = at + 1;
  }

  private void pop(int at) {
    typeAhead = false;
    head = at + 1;
    if (depth == 0) {
      return;
    }
    int start = open[--depth];
    boolean member = depth == 0 || ofType[depth - 1];
    boolean plain =
        member && at - start > SMALLEST && directive < start && !hasWord(heads[depth], at);
    if (plain) {
      blank(heads[depth], start + 1, at);
    }
  }

  private boolean hasWord(int from, int to) {
    int found = Arrays.binarySearch(words, from);
    int next = found < 0 ? -found - 1 : found;
    return next < words.length && words[next] < to;
  }

  // An outer block takes the place of the inner ones that were noted before it.
  private void blank(int from, int brace, int to) {
    while (count > 0 && blanks[count - 3] >= from) {
      count -= 3;
    }
    blanks = count + 3 > blanks.length ? Arrays.copyOf(blanks, count * 2) : blanks;
    blanks[count++] = from;
    blanks[count++] = brace;
    blanks[count++] = to;
  }

  private int comment(int i) {
    char next = at(i + 1);
    if (next == '/') {
      return lineEnd(i);
    }
    if (next != '*') {
      return i + 1;
    }
    int end = text.indexOf("*/", i + 2);
    return end < 0 ? chars.length : end + 2;
  }

  private int hash(int i) {
    int before = i - 1;
    while (before >= 0 && (chars[before] == ' ' || chars[before] == '\t')) {
      before--;
    }
    boolean first = before < 0 || chars[before] == '\n' || chars[before] == '\r';
    if (first && !text.startsWith("region", i + 1) && !text.startsWith("endregion", i + 1)) {
      directive = i;
    }
    return first ? lineEnd(i) : i + 1;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < chars.length && chars[i] != '\n' && chars[i] != '\r') {
      i++;
    }
    return i;
  }

  private int character(int i) {
    int at = i + 1;
    while (at < chars.length && chars[at] != '\'' && chars[at] != '\n') {
      at += chars[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private int string(int i) {
    int quotes = i;
    while (at(quotes) == '"') {
      quotes++;
    }
    boolean verbatim = at(i - 1) == '@' || (at(i - 1) == '$' && at(i - 2) == '@');
    if (quotes - i >= 3 && !verbatim) {
      return raw(i, quotes - i);
    }
    boolean interpolated = at(i - 1) == '$' || (verbatim && at(i - 2) == '$');
    return quoted(i + 1, verbatim, interpolated, 0);
  }

  private int raw(int i, int quotes) {
    int end = text.indexOf("\"".repeat(quotes), i + quotes);
    int after = end < 0 ? chars.length : end + quotes;
    while (at(after) == '"') {
      after++;
    }
    return after;
  }

  private int quoted(int from, boolean verbatim, boolean interpolated, int nesting) {
    int i = from;
    while (i < chars.length) {
      char c = chars[i];
      if (c == '"' && verbatim && at(i + 1) == '"') {
        i += 2;
      } else if (c == '"') {
        return i + 1;
      } else if (c == '\\' && !verbatim) {
        i += 2;
      } else if (c == '\n' && !verbatim) {
        return i;
      } else if (c == '{' && interpolated && at(i + 1) != '{') {
        i = hole(i + 1, nesting);
      } else {
        i += c == '{' && interpolated ? 2 : 1;
      }
    }
    return i;
  }

  private int hole(int from, int nesting) {
    int i = from;
    int braces = 1;
    while (i < chars.length && braces > 0) {
      char c = chars[i];
      braces += c == '{' ? 1 : c == '}' ? -1 : 0;
      boolean inner = c == '"' && nesting < 16;
      i = inner ? nested(i, nesting) : c == '\'' ? character(i) : i + 1;
    }
    return i;
  }

  private int nested(int i, int nesting) {
    boolean verbatim = at(i - 1) == '@' || at(i - 2) == '@';
    boolean interpolated = at(i - 1) == '$' || at(i - 2) == '$';
    return quoted(i + 1, verbatim, interpolated, nesting + 1);
  }

  private char at(int i) {
    return i >= 0 && i < chars.length ? chars[i] : 0;
  }

  private String blanked() {
    for (int i = 0; i < count; i += 3) {
      Arrays.fill(chars, blanks[i + 1], blanks[i + 2], ' ');
    }
    return new String(chars);
  }
}
