package io.github.tlslift.why.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes the escapes of JSON, C, HTML and PowerShell's CLIXML in text that was copied with them.
 */
final class Escapes {
  // A backslash and an n may also begin the name of a folder, which rarely has a capital.
  private static final Pattern BREAK =
      Pattern.compile("\\\\r\\\\n|\\\\n(?=$|[\\s\\-\\[A-Z\"'\\\\]|at )|_x000D_|_x000A_|`n");
  private static final Pattern BLOCK_TAG =
      Pattern.compile(
          "</?(?:br|p|div|tr|li|h\\d|pre|table)\\b[^<>]{0,200}>", Pattern.CASE_INSENSITIVE);
  private static final Pattern INLINE_TAG =
      Pattern.compile(
          "</?(?:b|i|u|em|strong|span|font|code|td|th|ul|ol|a|body|html|head|title)\\b[^<>]{0,200}>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]{1,6}|[a-z]{2,6});");
  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");

  private Escapes() {}

  /** The text without them. What is no escape stays. */
  static String decode(String line) {
    String text = line.indexOf('&') < 0 ? line : entities(entities(line));
    if (text.indexOf('<') >= 0) {
      text = INLINE_TAG.matcher(BLOCK_TAG.matcher(text).replaceAll("\n")).replaceAll(" ");
    }
    if (text.indexOf('\\') < 0 && text.indexOf('_') < 0 && text.indexOf('`') < 0) {
      return text;
    }
    String broken = BREAK.matcher(text).replaceAll("\n");
    return unicode(broken).replace("\\\"", "\"").replace("\\t", "\t").replace("\\/", "/");
  }

  private static String entities(String text) {
    return ENTITY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(entity(m.group(1))));
  }

  private static String entity(String name) {
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, "&" + name + ";");
    }
    boolean hex = name.startsWith("#x");
    try {
      return character(Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10));
    } catch (NumberFormatException hexDigitsWithoutX) {
      return "&" + name + ";";
    }
  }

  private static String character(int code) {
    return Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD";
  }

  private static String unicode(String text) {
    return UNICODE
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(character(Integer.parseInt(m.group(1), 16))));
  }
}
