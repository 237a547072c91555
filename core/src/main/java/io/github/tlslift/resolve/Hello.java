package io.github.tlslift.resolve;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.Offer.Outcome;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.TlsVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** R15 and R18: the versions that leave the machine. */
final class Hello {
  private Hello() {}

  /** The offer for a number handed to Schannel. */
  static Offer of(int mask, boolean strongCrypto, Situation s, Trail trail) {
    List<TlsVersion> schannel =
        mask == 0 ? SchannelClient.osDefault(s) : SchannelClient.requested(mask, s);
    List<TlsVersion> offered =
        schannel.stream()
            .filter(v -> !(strongCrypto && v == TlsVersion.SSL3))
            .filter(v -> !(s.clr() == Clr.CLR2 && v == TlsVersion.TLS13))
            .toList();
    say(mask, offered, s, trail);
    Outcome outcome = offered.isEmpty() ? Outcome.NO_USABLE_PROTOCOL : Outcome.OFFERS;
    return new Offer(
        outcome,
        OptionalInt.of(mask),
        mask == 0,
        offered,
        strongCrypto,
        "",
        trail.confidence(),
        trail.steps());
  }

  private static void say(int mask, List<TlsVersion> offered, Situation s, Trail trail) {
    String windows = s.windows().name();
    if (mask == 0) {
      trail.add(
          "R15", windows + " chooses " + names(offered), Optional.empty(), "", registrySays(s));
      return;
    }
    List<TlsVersion> dropped =
        new Protocols(mask).versions().stream().filter(v -> !offered.contains(v)).toList();
    if (!dropped.isEmpty()) {
      trail.add(
          "R15",
          windows + " does not send " + names(dropped) + ", though it is asked for",
          Optional.empty(),
          "",
          registrySays(s));
    }
  }

  private static Confidence registrySays(Situation s) {
    return s.windows().id().equals("insider") ? Confidence.MEDIUM : Confidence.HIGH;
  }

  private static String names(List<TlsVersion> versions) {
    return versions.isEmpty()
        ? "nothing"
        : versions.stream().map(TlsVersion::display).collect(Collectors.joining(", "));
  }
}
