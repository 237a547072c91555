package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;
import java.util.List;

/**
 * What a hello asks for.
 *
 * @param schemes the signature schemes it can verify
 * @param protocols the application protocols that it offers; of none it says nothing (RFC 7301)
 * @param deflate whether it offers to compress (RFC 3749)
 */
record Wish(
    TlsVersion version,
    List<Integer> suites,
    List<Integer> groups,
    List<Integer> schemes,
    List<String> protocols,
    boolean deflate) {

  /** Copies the lists. */
  Wish {
    suites = List.copyOf(suites);
    groups = List.copyOf(groups);
    schemes = List.copyOf(schemes);
    protocols = List.copyOf(protocols);
  }

  static Wish of(TlsVersion version, List<Integer> suites) {
    return new Wish(version, suites, Groups.ALL, Hellos.SCHEMES, List.of(), false);
  }

  Wish withGroups(List<Integer> some) {
    return new Wish(version, suites, some, schemes, protocols, deflate);
  }

  Wish withSchemes(List<Integer> some) {
    return new Wish(version, suites, groups, some, protocols, deflate);
  }

  Wish withProtocols(List<String> some) {
    return new Wish(version, suites, groups, schemes, some, deflate);
  }

  Wish withDeflate() {
    return new Wish(version, suites, groups, schemes, protocols, true);
  }
}
