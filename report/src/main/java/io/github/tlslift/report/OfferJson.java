package io.github.tlslift.report;

import io.github.tlslift.model.Location;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.model.TrailStep;
import java.util.Locale;

/** Offers, trails and places as JSON members ({@code docs/json.md}). */
final class OfferJson {
  private final Json json;

  OfferJson(Json json) {
    this.json = json;
  }

  /** The members of an offer. */
  void offer(Offer offer) {
    json.text("outcome", offer.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.text("id", offer.id());
    json.number("mask", offer.mask());
    json.flag("osDefault", offer.osDefault());
    json.texts("versions", offer.versions().stream().map(TlsVersion::id).toList());
    json.flag("strongCrypto", offer.strongCrypto());
    json.textIfAny("exception", offer.exception());
    json.text("confidence", offer.confidence().id());
    json.objects("trail", offer.trail(), this::step);
  }

  /** The members of a place. */
  void place(Location at) {
    json.text("file", at.file());
    json.textIfAny("within", at.within());
    if (at.line() > 0) {
      json.number("line", at.line());
      json.number("column", at.column());
    }
    if (at.line() > 0 || !at.within().isEmpty()) {
      json.number("offset", at.offset());
      json.number("length", at.length());
    }
  }

  private void step(TrailStep step) {
    json.text("rule", step.rule());
    json.text("says", step.says());
    json.objects("at", step.at(), this::place);
    json.textIfAny("basis", step.basis());
    json.text("confidence", step.confidence().id());
  }
}
