package io.github.tlslift.why;

import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.service.Services;
import io.github.tlslift.why.signal.Sighting;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The services that are named, whose policy is documented. */
public final class ServiceSigns {
  private static final Pattern HOST =
      Pattern.compile(
          "(?<![\\w.-])[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?(?:\\.[a-z0-9-]{1,60}){1,6}");
  private static final int MOST_HOSTS = 2000;

  private ServiceSigns() {}

  /** One sign where some service that is named takes nothing older than TLS 1.2. */
  static List<Sighting> in(String text) {
    return HOST
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .limit(MOST_HOSTS)
        .flatMap(m -> Services.find(m.group(), 443).stream())
        .filter(ServiceSigns::wantsTls12)
        .findFirst()
        .map(ServiceSigns::sign)
        .stream()
        .toList();
  }

  /** The sign of an endpoint that takes nothing older than TLS 1.2. */
  public static List<Sighting> of(String host, int port) {
    return Services.find(host, port).filter(ServiceSigns::wantsTls12).stream()
        .map(ServiceSigns::sign)
        .toList();
  }

  private static Sighting sign(ServerPolicy policy) {
    return Sighting.of("documented-tls12", policy.name() + ": " + policy.accepts());
  }

  private static boolean wantsTls12(ServerPolicy policy) {
    return policy.minimum().filter(v -> v.compareTo(TlsVersion.TLS12) >= 0).isPresent();
  }
}
