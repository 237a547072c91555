package io.github.tlslift.dotnet.project.msbuild;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Members of {@code System.String} that project files use. */
final class StringFunctions {
  private StringFunctions() {}

  /** The result; empty where the member is not known or its arguments do not fit. */
  static Optional<String> call(String text, String member, List<String> arguments) {
    return switch (member.toLowerCase(Locale.ROOT) + "/" + arguments.size()) {
      case "contains/1" -> bool(text.contains(arguments.get(0)));
      case "startswith/1" -> bool(text.startsWith(arguments.get(0)));
      case "endswith/1" -> bool(text.endsWith(arguments.get(0)));
      case "equals/1" -> bool(text.equals(arguments.get(0)));
      case "contains/2" -> cased(text, arguments, (a, b) -> a.contains(b));
      case "startswith/2" -> cased(text, arguments, String::startsWith);
      case "endswith/2" -> cased(text, arguments, String::endsWith);
      case "equals/2" -> cased(text, arguments, String::equals);
      case "replace/2" -> replace(text, arguments.get(0), arguments.get(1));
      case "tolower/0", "tolowerinvariant/0" -> Optional.of(text.toLowerCase(Locale.ROOT));
      case "toupper/0", "toupperinvariant/0" -> Optional.of(text.toUpperCase(Locale.ROOT));
      case "tostring/0" -> Optional.of(text);
      case "trim/0" -> Optional.of(text.strip());
      case "trimstart/1" -> Optional.of(trimStart(text, arguments.get(0)));
      case "trimend/1" -> Optional.of(trimEnd(text, arguments.get(0)));
      case "trim/1" -> Optional.of(trimEnd(trimStart(text, arguments.get(0)), arguments.get(0)));
      case "length/0" -> Optional.of(Integer.toString(text.length()));
      case "indexof/1" -> Optional.of(Integer.toString(text.indexOf(arguments.get(0))));
      case "lastindexof/1" -> Optional.of(Integer.toString(text.lastIndexOf(arguments.get(0))));
      case "substring/1" -> substring(text, arguments.get(0), text::length);
      case "substring/2" ->
          substring(text, arguments.get(0), () -> end(arguments.get(0), arguments.get(1)));
      default -> Optional.empty();
    };
  }

  private static Optional<String> bool(boolean value) {
    return Optional.of(value ? "True" : "False");
  }

  private interface Comparison {
    boolean holds(String text, String part);
  }

  // The second argument is a System.StringComparison.
  private static Optional<String> cased(String text, List<String> arguments, Comparison how) {
    boolean ignore = arguments.get(1).endsWith("IgnoreCase");
    String part = arguments.get(0);
    return bool(
        ignore
            ? how.holds(text.toLowerCase(Locale.ROOT), part.toLowerCase(Locale.ROOT))
            : how.holds(text, part));
  }

  private static Optional<String> replace(String text, String from, String to) {
    return from.isEmpty() ? Optional.empty() : Optional.of(text.replace(from, to));
  }

  static String trimStart(String text, String characters) {
    int from = 0;
    while (from < text.length() && characters.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return text.substring(from);
  }

  static String trimEnd(String text, String characters) {
    int to = text.length();
    while (to > 0 && characters.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(0, to);
  }

  private static int end(String from, String length) {
    return Integer.parseInt(from) + Integer.parseInt(length);
  }

  private static Optional<String> substring(String text, String from, IntSupplier end) {
    try {
      return Optional.of(text.substring(Integer.parseInt(from.strip()), end.getAsInt()));
    } catch (NumberFormatException | StringIndexOutOfBoundsException outside) {
      return Optional.empty();
    }
  }
}
