package io.github.tlslift.cli;

import io.github.tlslift.check.CheckRequest.Endpoint;
import java.util.Locale;
import java.util.Optional;

/** The grammar of {@code --to}: a host with or without port, or a URL of one (RFC 3986 3.2). */
final class EndpointText {
  private static final int HTTPS = 443;

  private EndpointText() {}

  static Optional<Endpoint> parse(String text) {
    String rest = authority(text.strip());
    int close = rest.startsWith("[") ? rest.indexOf(']') : -1;
    if (close > 0) {
      return endpoint(rest.substring(1, close), rest.substring(close + 1));
    }
    int colon = rest.indexOf(':');
    boolean bareIpv6 = colon >= 0 && rest.indexOf(':', colon + 1) >= 0;
    return colon < 0 || bareIpv6
        ? endpoint(rest, "")
        : endpoint(rest.substring(0, colon), rest.substring(colon));
  }

  private static String authority(String text) {
    int scheme = text.indexOf("://");
    String rest = scheme < 0 ? text : text.substring(scheme + 3);
    int end = rest.indexOf('/');
    return end < 0 ? rest : rest.substring(0, end);
  }

  private static Optional<Endpoint> endpoint(String host, String port) {
    boolean named =
        !host.isEmpty()
            && host.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-._:%".indexOf(c) >= 0);
    return named
        ? port(port).map(p -> new Endpoint(host.toLowerCase(Locale.ROOT), p))
        : Optional.empty();
  }

  private static Optional<Integer> port(String text) {
    if (text.isEmpty()) {
      return Optional.of(HTTPS);
    }
    String digits = text.substring(1);
    boolean number =
        text.startsWith(":")
            && !digits.isEmpty()
            && digits.length() <= 5
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number
        ? Optional.of(Integer.valueOf(digits)).filter(p -> p > 0 && p <= 65535)
        : Optional.empty();
  }
}
