package io.github.tlslift.resolve;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.resolve.RegistrySetting.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Registry values of an export to the settings that rules read (facts R9, R15, R16). */
public final class RegistryReading {
  private static final String MACHINE = "hkey_local_machine";
  private static final String FRAMEWORK = MACHINE + "\\software\\microsoft\\.netframework\\";
  private static final String SCHANNEL = "\\securityproviders\\schannel\\protocols\\";
  private static final String WIN_HTTP = "\\currentversion\\internet settings\\winhttp";
  private static final String APP_PREFIX = "system.net.servicepointmanager.";

  private RegistryReading() {}

  /** The settings; values that no rule reads are left out. */
  public static RegistryState of(List<RegistryValue> values) {
    List<RegistrySetting> settings = new ArrayList<>();
    for (RegistryValue value : values) {
      if (!value.deleted()) {
        setting(value).ifPresent(settings::add);
      }
    }
    settings.addAll(schannel(values));
    return new RegistryState(true, settings);
  }

  private static Optional<RegistrySetting> setting(RegistryValue v) {
    String key = v.key().toLowerCase(Locale.ROOT);
    if (key.startsWith(FRAMEWORK)) {
      return framework(key.substring(FRAMEWORK.length()), v);
    }
    return key.startsWith(MACHINE)
            && key.endsWith(WIN_HTTP)
            && v.name().equalsIgnoreCase("DefaultSecureProtocols")
        ? Optional.of(made(Kind.WIN_HTTP, v.name(), v))
        : Optional.empty();
  }

  private static Optional<RegistrySetting> framework(String tail, RegistryValue v) {
    if (tail.equals("appcontext")) {
      return Optional.of(made(Kind.APP_CONTEXT, v.name(), v));
    }
    if (tail.equals("v4.0.30319") || tail.equals("v2.0.50727")) {
      return Optional.of(made(tail.startsWith("v4") ? Kind.CLR4 : Kind.CLR2, v.name(), v));
    }
    int app = tail.indexOf('\\' + APP_PREFIX);
    return app > 0
        ? Optional.of(made(Kind.APP, appName(tail.substring(app + 1 + APP_PREFIX.length())), v))
        : Optional.empty();
  }

  private static String appName(String lower) {
    return lower.equals("securityprotocol") ? "SecurityProtocol" : lower;
  }

  private static RegistrySetting made(Kind kind, String name, RegistryValue v) {
    String value = v.number().map(String::valueOf).orElse(v.text());
    return new RegistrySetting(
        kind, name, value, v.type().equals("REG_DWORD"), view(v), Optional.of(v.location()));
  }

  private static Optional<Bitness> view(RegistryValue v) {
    return switch (v.view()) {
      case NATIVE -> Optional.of(Bitness.BITS_64);
      case WOW6432 -> Optional.of(Bitness.BITS_32);
      case BOTH -> Optional.empty();
    };
  }

  private static List<RegistrySetting> schannel(List<RegistryValue> values) {
    Map<TlsVersion, ClientKey> keys = new TreeMap<>();
    for (RegistryValue v : values) {
      clientVersion(v).ifPresent(version -> keys.merge(version, ClientKey.of(v), ClientKey::and));
    }
    return keys.entrySet().stream()
        .flatMap(e -> e.getValue().setting(e.getKey()).stream())
        .toList();
  }

  private static Optional<TlsVersion> clientVersion(RegistryValue v) {
    String key = v.key().toLowerCase(Locale.ROOT);
    int at = key.indexOf(SCHANNEL);
    boolean read = key.startsWith(MACHINE) && v.type().equals("REG_DWORD") && !v.deleted();
    if (at < 0 || !key.endsWith("\\client") || !read) {
      return Optional.empty();
    }
    String version = key.substring(at + SCHANNEL.length(), key.length() - "\\client".length());
    return Arrays.stream(TlsVersion.values())
        .filter(t -> t.display().equalsIgnoreCase(version))
        .findFirst();
  }

  /** The two values of a {@code Client} key, as far as they are given. */
  private record ClientKey(
      Optional<Boolean> enabled, Optional<Boolean> offByDefault, RegistryValue at) {
    static ClientKey of(RegistryValue v) {
      Optional<Boolean> on = v.number().map(n -> n != 0);
      return new ClientKey(
          v.name().equalsIgnoreCase("Enabled") ? on : Optional.empty(),
          v.name().equalsIgnoreCase("DisabledByDefault") ? on : Optional.empty(),
          v);
    }

    ClientKey and(ClientKey other) {
      return new ClientKey(
          other.enabled.or(() -> enabled), other.offByDefault.or(() -> offByDefault), at);
    }

    Optional<RegistrySetting> setting(TlsVersion version) {
      return state()
          .map(
              s ->
                  new RegistrySetting(
                      Kind.SCHANNEL,
                      version.id(),
                      s,
                      true,
                      Optional.empty(),
                      Optional.of(at.location())));
    }

    private Optional<String> state() {
      if (enabled.isPresent() && !enabled.get()) {
        return Optional.of("disabled");
      }
      if (offByDefault.isPresent()) {
        return Optional.of(offByDefault.get() ? "disabled-by-default" : "enabled");
      }
      // Enabled alone leaves the built-in DisabledByDefault in force.
      return enabled.map(e -> SchannelClient.NOT_DISABLED);
    }
  }
}
