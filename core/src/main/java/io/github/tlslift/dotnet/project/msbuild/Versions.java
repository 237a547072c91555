package io.github.tlslift.dotnet.project.msbuild;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Compares versions part by part, a missing part counting as zero. */
final class Versions {
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9}){0,3}");

  private Versions() {}

  /** Less than, equal to or greater than zero; empty where one of them is no version. */
  static OptionalInt compare(String left, String right) {
    List<Integer> a = parts(left);
    List<Integer> b = parts(right);
    if (a.isEmpty() || b.isEmpty()) {
      return OptionalInt.empty();
    }
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      int order = part(a, i).compareTo(part(b, i));
      if (order != 0) {
        return OptionalInt.of(order);
      }
    }
    return OptionalInt.of(0);
  }

  private static Integer part(List<Integer> parts, int i) {
    return i < parts.size() ? parts.get(i) : 0;
  }

  private static List<Integer> parts(String text) {
    boolean prefixed = text.startsWith("v") || text.startsWith("V");
    String version = text.substring(prefixed ? 1 : 0);
    if (!VERSION.matcher(version).matches()) {
      return List.of();
    }
    return Arrays.stream(version.split("\\.")).map(Integer::valueOf).toList();
  }
}
