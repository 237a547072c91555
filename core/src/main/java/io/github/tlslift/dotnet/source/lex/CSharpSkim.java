package io.github.tlslift.dotnet.source.lex;

import io.github.tlslift.io.Words;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;

/**
 * Finds what cannot matter of a C# text before it is cut into tokens: types and members without any
 * of the words and names that do, with the comments before them, and attributes of assemblies.
 * Every other character stays where it is, lines do not. Statements outside types stay, and so does
 * what has one half only of an {@code #if} in it.
 */
public final class CSharpSkim {
  private static final int SMALLEST = 8;
  private static final int DEEPEST = 512;
  private static final int MOST_BRANCHES = 64;
  // Names shorter than that are not searched for afterwards.
  private static final int SHORTEST_NAME = 3;
  private static final Names TYPE_WORDS =
      Names.of(Set.of("class", "struct", "interface", "namespace", "record", "enum"));

  private final String text;
  private final char[] chars;
  private final CSharpLiterals literals;
  private final int[] words;
  private final Names names;
  private final Blanks blanks = new Blanks();
  private final Deque<CSharpLevel[]> branches = new ArrayDeque<>();
  private CSharpLevel[] levels = new CSharpLevel[16];
  private int depth;
  private int nextWord;
  private int lastHit = -1;

  private CSharpSkim(String text, Words words, Names names) {
    this.text = text;
    this.chars = text.toCharArray();
    this.literals = new CSharpLiterals(text, chars);
    this.words = words.positions(text, chars);
    this.names = names;
    levels[0] = new CSharpLevel(CSharpLevel.Kind.NAMESPACE, -1, false, 0);
  }

  /**
   * The text with what does not matter in it.
   *
   * @param words that matter; in comments they do not
   * @param names of types and members that matter too
   */
  public static Skimmed of(String text, Words words, Collection<String> names) {
    CSharpSkim skim = new CSharpSkim(text, words, Names.of(names));
    skim.scan();
    return new Skimmed(text, skim.blanks);
  }

  private void scan() {
    int i = 0;
    while (i < chars.length && depth < DEEPEST && branches.size() < MOST_BRANCHES) {
      char c = chars[i];
      i = c <= ' ' ? i + 1 : step(i, c);
    }
  }

  private int step(int i, char c) {
    CSharpLevel level = levels[depth];
    if (c == '/') {
      return comment(i, level);
    }
    if (c == '#' && literals.isFirst(i)) {
      return directive(i);
    }
    if (c == '[' && level.fresh && level.kind() == CSharpLevel.Kind.NAMESPACE) {
      return attributes(i, level);
    }
    level.fresh = false;
    switch (c) {
      case '{':
        push(i, level);
        return i + 1;
      case '}':
        pop(i);
        return i + 1;
      case ';':
        semicolon(i, level);
        return i + 1;
      case '"':
        return literals.string(i);
      case '\'':
        return literals.character(i);
      case '(', '[':
        level.open();
        return i + 1;
      case ')', ']':
        level.close(c);
        return i + 1;
      case '=':
        level.equalSign();
        return i + 1;
      default:
        return Chars.isNameStart(c) ? name(i, level) : i + 1;
    }
  }

  private int name(int i, CSharpLevel level) {
    int end = i;
    int hash = 0;
    while (end < chars.length && Chars.isNamePart(chars[end])) {
      hash = 31 * hash + chars[end++];
    }
    if (!names.isEmpty() && names.has(chars, i, end, hash)) {
      lastHit = i;
    }
    if (level.isDeclaring()) {
      declared(i, end, hash, level);
    }
    return end;
  }

  // The words before a '{' tell whether members stand in it.
  private void declared(int i, int end, int hash, CSharpLevel level) {
    boolean keyword = i == 0 || chars[i - 1] != '@';
    if (keyword && TYPE_WORDS.has(chars, i, end, hash)) {
      boolean type = chars[i] != 'r' || Chars.isNameStart(after(end));
      level.typeAhead |= type && !level.constrained;
      level.namespaceAhead |= chars[i] == 'n';
    } else if (keyword && end - i == 5 && text.startsWith("where", i)) {
      level.constrained = true;
    } else if (keyword && end - i == 8 && text.startsWith("operator", i)) {
      level.operator = true;
    } else if (end - i < SHORTEST_NAME) {
      level.shortName |= ",;={(".indexOf(after(end)) >= 0;
    }
  }

  // The first character after spaces.
  private char after(int from) {
    int i = from;
    while (i < chars.length && chars[i] <= ' ') {
      i++;
    }
    return i < chars.length ? chars[i] : ' ';
  }

