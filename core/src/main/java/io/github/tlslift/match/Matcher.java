package io.github.tlslift.match;

import io.github.tlslift.model.Api;
import io.github.tlslift.model.Cause;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.model.Verdict;
import io.github.tlslift.model.Verdict.Kind;
import io.github.tlslift.windows.WindowsVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says whether an offer and a policy meet on one Windows (facts, services page, verdict rule). */
public final class Matcher {
  private Matcher() {}

  /** The verdict for one API of one process. */
  public static Verdict match(
      Offer offer, ServerPolicy policy, WindowsVersion windows, Api api, Clr clr) {
    FailureText text = new FailureText(api, clr, policy.refusal());
    return switch (offer.outcome()) {
      case OFFERS -> meets(offer, policy, windows, text);
      case THROWS, FAILS_TO_START ->
          fails(
              Cause.UNSUPPORTED_BY_RUNTIME,
              offer.display(),
              text.thrown(offer.exception()),
              offer.confidence());
      case NO_USABLE_PROTOCOL ->
          fails(
              Cause.CLIENT_PROTOCOL_TOO_OLD,
              "no version is left that this Windows may use; nothing is sent",
              text.local(),
              offer.confidence());
      case NO_TLS ->
          new Verdict(
              Kind.UNKNOWN,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "the API does not use TLS",
              "",
              List.of(),
              offer.confidence());
    };
  }

  private static Verdict meets(
      Offer offer, ServerPolicy policy, WindowsVersion windows, FailureText text) {
    Confidence sure = offer.confidence().and(policy.confidence());
    TlsVersion newest = offer.versions().get(offer.versions().size() - 1);
    if (policy.minimum().isPresent() && newest.compareTo(policy.minimum().get()) < 0) {
      String says =
          "offers at most "
              + newest.display()
              + ", and the server wants "
              + policy.minimum().get().display();
      return fails(Cause.CLIENT_PROTOCOL_TOO_OLD, says, text.refused(), sure);
    }
    TlsVersion oldest = offer.versions().get(0);
    if (policy.maximum().isPresent() && oldest.compareTo(policy.maximum().get()) > 0) {
      String says =
          "offers "
              + oldest.display()
              + " at least, and the server has no more than "
              + policy.maximum().get().display();
      return fails(Cause.SERVER_PROTOCOL_TOO_OLD, says, text.serverTooOld(), sure);
    }
    return suites(offer, policy, windows, text, sure);
  }

  private static Verdict suites(
      Offer offer, ServerPolicy policy, WindowsVersion windows, FailureText text, Confidence sure) {
    TlsVersion version = common(offer, policy);
    SuiteMatch suites = SuiteMatch.of(offer, policy, windows, version);
    return switch (suites.answer()) {
      case NONE_SHARED -> noSuite(policy, windows, version, text, sure);
      case PERHAPS -> perhaps(policy, windows, version, sure);
      case SHARED -> connects(policy, version, suites.suite(), sure);
    };
  }

  // A server without a documented maximum is known to have its minimum, and may have more.
  private static TlsVersion common(Offer offer, ServerPolicy policy) {
    TlsVersion top = policy.maximum().or(() -> policy.minimum()).orElse(TlsVersion.TLS12);
    return offer.versions().stream()
        .filter(v -> v.compareTo(top) <= 0)
        .max(Comparator.naturalOrder())
        .orElseGet(() -> offer.versions().get(offer.versions().size() - 1));
  }

  private static Verdict noSuite(
      ServerPolicy policy,
      WindowsVersion windows,
      TlsVersion version,
      FailureText text,
      Confidence sure) {
    String says =
        windows.name() + " shares no " + version.display() + " cipher suite with " + policy.name();
    return fails(Cause.NO_COMMON_CIPHER_SUITE, says, text.noSuite(), sure);
  }

  private static Verdict perhaps(
      ServerPolicy policy, WindowsVersion windows, TlsVersion version, Confidence sure) {
    String says =
        "the versions meet, but "
            + windows.name()
            + " has none of the "
            + version.display()
            + " suites that "
            + policy.name()
            + " names; others may be accepted";
    return new Verdict(
        Kind.DEPENDS,
        Optional.of(Cause.NO_COMMON_CIPHER_SUITE),
        Optional.of(version),
        Optional.empty(),
        says,
        "",
        List.of(),
        sure.and(Confidence.MEDIUM));
  }

  private static Verdict connects(
      ServerPolicy policy, TlsVersion version, Optional<String> suite, Confidence sure) {
    return new Verdict(
        Kind.CONNECTS,
        Optional.empty(),
        Optional.of(version),
        suite,
        "no documented obstacle",
        "",
        notes(policy),
        sure);
  }

  private static List<String> notes(ServerPolicy policy) {
    return policy.disagreeing().isEmpty()
        ? List.of()
        : List.of("sources disagree about the suites of " + policy.name());
  }

  private static Verdict fails(Cause cause, String says, String error, Confidence sure) {
    return new Verdict(
        Kind.FAILS,
        Optional.of(cause),
        Optional.empty(),
        Optional.empty(),
        says,
        error,
        List.of(),
        sure);
  }
}
