package io.github.tlslift.dotnet.source.sink;

/** Comparing names. */
final class Text {
  private Text() {}

  static boolean is(String a, String b, boolean anyCase) {
    return anyCase ? a.equalsIgnoreCase(b) : a.equals(b);
  }

  /** Whether the last part of a dotted name is this, whatever its case. */
  static boolean endsWithName(String path, String name) {
    return path.substring(path.lastIndexOf('.') + 1).equalsIgnoreCase(name);
  }
}