  private void push(int i, CSharpLevel level) {
    depth++;
    levels = depth == levels.length ? Arrays.copyOf(levels, depth * 2) : levels;
    levels[depth] = new CSharpLevel(level.opens(), i, level.isDeclaring(), branches.size());
  }

  private void pop(int i) {
    if (depth == 0) {
      levels[0].begin(i + 1, branches.size());
      return;
    }
    CSharpLevel inner = levels[depth--];
    CSharpLevel level = levels[depth];
    boolean goesOn = inner.isCode() && after(i + 1) == '=';
    if (inner.endsMember() && !goesOn) {
      ended(i, inner, level);
      level.begin(i + 1, branches.size());
    }
  }

  private void ended(int i, CSharpLevel inner, CSharpLevel level) {
    boolean inType = level.kind() == CSharpLevel.Kind.TYPE;
    boolean isType = inner.kind() == CSharpLevel.Kind.TYPE;
    if (isNeeded(i, level)) {
      return;
    }
    if ((inType || isType) && mayGo(level)) {
      blanks.add(level.head(), level.head(), i + 1);
    } else if ((inType || isType) && inner.isBodyWhole(branches.size())) {
      blanks.add(level.head(), inner.brace() + 1, i);
    }
  }

  private void semicolon(int i, CSharpLevel level) {
    if (level.isCode() || !level.isOutsideBrackets()) {
      return;
    }
    boolean inType = level.kind() == CSharpLevel.Kind.TYPE;
    if (inType && !isNeeded(i, level) && mayGo(level)) {
      blanks.add(level.head(), level.head(), i + 1);
    }
    level.begin(i + 1, branches.size());
  }

  private boolean mayGo(CSharpLevel level) {
    return !level.shortName && level.isDeclarationWhole(branches.size());
  }

  private boolean isNeeded(int end, CSharpLevel level) {
    countWords(end);
    return lastHit >= level.head() || end - level.head() <= SMALLEST;
  }

  private void countWords(int before) {
    while (nextWord < words.length && words[nextWord] < before) {
      lastHit = Math.max(lastHit, words[nextWord++]);
    }
  }

  private void passWords(int before) {
    while (nextWord < words.length && words[nextWord] < before) {
      nextWord++;
    }
  }

  private int comment(int i, CSharpLevel level) {
    int end = literals.comment(i);
    if (end == i + 1) {
      level.fresh = false;
      return end;
    }
    countWords(i);
    passWords(end);
    return end;
  }

  // Attributes of an assembly or module stand apart; others belong to what comes after them.
  private int attributes(int i, CSharpLevel level) {
    int end = sectionEnd(i + 1);
    char first = after(i + 1);
    String start = text.substring(i + 1, Math.min(end, i + 40)).strip();
    if (first != 'a' && first != 'm' || !start.matches("(?s)(assembly|module)\\s*:.*")) {
      level.fresh = false;
      level.open();
      return i + 1;
    }
    countWords(i);
    passWords(end);
    if (level.isDeclarationWhole(branches.size())) {
      blanks.add(level.head(), i, end);
    }
    level.begin(end, branches.size());
    return end;
  }

  private int sectionEnd(int from) {
    int open = 1;
    int i = from;
    while (i < chars.length && open > 0) {
      char c = chars[i];
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      i =
          switch (c) {
            case '"' -> literals.string(i);
            case '\'' -> literals.character(i);
            case '/' -> literals.comment(i);
            default -> i + 1;
          };
    }
    return Math.min(i, chars.length);
  }

  private int directive(int i) {
    int end = literals.lineEnd(i);
    countWords(i);
    passWords(end);
    String line = text.substring(i + 1, Math.min(end, i + 16)).strip();
    if (line.startsWith("if")) {
      branches.push(copies());
    } else if (line.startsWith("el") && !branches.isEmpty()) {
      restore(branches.element());
    } else if (line.startsWith("endif") && !branches.isEmpty()) {
      branches.pop();
      for (int d = 0; d <= depth; d++) {
        levels[d].closed(branches.size());
      }
    }
    if (levels[depth].fresh) {
      levels[depth].begin(literals.nextLine(end), branches.size());
    }
    return end;
  }

  // Every branch of an #if starts from where the first one did.
  private CSharpLevel[] copies() {
    CSharpLevel[] copies = new CSharpLevel[depth + 1];
    for (int d = 0; d <= depth; d++) {
      copies[d] = levels[d].copy();
    }
    return copies;
  }

  private void restore(CSharpLevel[] saved) {
    depth = saved.length - 1;
    for (int d = 0; d <= depth; d++) {
      levels[d] = saved[d].copy();
    }
  }
}
