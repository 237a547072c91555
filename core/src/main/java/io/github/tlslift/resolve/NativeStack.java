package io.github.tlslift.resolve;

import io.github.tlslift.model.Api;
import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.Offer.Outcome;
import io.github.tlslift.model.TlsVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** R11: APIs that ask Schannel themselves, past every .NET setting. */
final class NativeStack {
  private NativeStack() {}

  static Offer offer(Situation s, Trail trail) {
    boolean sql = s.api() == Api.SQL_CLIENT;
    trail.add(
        "R11",
        (sql ? "SqlClient uses its native network library" : "LdapConnection uses wldap32")
            + " and Schannel's defaults; no .NET setting applies",
        Optional.empty(),
        "",
        sql ? Confidence.LOW : Confidence.MEDIUM);
    List<TlsVersion> offered = SchannelClient.osDefault(s);
    Outcome outcome = offered.isEmpty() ? Outcome.NO_USABLE_PROTOCOL : Outcome.OFFERS;
    return new Offer(
        outcome, OptionalInt.empty(), true, offered, false, "", trail.confidence(), trail.steps());
  }
}
