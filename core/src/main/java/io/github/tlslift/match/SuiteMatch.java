package io.github.tlslift.match;

import io.github.tlslift.model.Offer;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.ServerPolicy.SuitesUse;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.windows.CipherSuite;
import io.github.tlslift.windows.CipherSuiteTable;
import io.github.tlslift.windows.WindowsVersion;
import java.util.List;
import java.util.Optional;

/**
 * Whether client and server share a suite for a version.
 *
 * @param suite the client's first shared suite; empty where the server's list is not known
 */
record SuiteMatch(Answer answer, Optional<String> suite) {

  enum Answer {
    SHARED,
    /** The list only names suites that are surely accepted. */
    PERHAPS,
    NONE_SHARED
  }

  static SuiteMatch of(
      Offer offer, ServerPolicy policy, WindowsVersion windows, TlsVersion version) {
    List<String> client = clientSuites(offer, windows, version);
    if (!concludes(policy, version) || client.isEmpty()) {
      return new SuiteMatch(Answer.SHARED, Optional.empty());
    }
    Optional<String> shared = client.stream().filter(policy.suites()::contains).findFirst();
    if (shared.isPresent()) {
      return new SuiteMatch(Answer.SHARED, shared);
    }
    boolean certain = policy.suitesUse() != SuitesUse.ONE_OF;
    return new SuiteMatch(certain ? Answer.NONE_SHARED : Answer.PERHAPS, Optional.empty());
  }

  /** What the client offers for a version, in its order; empty where Windows' list is not known. */
  static List<String> clientSuites(Offer offer, WindowsVersion windows, TlsVersion version) {
    return CipherSuiteTable.of(windows).stream()
        .filter(s -> s.versions().contains(version))
        .filter(s -> s.strongCrypto() || !offer.strongCrypto())
        .map(CipherSuite::name)
        .toList();
  }

  // TLS 1.3 names are not given, or only partly, except in complete lists that have some.
  private static boolean concludes(ServerPolicy policy, TlsVersion version) {
    return switch (policy.suitesUse()) {
      case COMPLETE -> version != TlsVersion.TLS13;
      case COMPLETE_TLS12, ONE_OF -> version == TlsVersion.TLS12;
      case NONE -> false;
    };
  }
}
