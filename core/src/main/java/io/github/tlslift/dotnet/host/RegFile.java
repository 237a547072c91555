package io.github.tlslift.dotnet.host;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.RegistryValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads registry exports, {@code REGEDIT4} and version 5.00 (Microsoft: "How to add, modify, or
 * delete registry subkeys and values by using a .reg file").
 */
public final class RegFile {
  private final SourceText file;
  private final List<RegistryValue> values = new ArrayList<>();
  private final List<Coverage.Gap> gaps = new ArrayList<>();
  private RegKey key = RegKey.NONE;

  private RegFile(SourceText file) {
    this.file = file;
  }

  /** The values of an export and the lines of it that could not be read. */
  public record Contents(List<RegistryValue> values, List<Coverage.Gap> gaps) {
    /** Copies the lists. */
    public Contents {
      values = List.copyOf(values);
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * Reads an export.
   *
   * @throws MalformedInputException where the first line does not name a version
   */
  public static Contents read(SourceText file) throws MalformedInputException {
    String text = file.text().stripLeading();
    if (!text.startsWith("Windows Registry Editor Version 5.00") && !text.startsWith("REGEDIT4")) {
      throw new MalformedInputException(0, "first line", "no registry export begins so");
    }
    RegFile reader = new RegFile(file);
    reader.lines();
    return new Contents(reader.values, reader.gaps);
  }

  private void lines() {
    String text = file.text();
    int at = text.indexOf('\n') + 1;
    while (at > 0 && at < text.length()) {
      int end = logicalEnd(text, at);
      line(text.substring(at, end), at);
      at = end + 1;
    }
  }

  // A line that ends in a backslash goes on in the next, unless it is a comment.
  private static int logicalEnd(String text, int from) {
    int end = from;
    while (true) {
      int newline = text.indexOf('\n', end);
      if (newline < 0) {
        return text.length();
      }
      if (isComment(text, from, newline) || !goesOn(text, end, newline)) {
        return newline;
      }
      end = newline + 1;
    }
  }

  private static boolean isComment(String text, int from, int newline) {
    int at = from;
    while (at < newline && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at) == ';';
  }

  private static boolean goesOn(String text, int from, int newline) {
    int last = newline - 1;
    while (last >= from && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    return last >= from && text.charAt(last) == '\\';
  }

  private void line(String raw, int at) {
    String line = raw.strip();
    if (line.isEmpty() || line.startsWith(";")) {
      return;
    }
    int start = at + raw.indexOf(line.charAt(0));
    if (line.startsWith("[")) {
      key = RegKey.of(line);
    } else if (line.startsWith("\"") || line.startsWith("@")) {
      value(line, start);
    } else {
      gap(start, "neither a key nor a value");
    }
  }

  private void value(String line, int start) {
    int nameEnd = line.startsWith("@") ? 1 : quoteEnd(line, 0) + 1;
    int equals = line.indexOf('=', nameEnd);
    if (nameEnd == 0 || equals < 0 || key.equals(RegKey.NONE)) {
      gap(start, "a value needs a key before it, a quoted name and '='");
      return;
    }
    String name = line.startsWith("@") ? "" : unescaped(line.substring(1, nameEnd - 1));
    RegData data = RegData.of(line.substring(equals + 1).strip());
    if (data == null) {
      gap(start, "data of no known form");
      return;
    }
    values.add(
        new RegistryValue(
            key.path(),
            name,
            data.type(),
            data.text(),
            data.number(),
            key.view(),
            data.deleted(),
            RegistryValue.Origin.EXPORT,
            file.location(start, start + line.length())));
  }

  /** The index of the quote that ends a string which begins at {@code from}; -1 where none does. */
  static int quoteEnd(String text, int from) {
    for (int i = from + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i;
      }
    }
    return -1;
  }

  /** A quoted string's text. */
  static String unescaped(String text) {
    return text.replace("\\\"", "\"").replace("\\\\", "\\");
  }

  private void gap(int at, String problem) {
    gaps.add(
        new Coverage.Gap(file.file(), "line " + file.location(at, at).line() + ": " + problem));
  }
}
