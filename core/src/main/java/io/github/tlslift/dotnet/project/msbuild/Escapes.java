package io.github.tlslift.dotnet.project.msbuild;

import java.util.ArrayList;
import java.util.List;

/** Lists separated by semicolons and {@code %XX} escapes (MSBuild: special characters). */
final class Escapes {
  private Escapes() {}

  /** The parts of a list, without those that are blank; a semicolon inside brackets is no end. */
  static List<String> list(String text) {
    List<String> all = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ';';
      if (c == '@' && text.startsWith("@(", i)) {
        i = Math.max(i, Brackets.close(text, i + 2));
      } else if (c == ';') {
        String part = text.substring(from, i).strip();
        if (!part.isEmpty()) {
          all.add(part);
        }
        from = i + 1;
      }
    }
    return all;
  }

  static String unescape(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int code = text.charAt(i) == '%' ? hex(text, i + 1) : -1;
      out.append(code < 0 ? text.charAt(i) : (char) code);
      i += code < 0 ? 0 : 2;
    }
    return out.toString();
  }

  private static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
