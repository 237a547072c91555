package io.github.tlslift.rollout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lines of a {@code .reg} file, version 5.00 (Microsoft: "How to add, modify, or delete
 * registry subkeys and values by using a .reg file").
 */
final class RegText {
  private static final String HEAD = "Windows Registry Editor Version 5.00";
  private static final String HIVE = "HKEY_LOCAL_MACHINE\\";

  private RegText() {}

  /** Sets the values. */
  static String setting(List<DwordValue> values, List<String> remarks) {
    return text(values, remarks, v -> Optional.of(Before.dword(v.number())));
  }

  /** Puts back what was there. */
  static String undoing(List<DwordValue> values, String what, Before before) {
    return text(values, List.of("undoes " + what), before::data);
  }

  private static String text(
      List<DwordValue> values, List<String> remarks, Function<DwordValue, Optional<String>> data) {
    Map<String, List<String>> byKey = new LinkedHashMap<>();
    for (DwordValue v : values) {
      List<String> lines =
          byKey.computeIfAbsent(
              v.key(), k -> new ArrayList<>(List.of("", "; read by " + v.view(), key(k))));
      String name = "\"" + v.name() + "\"";
      lines.add(
          data.apply(v)
              .map(d -> name + "=" + d)
              .orElse("; " + name + " was of a type that is not told here; put it back by hand"));
    }
    List<String> all = new ArrayList<>(List.of(HEAD, ""));
    remarks.forEach(r -> all.add("; " + r));
    byKey.values().forEach(all::addAll);
    return String.join("\r\n", all) + "\r\n";
  }

  private static String key(String key) {
    return "[" + HIVE + key + "]";
  }
}
