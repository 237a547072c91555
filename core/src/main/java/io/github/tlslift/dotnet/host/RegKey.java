package io.github.tlslift.dotnet.host;

import io.github.tlslift.model.RegistryValue.View;
import java.util.Locale;
import java.util.Map;

/**
 * A key of an export, without the part that names the 32-bit view.
 *
 * @param path long form
 */
record RegKey(String path, View view) {
  static final RegKey NONE = new RegKey("", View.BOTH);
  private static final String WOW = "\\wow6432node";
  private static final Map<String, String> SHORT =
      Map.of(
          "HKLM", "HKEY_LOCAL_MACHINE",
          "HKCU", "HKEY_CURRENT_USER",
          "HKCR", "HKEY_CLASSES_ROOT",
          "HKU", "HKEY_USERS");

  /** The key of a line in brackets; a key to be deleted has no values. */
  static RegKey of(String line) {
    int end = line.lastIndexOf(']');
    String path = line.substring(1, end < 1 ? line.length() : end).strip();
    if (path.startsWith("-")) {
      return NONE;
    }
    int slash = path.indexOf('\\');
    String hive = slash < 0 ? path : path.substring(0, slash);
    String full =
        SHORT.getOrDefault(hive.toUpperCase(Locale.ROOT), hive) + path.substring(hive.length());
    return viewed(full);
  }

  private static RegKey viewed(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    int wow = lower.indexOf(WOW + "\\");
    if (wow >= 0) {
      return new RegKey(path.substring(0, wow) + path.substring(wow + WOW.length()), View.WOW6432);
    }
    boolean split = lower.startsWith("hkey_local_machine\\software\\");
    return new RegKey(path, split ? View.NATIVE : View.BOTH);
  }
}
