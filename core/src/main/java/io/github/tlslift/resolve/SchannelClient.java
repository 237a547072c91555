package io.github.tlslift.resolve;

import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.windows.SchannelState;
import io.github.tlslift.windows.SchannelTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** R15: what Schannel makes of the number it is handed. */
final class SchannelClient {
  /** A registry state: {@code Enabled} without {@code DisabledByDefault}. */
  static final String NOT_DISABLED = "not-disabled";

  private SchannelClient() {}

  /** The versions offered when Schannel chooses. */
  static List<TlsVersion> osDefault(Situation s) {
    return versions(v -> state(s, v) == SchannelState.ENABLED);
  }

  /** The versions offered when the caller names them. */
  static List<TlsVersion> requested(int mask, Situation s) {
    io.github.tlslift.model.Protocols asked = new io.github.tlslift.model.Protocols(mask);
    return versions(v -> asked.contains(v) && isOnRequest(state(s, v)));
  }

  /** The state of a version with the registry values given. */
  static SchannelState state(Situation s, TlsVersion version) {
    SchannelState builtIn = SchannelTable.clientState(s.windows(), version);
    if (builtIn == SchannelState.UNSUPPORTED) {
      return builtIn;
    }
    // SYSTEM is one hive for both bitnesses.
    return s.registry().settings().stream()
        .filter(r -> r.kind() == RegistrySetting.Kind.SCHANNEL && r.name().equals(version.id()))
        .reduce((first, last) -> last)
        .map(r -> registryState(r.value(), builtIn))
        .orElse(builtIn);
  }

  private static SchannelState registryState(String value, SchannelState builtIn) {
    if (value.equals(NOT_DISABLED)) {
      return builtIn == SchannelState.DISABLED ? SchannelState.ENABLED : builtIn;
    }
    return SchannelState.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static boolean isOnRequest(SchannelState state) {
    return state == SchannelState.ENABLED || state == SchannelState.DISABLED_BY_DEFAULT;
  }

  private static List<TlsVersion> versions(Predicate<TlsVersion> which) {
    return Arrays.stream(TlsVersion.values()).filter(which).toList();
  }
}
