package io.github.tlslift.service;

import io.github.tlslift.model.ServerPolicy;
import java.util.List;

/**
 * A row of {@code services.csv}.
 *
 * @param patterns host names; none for a CDN whose customers use their own
 * @param ports the ports the statement is about
 * @param protocol such as {@code https} or {@code smtp-starttls}
 */
record ServiceProfile(
    List<HostPattern> patterns, List<Integer> ports, String protocol, ServerPolicy policy) {

  ServiceProfile {
    patterns = List.copyOf(patterns);
    ports = List.copyOf(ports);
  }

  /** The length of the longest pattern that covers the host; 0 where none does. */
  int matchLength(String host) {
    return patterns.stream()
        .filter(p -> p.matches(host))
        .mapToInt(HostPattern::length)
        .max()
        .orElse(0);
  }

  boolean isAlternative() {
    return policy.id().endsWith("--alt");
  }
}
