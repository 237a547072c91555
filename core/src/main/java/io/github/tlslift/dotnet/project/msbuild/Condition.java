package io.github.tlslift.dotnet.project.msbuild;

import java.util.Locale;

/** Decides {@code Condition} attributes (MSBuild: conditions). */
final class Condition {
  private static final int DEEPEST = 100;

  private final String text;
  private final Expander expander;
  private final String folder;
  private int at;
  private int depth;
  private boolean broken;

  private Condition(String text, Expander expander, String folder) {
    this.text = text;
    this.expander = expander;
    this.folder = folder;
  }

  /**
   * What the condition comes to; undecided where it is not well-formed.
   *
   * @param folder where {@code Exists} looks from
   */
  static Truth decide(String text, Expander expander, String folder) {
    if (text.isBlank()) {
      return Truth.TRUE;
    }
    Condition condition = new Condition(text, expander, folder);
    Truth truth = condition.either();
    condition.space();
    return condition.broken || condition.at < text.length() ? Truth.UNDECIDED : truth;
  }

  private Truth either() {
    Truth left = both();
    while (word("or")) {
      left = left.or(both());
    }
    return left;
  }

  private Truth both() {
    Truth left = factor();
    while (word("and")) {
      left = left.and(factor());
    }
    return left;
  }

  private Truth factor() {
    if (++depth > DEEPEST) {
      return fail();
    }
    Truth truth = unnested();
    depth--;
    return truth;
  }

  private Truth unnested() {
    if (take("!") && !ahead("=")) {
      return factor().not();
    }
    if (take("(")) {
      Truth inner = either();
      return take(")") ? inner : fail();
    }
    return comparison();
  }

  private Truth comparison() {
    int start = at;
    Text left = argument();
    if (at == start) {
      return fail();
    }
    for (String operator : new String[] {"==", "!=", "<=", ">=", "<", ">"}) {
      if (take(operator)) {
        return Comparison.decide(left, operator, argument());
      }
    }
    return Comparison.bool(left.value())
        .map(value -> left.known() ? Truth.of(value) : Truth.UNDECIDED)
        .orElseGet(() -> left.known() ? fail() : Truth.UNDECIDED);
  }

  private Text argument() {
    space();
    if (at >= text.length()) {
      return Text.unknown("");
    }
    if (text.charAt(at) == '\'') {
      return expanded(quoted());
    }
    int start = at;
    if (ahead("$(") || ahead("@(") || ahead("%(")) {
      at = Math.max(at, Brackets.close(text, at + 2)) + 1;
      return expanded(text.substring(start, at));
    }
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    return take("(") ? function(word.toLowerCase(Locale.ROOT)) : expanded(word);
  }

  private String quoted() {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != '\'') {
      boolean nested = ahead("$(") || ahead("@(") || ahead("%(");
      int end = nested ? Brackets.close(text, at + 2) : -1;
      at = Math.max(at, end) + 1;
    }
    broken |= at >= text.length();
    String inside = text.substring(start, Math.min(at, text.length()));
    at++;
    return inside;
  }

  private Text expanded(String raw) {
    Text value = expander.expand(raw);
    boolean items = value.value().contains("@(") || value.value().contains("%(");
    return new Text(Escapes.unescape(value.value()), value.known() && !items);
  }

  private Text function(String name) {
    Text argument = argument();
    broken |= !take(")");
    Truth truth =
        switch (name) {
          case "exists" -> TreeFiles.exists(expander.tree, folder, argument.value());
          case "hastrailingslash" -> Truth.of(argument.value().matches("(?s).*[/\\\\]"));
          default -> Truth.UNDECIDED;
        };
    return new Text(
        truth == Truth.TRUE ? "true" : "false", argument.known() && truth != Truth.UNDECIDED);
  }

  private Truth fail() {
    broken = true;
    at = text.length();
    return Truth.UNDECIDED;
  }

  private boolean word(String word) {
    space();
    int end = at + word.length();
    boolean there =
        text.regionMatches(true, at, word, 0, word.length())
            && (end == text.length() || !isWord(text.charAt(end)));
    at = there ? end : at;
    return there;
  }

  private boolean take(String what) {
    space();
    boolean there = ahead(what);
    at += there ? what.length() : 0;
    return there;
  }

  private boolean ahead(String what) {
    return text.startsWith(what, at);
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '+';
  }
}
