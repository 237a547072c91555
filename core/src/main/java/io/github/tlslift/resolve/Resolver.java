package io.github.tlslift.resolve;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.Offer.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The heart: from everything that decides to the versions offered, total and without side effects.
 * Source: facts section 2, R1 to R18.
 */
public final class Resolver {
  private Resolver() {}

  /** What the process offers, and why. */
  public static Offer resolve(Situation situation) {
    Trail trail = new Trail();
    Situation s = ClrLine.apply(situation, trail);
    return switch (s.api()) {
      case WIN_HTTP -> WinHttp.offer(s, trail);
      case REMOTING_TCP -> noTls(trail);
      case SQL_CLIENT, LDAP_CONNECTION -> NativeStack.offer(s, trail);
      default -> s.clr() == Clr.CORE ? DotNetCore.offer(s, trail) : framework(s, trail);
    };
  }

  private static Offer framework(Situation s, Trail trail) {
    if (isTooNewForInstalled(s)) {
      return startFailure(s, trail);
    }
    DefaultMask start = start(s, trail);
    CodeWrites.Result code = CodeWrites.apply(start.mask(), s, trail);
    if (code.rejected()) {
      return ended(Outcome.THROWS, code.mask(), "NotSupportedException", trail);
    }
    return ApiMask.of(s, start, code.mask(), trail).hello(s, start, trail);
  }

  private static DefaultMask start(Situation s, Trail trail) {
    return s.clr() == Clr.CLR2
        ? Clr2Default.of(s, trail)
        : DefaultMask.of(s, DomainTarget.of(s, trail), trail);
  }

  private static boolean isTooNewForInstalled(Situation s) {
    Optional<FrameworkVersion> compilation = s.options().compilation();
    return s.host() == HostKind.ASPNET
        && compilation.isPresent()
        && s.installed().isPresent()
        && compilation.get().compareTo(s.installed().get().version()) > 0;
  }

  private static Offer startFailure(Situation s, Trail trail) {
    trail.add(
        "R3",
        "compilation targetFramework "
            + s.options().compilation().orElseThrow()
            + " is newer than the installed framework, so ASP.NET does not start",
        s.targetAt(),
        "",
        Confidence.MEDIUM);
    return new Offer(
        Outcome.FAILS_TO_START,
        OptionalInt.empty(),
        false,
        List.of(),
        false,
        "ConfigurationErrorsException",
        trail.confidence(),
        trail.steps());
  }

  private static Offer noTls(Trail trail) {
    trail.add(
        "R11",
        "a remoting TCP channel secures itself with NegotiateStream, not TLS",
        Optional.empty(),
        "",
        Confidence.MEDIUM);
    return new Offer(
        Outcome.NO_TLS,
        OptionalInt.empty(),
        false,
        List.of(),
        false,
        "",
        trail.confidence(),
        trail.steps());
  }

  /** An offer that never gets as far as a hello. */
  static Offer ended(Outcome outcome, int mask, String exception, Trail trail) {
    return new Offer(
        outcome,
        OptionalInt.of(mask),
        false,
        List.of(),
        false,
        exception,
        trail.confidence(),
        trail.steps());
  }
}
