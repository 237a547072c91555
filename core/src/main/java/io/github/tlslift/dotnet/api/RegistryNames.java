package io.github.tlslift.dotnet.api;

import io.github.tlslift.model.Location;
import io.github.tlslift.model.RegistryValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Registry values that touch TLS, as code names them. */
public final class RegistryNames {
  private static final Set<String> NAMES =
      Set.of(
          "schusestrongcrypto",
          "systemdefaulttlsversions",
          "enabled",
          "disabledbydefault",
          "defaultsecureprotocols",
          "secureprotocols");

  private RegistryNames() {}

  /**
   * The value that code writes; empty where it has nothing to do with TLS.
   *
   * @param path the key as written, with its view
   */
  public static Optional<RegistryValue> written(
      String path, String name, String type, String text, Optional<Long> number, Location at) {
    String key = full(path);
    boolean wow = key.toUpperCase(Locale.ROOT).contains("\\WOW6432NODE\\");
    String plain = key.replaceAll("(?i)\\\\Wow6432Node\\\\", "\\\\");
    if (!matters(plain, name)) {
      return Optional.empty();
    }
    boolean software = plain.toUpperCase(Locale.ROOT).contains("\\SOFTWARE\\");
    RegistryValue.View view =
        wow
            ? RegistryValue.View.WOW6432
            : software ? RegistryValue.View.NATIVE : RegistryValue.View.BOTH;
    return Optional.of(
        new RegistryValue(
            plain, name, type, text, number, view, false, RegistryValue.Origin.CODE, at));
  }

  private static boolean matters(String key, String name) {
    String lower = key.toLowerCase(Locale.ROOT);
    boolean schannel = lower.contains("schannel");
    boolean state = name.equalsIgnoreCase("Enabled") || name.equalsIgnoreCase("DisabledByDefault");
    return NAMES.contains(name.toLowerCase(Locale.ROOT)) && (!state || schannel)
        || name.startsWith("Switch.System.") && lower.endsWith("appcontext");
  }

  private static String full(String path) {
    String key = path.replace("Registry::", "").replace('/', '\\');
    key = key.replaceFirst("(?i)^(HKLM:?|HKEY_LOCAL_MACHINE)\\\\*", "HKEY_LOCAL_MACHINE\\\\");
    key = key.replaceFirst("(?i)^(HKCU:?|HKEY_CURRENT_USER)\\\\*", "HKEY_CURRENT_USER\\\\");
    return key.replaceAll("\\\\$", "");
  }
}
