package io.github.tlslift.rule;

import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.TlsVersion;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which setting a key and a name make of a registry value (facts R5, R9, R15, R16).
 *
 * @param kind the setting
 * @param version the protocol version of a Schannel key
 */
record RegistryPlace(Kind kind, Optional<TlsVersion> version) {
  private static final String FRAMEWORK = "\\software\\microsoft\\.netframework\\";
  private static final String PROTOCOLS = "\\securityproviders\\schannel\\protocols\\";
  private static final String WIN_HTTP = "\\currentversion\\internet settings\\winhttp";

  /** The settings that somebody reads. */
  enum Kind {
    /** {@code SchUseStrongCrypto} or {@code SystemDefaultTlsVersions} of CLR 4. */
    CLR4,
    /** The same of CLR 2. */
    CLR2,
    /** A switch under {@code .NETFramework\AppContext}. */
    APP_CONTEXT,
    /** {@code Enabled} or {@code DisabledByDefault} of a client. */
    CLIENT,
    /** The same of a server. */
    SERVER,
    /** {@code DefaultSecureProtocols}. */
    WIN_HTTP,
    /** Nobody reads it as a TLS setting. */
    NONE
  }

  static RegistryPlace of(RegistryValue v) {
    String key = v.key().toLowerCase(Locale.ROOT);
    if (key.startsWith("hkey_") && !key.startsWith("hkey_local_machine\\")) {
      return plain(Kind.NONE);
    }
    if (isSchannelName(v)) {
      return schannel(v);
    }
    if (isFrameworkName(v)) {
      return plain(
          key.endsWith(FRAMEWORK + "v4.0.30319")
              ? Kind.CLR4
              : key.endsWith(FRAMEWORK + "v2.0.50727") ? Kind.CLR2 : Kind.NONE);
    }
    if (Switches.isTls(v.name())) {
      return plain(key.endsWith(FRAMEWORK + "appcontext") ? Kind.APP_CONTEXT : Kind.NONE);
    }
    boolean winHttp = isWinHttpName(v) && key.endsWith(WIN_HTTP);
    return plain(winHttp ? Kind.WIN_HTTP : Kind.NONE);
  }

  /** Whether the two bitness views of the setting are two values. */
  boolean hasTwoViews() {
    return kind == Kind.CLR4
        || kind == Kind.CLR2
        || kind == Kind.APP_CONTEXT
        || kind == Kind.WIN_HTTP;
  }

  static boolean isFrameworkName(RegistryValue v) {
    return v.name().equalsIgnoreCase("SchUseStrongCrypto")
        || v.name().equalsIgnoreCase("SystemDefaultTlsVersions");
  }

  static boolean isWinHttpName(RegistryValue v) {
    return v.name().equalsIgnoreCase("DefaultSecureProtocols");
  }

  /** Whether the value is one of the two under a key of Schannel's protocols. */
  static boolean isSchannelName(RegistryValue v) {
    boolean name =
        v.name().equalsIgnoreCase("Enabled") || v.name().equalsIgnoreCase("DisabledByDefault");
    return name && v.key().toLowerCase(Locale.ROOT).contains(PROTOCOLS);
  }

  private static RegistryPlace schannel(RegistryValue v) {
    String lower = v.key().toLowerCase(Locale.ROOT);
    String tail = lower.substring(lower.indexOf(PROTOCOLS) + PROTOCOLS.length());
    int slash = tail.indexOf('\\');
    String role = tail.substring(slash + 1);
    Optional<TlsVersion> version = version(tail.substring(0, Math.max(0, slash)));
    boolean known = version.isPresent() && (role.equals("client") || role.equals("server"));
    Kind kind = !known ? Kind.NONE : role.equals("client") ? Kind.CLIENT : Kind.SERVER;
    return new RegistryPlace(kind, version);
  }

  // The key's name is the version as people write it, with its space.
  private static Optional<TlsVersion> version(String lower) {
    return Arrays.stream(TlsVersion.values())
        .filter(t -> t.display().toLowerCase(Locale.ROOT).equals(lower))
        .findFirst();
  }

  private static RegistryPlace plain(Kind kind) {
    return new RegistryPlace(kind, Optional.empty());
  }
}
