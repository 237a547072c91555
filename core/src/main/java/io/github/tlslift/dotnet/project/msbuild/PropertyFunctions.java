package io.github.tlslift.dotnet.project.msbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates calls such as {@code $(TargetFramework.StartsWith('net4'))} and {@code
 * $([MSBuild]::IsOSPlatform('Windows'))} (MSBuild: property functions). A function that is not
 * known makes the whole expression undecided.
 */
final class PropertyFunctions {
  private static final Pattern STATIC =
      Pattern.compile("\\[([A-Za-z0-9_.]+)\\]::([A-Za-z0-9_]+)(?<open>\\()?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final Pattern MEMBER =
      Pattern.compile("\\s*\\.\\s*([A-Za-z0-9_]+)\\s*(?<open>\\()?");

  private final Expander expander;
  private final int depth;
  private boolean known = true;

  PropertyFunctions(Expander expander, int depth) {
    this.expander = expander;
    this.depth = depth;
  }

  Text evaluate(String expression) {
    Matcher call = STATIC.matcher(expression);
    if (call.lookingAt()) {
      int end = call.group("open") == null ? call.end() : Brackets.close(expression, call.end());
      List<String> arguments = end < 0 ? List.of() : arguments(expression, call, end);
      Optional<String> value =
          StaticFunctions.call(expander, call.group(1), call.group(2), arguments);
      return members(value.orElse(""), value.isPresent(), expression, after(end, expression));
    }
    Matcher name = NAME.matcher(expression);
    if (name.lookingAt()) {
      Text value = expander.property(name.group());
      return members(value.value(), value.known(), expression, name.end());
    }
    return Text.unknown("");
  }

  private List<String> arguments(String expression, Matcher call, int end) {
    return call.group("open") == null
        ? List.of()
        : arguments(expression.substring(call.end(), end));
  }

  private static int after(int end, String expression) {
    boolean closed = end >= 0 && end < expression.length() && expression.charAt(end) == ')';
    return closed ? end + 1 : Math.max(end, 0);
  }

  private Text members(String receiver, boolean receiverKnown, String expression, int from) {
    String value = receiver;
    known &= receiverKnown;
    int at = from;
    Matcher member = MEMBER.matcher(expression);
    while (at < expression.length()) {
      if (!member.region(at, expression.length()).lookingAt()) {
        return Text.unknown(value);
      }
      int end =
          member.group("open") == null ? member.end() : Brackets.close(expression, member.end());
      if (end < 0) {
        return Text.unknown(value);
      }
      Optional<String> result =
          StringFunctions.call(value, member.group(1), arguments(expression, member, end));
      if (result.isEmpty()) {
        return Text.unknown(value);
      }
      value = result.get();
      at = member.group("open") == null ? end : end + 1;
    }
    return new Text(value, known);
  }

  private List<String> arguments(String text) {
    List<String> all = new ArrayList<>();
    for (String raw : Brackets.arguments(text)) {
      Text value = expander.expand(unquoted(raw.strip()), depth);
      known &= value.known() && !value.value().contains("%(") && !value.value().contains("@(");
      all.add(value.value());
    }
    return all;
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && Brackets.isQuote(text.charAt(0))
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
