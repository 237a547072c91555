package io.github.tlslift.resolve;

import io.github.tlslift.model.Location;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.TrailStep;
import io.github.tlslift.resolve.Situation.Basis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the evidence of a situation stands. Situations that differ in nothing else have the same
 * offer, so it is resolved once, for {@link #without stand-ins}, and its trail is then given the
 * real places.
 */
public final class Places {
  // No path has such a character.
  private static final String MARK = "\0";

  private final Map<Location, Location> real = new HashMap<>();
  private final Map<String, String> said = new HashMap<>();

  private Places() {}

  /** The places of one situation. */
  public static Places of(Situation s) {
    Places places = new Places();
    Situation plain = without(s);
    places.note(plain.targetAt(), s.targetAt());
    places.note(plain.argumentAt(), s.argumentAt());
    places.note(plain.basis().late(), s.basis().late());
    for (int i = 0; i < s.switches().size(); i++) {
      places.note(plain.switches().get(i).at(), s.switches().get(i).at());
    }
    for (int i = 0; i < s.code().size(); i++) {
      places.note(plain.code().get(i).at(), s.code().get(i).at());
      places.said.put(plain.code().get(i).code(), s.code().get(i).code());
    }
    places.said.put(plain.basis().config(), s.basis().config());
    places.said.put(plain.basis().code(), s.basis().code());
    return places;
  }

  private void note(Optional<Location> standIn, Optional<Location> place) {
    standIn.ifPresent(l -> real.put(l, place.orElseThrow()));
  }

  /** The situation with stand-ins for its places: equal for all that differ in places alone. */
  public static Situation without(Situation s) {
    List<SwitchValue> switches = new ArrayList<>();
    for (SwitchValue v : s.switches()) {
      Optional<Location> at = standIn(v.at(), "switch" + switches.size());
      switches.add(new SwitchValue(v.source(), v.name(), v.value(), at));
    }
    List<CodeWrite> code = new ArrayList<>();
    for (CodeWrite w : s.code()) {
      String name = "code" + code.size();
      code.add(
          new CodeWrite(
              w.operation(), w.mask(), standIn(w.at(), name), standIn(w.code(), name), w.guard()));
    }
    return s.at(
        standIn(s.targetAt(), "target"),
        standIn(s.argumentAt(), "argument"),
        switches,
        code,
        new Basis(
            standIn(s.basis().config(), "config"),
            standIn(s.basis().code(), "files"),
            standIn(s.basis().late(), "late")));
  }

  private static Optional<Location> standIn(Optional<Location> place, String name) {
    return place.map(l -> Location.ofFile(MARK + name + MARK));
  }

  private static String standIn(String text, String name) {
    return text.isEmpty() ? "" : MARK + name + MARK;
  }

  /** An offer resolved for the stand-ins, with the real places in its trail. */
  public Offer in(Offer offer) {
    return offer.withTrail(offer.trail().stream().map(this::in).toList());
  }

  private TrailStep in(TrailStep step) {
    List<Location> at = step.at().stream().map(l -> real.getOrDefault(l, l)).toList();
    return new TrailStep(step.rule(), step.says(), at, in(step.basis()), step.confidence());
  }

  private String in(String text) {
    if (!text.contains(MARK)) {
      return text;
    }
    String all = text;
    for (Map.Entry<String, String> e : said.entrySet()) {
      all = e.getKey().isEmpty() ? all : all.replace(e.getKey(), e.getValue());
    }
    return all;
  }
}
