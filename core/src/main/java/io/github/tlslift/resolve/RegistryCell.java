package io.github.tlslift.resolve;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.resolve.RegistrySetting.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The grammar of registry values in case tables and in {@code --registry NAME=VALUE}. */
public final class RegistryCell {
  private static final Set<String> CLR_NAMES = Set.of(StrongCrypto.VALUE, SystemDefault.VALUE);
  private static final Set<String> STATES = Set.of("enabled", "disabled", "disabled-by-default");
  private static final String EXPECTED =
      "SchUseStrongCrypto=N, SystemDefaultTlsVersions=N (with @64, @32 or :sz after it), app:NAME=VALUE,"
          + " AppContext:SWITCH=true|false, schannel:VERSION=enabled|disabled|disabled-by-default or"
          + " DefaultSecureProtocols=HEX";

  private RegistryCell() {}

  /**
   * The settings of a list.
   *
   * @param clr the runtime line in use, whose key a plain name stands in
   */
  public static List<RegistrySetting> parse(String row, String column, String text, Clr clr)
      throws CaseFormatException {
    CaseCell cell = new CaseCell(row, column, text);
    List<RegistrySetting> settings = new ArrayList<>();
    for (String item : cell.items()) {
      settings.add(setting(item, clr).orElseThrow(() -> cell.wrong(item, EXPECTED)));
    }
    return settings;
  }

  private static Optional<RegistrySetting> setting(String item, Clr clr) {
    int equals = item.indexOf('=');
    if (equals < 1) {
      return Optional.empty();
    }
    String name = item.substring(0, equals).strip();
    Suffixed value = Suffixed.of(item.substring(equals + 1).strip());
    int colon = name.indexOf(':');
    return colon < 0
        ? plain(name, value, clr)
        : prefixed(name.substring(0, colon), name.substring(colon + 1), value);
  }

  private static Optional<RegistrySetting> plain(String name, Suffixed value, Clr clr) {
    boolean winHttp = name.equals("DefaultSecureProtocols");
    if ((!winHttp && !CLR_NAMES.contains(name)) || !isNumber(value.text)) {
      return Optional.empty();
    }
    Kind kind = winHttp ? Kind.WIN_HTTP : clr == Clr.CLR2 ? Kind.CLR2 : Kind.CLR4;
    return Optional.of(value.setting(kind, name));
  }

  private static Optional<RegistrySetting> prefixed(String prefix, String name, Suffixed value) {
    return switch (prefix) {
      case "app" ->
          name.isEmpty() || value.text.isEmpty()
              ? Optional.empty()
              : Optional.of(value.setting(Kind.APP, name));
      case "AppContext" ->
          name.isEmpty() || !isBoolean(value.text)
              ? Optional.empty()
              : Optional.of(value.setting(Kind.APP_CONTEXT, name));
      case "schannel" ->
          STATES.contains(value.text)
              ? TlsVersion.parse(name).map(v -> value.setting(Kind.SCHANNEL, v.id()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isNumber(String text) {
    try {
      long number = Long.decode(text);
      return number >= 0 && number <= 0xFFFFFFFFL;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  private static boolean isBoolean(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.equals("true") || lower.equals("false");
  }

  private record Suffixed(String text, boolean dword, Optional<Bitness> view) {
    static Suffixed of(String text) {
      if (text.endsWith("@64") || text.endsWith("@32")) {
        Suffixed rest = of(text.substring(0, text.length() - 3));
        return new Suffixed(
            rest.text,
            rest.dword,
            Optional.of(text.endsWith("64") ? Bitness.BITS_64 : Bitness.BITS_32));
      }
      if (text.endsWith(":sz")) {
        Suffixed rest = of(text.substring(0, text.length() - 3));
        return new Suffixed(rest.text, false, rest.view);
      }
      return new Suffixed(text, true, Optional.empty());
    }

    RegistrySetting setting(Kind kind, String name) {
      return new RegistrySetting(kind, name, text, dword, view, Optional.empty());
    }
  }
}
