package io.github.tlslift.rule;

import io.github.tlslift.model.Finding;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.Severity;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.rule.RegistryPlace.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a TLS value under a key where nobody looks for it. */
final class RegistryWrongKey implements Rule {
  private static final String FRAMEWORK =
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\";
  private static final Set<String> OTHER_PROTOCOLS =
      Set.of("pct 1.0", "multi-protocol unified hello", "dtls 1.0", "dtls 1.2");

  @Override
  public String id() {
    return "registry-wrong-key";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    List<RegistryValue> all = d.registryValues().toList();
    Stream<Finding> unread =
        all.stream().flatMap(v -> reason(v).stream().map(r -> finding(Severity.WARNING, v, r, d)));
    Stream<Finding> serverOnly =
        onlyForServers(all).map(v -> finding(Severity.NOTE, v, serverOnly(v), d));
    return Stream.concat(unread, serverOnly);
  }

  private Finding finding(Severity severity, RegistryValue v, String reason, Diagnosis d) {
    String message = RegistryPlaces.said(v) + " " + reason;
    return RegistryPlaces.finding(id(), severity, v, message, d);
  }

  // A key that is not known to its end is no wrong key.
  private static Optional<String> reason(RegistryValue v) {
    boolean known = v.key().startsWith("HKEY_") && v.key().indexOf('?') < 0;
    if (!known || RegistryPlace.of(v).kind() != Kind.NONE) {
      return Optional.empty();
    }
    if (RegistryPlace.isFrameworkName(v)) {
      return Optional.of(under(v) + FRAMEWORK + "v4.0.30319 or v2.0.50727");
    }
    if (Switches.isTls(v.name())) {
      return Optional.of(under(v) + FRAMEWORK + "AppContext");
    }
    if (RegistryPlace.isWinHttpName(v)) {
      return Optional.of(
          under(v) + "...\\CurrentVersion\\Internet Settings\\WinHttp of the machine");
    }
    return RegistryPlace.isSchannelName(v) && !isOtherProtocol(v)
        ? Optional.of(
            "under "
                + RegistryPlaces.shortKey(v)
                + " is read by nobody; the key ends in a version such as TLS 1.2, with its space, and Client or Server")
        : Optional.empty();
  }

  private static String under(RegistryValue v) {
    boolean user = v.key().startsWith("HKEY_CURRENT_USER\\");
    String where = user ? "HKEY_CURRENT_USER" : RegistryPlaces.shortKey(v);
    return "under " + where + " is read by nobody; it belongs under ";
  }

  private static boolean isOtherProtocol(RegistryValue v) {
    String lower = v.key().toLowerCase(Locale.ROOT);
    return OTHER_PROTOCOLS.stream().anyMatch(p -> lower.contains("\\" + p + "\\"));
  }

  private static Stream<RegistryValue> onlyForServers(List<RegistryValue> all) {
    Set<TlsVersion> clients =
        all.stream()
            .map(RegistryPlace::of)
            .filter(p -> p.kind() == Kind.CLIENT)
            .flatMap(p -> p.version().stream())
            .collect(Collectors.toSet());
    return all.stream()
        .filter(
            v -> v.name().equalsIgnoreCase("Enabled") && RegistryEffect.number(v).orElse(0L) != 0)
        .filter(v -> isModernServer(RegistryPlace.of(v), clients));
  }

  private static boolean isModernServer(RegistryPlace place, Set<TlsVersion> clients) {
    return place.kind() == Kind.SERVER
        && place.version().filter(t -> !t.isLegacy() && !clients.contains(t)).isPresent();
  }

  private static String serverOnly(RegistryValue v) {
    return "in "
        + RegistryPlaces.shortKey(v)
        + " is for connections that the machine accepts; a program that connects reads Client";
  }
}
