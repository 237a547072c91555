package io.github.tlslift.rollout;

import io.github.tlslift.model.Clr;
import java.util.ArrayList;
import java.util.List;

/**
 * A number in the registry of a 64-bit Windows.
 *
 * @param key below {@code HKEY_LOCAL_MACHINE}
 * @param view which programs read it, for people
 */
record DwordValue(String key, String name, long number, String view) {
  private static final String FRAMEWORK = "Microsoft\\.NETFramework\\";
  private static final String WIN_HTTP =
      "Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp";
  private static final String SCHANNEL =
      "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\";
  private static final String ENABLED = "schannel:";

  /** The values that a cure sets, in every place that holds them. */
  static List<DwordValue> of(List<String> sets, Clr clr) {
    List<DwordValue> all = new ArrayList<>();
    for (String set : sets) {
      String name = set.substring(0, set.indexOf('='));
      String value = set.substring(set.indexOf('=') + 1);
      if (name.startsWith(ENABLED)) {
        all.addAll(schannel(name.substring(ENABLED.length())));
      } else {
        all.addAll(bothViews(key(clr), name, Long.decode(value)));
      }
    }
    return List.copyOf(all);
  }

  private static String key(Clr clr) {
    return switch (clr) {
      case CLR2 -> FRAMEWORK + "v2.0.50727";
      case CLR4, CORE -> FRAMEWORK + "v4.0.30319";
      case NATIVE -> WIN_HTTP;
    };
  }

  // P32: without Wow6432Node is what 64-bit programs read, with it what 32-bit ones read.
  private static List<DwordValue> bothViews(String key, String name, long number) {
    return List.of(
        new DwordValue("SOFTWARE\\" + key, name, number, "64-bit programs"),
        new DwordValue("SOFTWARE\\Wow6432Node\\" + key, name, number, "32-bit programs"));
  }

  private static List<DwordValue> schannel(String version) {
    String key = SCHANNEL + version + "\\Client";
    return List.of(
        new DwordValue(key, "Enabled", 1, "every program, as a client"),
        new DwordValue(key, "DisabledByDefault", 0, "every program, as a client"));
  }
}
