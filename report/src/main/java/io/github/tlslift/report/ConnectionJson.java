package io.github.tlslift.report;

import io.github.tlslift.model.Cause;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.model.Verdict;
import io.github.tlslift.model.WindowsOutcome;
import java.util.List;
import java.util.Locale;

/** Connections as JSON members ({@code docs/json.md}). */
final class ConnectionJson {
  private final Json json;
  private final OfferJson offers;

  ConnectionJson(Json json) {
    this.json = json;
    this.offers = new OfferJson(json);
  }

  /** The members of a connection. */
  void connection(Connection c) {
    json.object("process", j -> process(c.process()));
    json.text("host", c.host());
    json.number("port", c.port());
    json.text("api", c.api().id());
    c.apiAt().ifPresent(at -> json.object("apiAt", j -> offers.place(at)));
    json.object("server", j -> policy(c.policy()));
    json.text("result", c.fails() ? "fails" : id(c.headline().verdict().kind()));
    json.objects("outcomes", c.outcomes(), this::outcome);
    json.texts("unless", c.unless());
    json.objects("cures", c.cures(), this::cure);
  }

  private void process(Process p) {
    json.text("name", p.name());
    json.text("path", p.path());
    json.text("host", p.host().id());
    json.text("clr", p.clr().id());
    p.target().ifPresent(t -> json.object("target", j -> target(t)));
    json.text("bitness", p.bitness().id());
    json.text("config", p.config().map(c -> c.file()));
    json.texts("ignoredConfigs", p.ignored().stream().map(i -> i.file().file()).toList());
    json.number("filesRead", p.filesRead());
    json.texts("notes", p.notes());
  }

  private void target(TargetFramework target) {
    json.text("framework", target.identifier());
    json.text("version", target.version());
    json.object("at", j -> offers.place(target.location()));
  }

  private void policy(ServerPolicy p) {
    json.text("id", p.id());
    json.text("name", p.name());
    json.text("basis", p.basis().name().toLowerCase(Locale.ROOT));
    json.text("minimum", p.minimum().map(TlsVersion::id));
    json.text("maximum", p.maximum().map(TlsVersion::id));
    json.texts("suites", p.suites());
    json.text("suitesUse", p.suitesUse().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.textIfAny("olderRefusedSince", p.olderRefusedSince());
    json.textIfAny("evidenceDate", p.evidenceDate());
    json.textIfAny("evidence", p.evidence());
    json.text("confidence", p.confidence().id());
    json.texts("disagreeing", p.disagreeing().stream().map(ServerPolicy::id).toList());
  }

  private void outcome(WindowsOutcome o) {
    json.text("windows", o.windows());
    json.text("name", o.name());
    json.flag("decides", o.decides());
    json.object("verdict", j -> verdict(o.verdict()));
    json.object("offer", j -> offers.offer(o.offer()));
    List<WindowsOutcome.Alternative> alternatives = o.alternatives();
    json.objects("alternatives", alternatives, this::alternative);
  }

  private void alternative(WindowsOutcome.Alternative a) {
    json.text("when", a.when());
    json.text("offered", a.offer().id());
    json.object("verdict", j -> verdict(a.verdict()));
  }

  private void verdict(Verdict v) {
    json.text("kind", id(v.kind()));
    json.text("cause", v.cause().map(Cause::id));
    json.text("version", v.version().map(TlsVersion::id));
    json.text("suite", v.suite());
    json.text("says", v.says());
    json.textIfAny("error", v.error());
    json.texts("notes", v.notes());
    json.text("confidence", v.confidence().id());
  }

  private void cure(Cure cure) {
    json.text("id", cure.id());
    json.text("title", cure.title());
    json.text("applicability", cure.applicability().id());
    json.text("needs", cure.needs());
    json.texts("worksOn", cure.worksOn());
    json.texts("failsOn", cure.failsOn());
    json.texts("alsoChanges", cure.alsoChanges());
    json.text("restart", cure.restart());
    json.objects("at", cure.at(), offers::place);
    json.texts("sets", cure.sets());
    json.text("reach", cure.reach().id());
  }

  private static String id(Verdict.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
