package io.github.tlslift.resolve;

import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.Offer.Outcome;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.windows.SchannelState;
import io.github.tlslift.windows.WinHttpDefaults;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** R16: WinHTTP callers, native ones and BITS, WinRM and WebDAV among them. */
final class WinHttp {
  private static final String VALUE = "DefaultSecureProtocols";

  private WinHttp() {}

  static Offer offer(Situation s, Trail trail) {
    Protocols asked = new Protocols(mask(s, trail));
    // KB3140245: a bit is not enough, SCHANNEL must have the version enabled as well.
    List<TlsVersion> offered =
        asked.versions().stream()
            .filter(v -> SchannelClient.state(s, v) == SchannelState.ENABLED)
            .toList();
    Outcome outcome = offered.isEmpty() ? Outcome.NO_USABLE_PROTOCOL : Outcome.OFFERS;
    return new Offer(
        outcome, OptionalInt.empty(), false, offered, false, "", trail.confidence(), trail.steps());
  }

  private static int mask(Situation s, Trail trail) {
    if (s.argument().isPresent()) {
      trail.add(
          "R16", "the application sets WINHTTP_OPTION_SECURE_PROTOCOLS itself", s.argumentAt(), "");
      return s.argument().getAsInt();
    }
    WinHttpDefaults.Row row = WinHttpDefaults.of(s.windows());
    Optional<RegistrySetting> value =
        s.registry().dword(RegistrySetting.Kind.WIN_HTTP, VALUE, s.bitness());
    if (value.isPresent() && !row.readsValue().equals("no")) {
      return fromRegistry(value.get(), row, trail);
    }
    trail.add(
        "R16",
        "WinHTTP's default on " + s.windows().name() + " applies",
        Optional.empty(),
        s.registry().absence(),
        Confidence.parse(row.confidence()).orElseThrow());
    return row.mask();
  }

  private static int fromRegistry(RegistrySetting value, WinHttpDefaults.Row row, Trail trail) {
    String needs =
        row.readsValue().equals("yes")
            ? ""
            : " (read only with " + row.readsValue().toUpperCase(java.util.Locale.ROOT) + ")";
    trail.add(
        "R16", VALUE + "=" + value.value() + " in the registry decides" + needs, value.at(), "");
    return Long.decode(value.value()).intValue();
  }
}
