package io.github.tlslift.why.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the wrapping off pasted text: JSON members, escapes, HTML, chains of exceptions in one
 * line, prefixes of logs.
 */
final class Unwrap {
  private static final Pattern LINE = Pattern.compile("\r\n|\r|\n|\u2028|\u2029");
  // Bounded, so that a megabyte of spaces takes no longer than one of letters. Where an inner
  // exception or a frame begins, in a chain that stands in one line.
  private static final Pattern CHAIN =
      Pattern.compile(
          " {0,8}-{2,3}> {0,8}|\\s{2,20}(?=at [\\w.<`]+\\()|(?<=\\)) (?=at [\\w.<`]+\\()");

  private Unwrap() {}

  /** The lines, each with the number of the line it came from. */
  static List<TextLine> lines(String text) {
    return unwrapped(members(text));
  }

  /** The same of lines that were chosen before. */
  static List<TextLine> lines(List<TextLine> chosen) {
    List<TextLine> members = new ArrayList<>();
    for (TextLine line : chosen) {
      List<TextLine> found = JsonText.lines(line.text(), 1);
      found.forEach(m -> members.add(line.with(m.text())));
      if (found.isEmpty()) {
        members.add(line);
      }
    }
    return unwrapped(members);
  }

  private static List<TextLine> unwrapped(List<TextLine> members) {
    List<TextLine> lines = new ArrayList<>();
    for (TextLine line : members) {
      String decoded = Escapes.decode(line.text());
      for (String one : LINE.split(decoded, -1)) {
        chain(one).forEach(part -> lines.add(line.with(part)));
      }
    }
    return Prefixes.strip(lines);
  }

  private static List<TextLine> members(String text) {
    List<TextLine> whole = JsonText.lines(text, 1);
    if (!whole.isEmpty()) {
      return whole;
    }
    List<TextLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : LINE.split(text, -1)) {
      number++;
      List<TextLine> members = JsonText.lines(line, number);
      lines.addAll(members.isEmpty() ? List.of(new TextLine(number, line)) : members);
    }
    return lines;
  }

  private static List<String> chain(String line) {
    List<String> parts = new ArrayList<>();
    for (String part : CHAIN.split(line, -1)) {
      if (!part.isBlank()) {
        parts.add(part);
      }
    }
    return parts;
  }
}
