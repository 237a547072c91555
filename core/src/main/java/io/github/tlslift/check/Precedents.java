package io.github.tlslift.check;

import io.github.tlslift.match.Matcher;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.Verdict;
import io.github.tlslift.resolve.Places;
import io.github.tlslift.resolve.Resolver;
import io.github.tlslift.resolve.Situation;
import io.github.tlslift.windows.WindowsVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Situations that were judged before: most processes of a tree differ in places alone. */
final class Precedents {

  /** What is offered, its trail at stand-ins for the real places, and what comes of it. */
  record Ruling(Offer offer, Verdict verdict) {}

  private record Question(Situation situation, ServerPolicy policy) {}

  private final List<WindowsVersion> windows;
  private final Map<Question, List<Ruling>> known = new ConcurrentHashMap<>();

  /** No situation was judged yet on any of these versions. */
  Precedents(List<WindowsVersion> windows) {
    this.windows = List.copyOf(windows);
  }

  List<WindowsVersion> windows() {
    return windows;
  }

  /** The rulings on each version, in order, whatever version the situation names. */
  List<Ruling> of(Situation situation, ServerPolicy policy) {
    Situation any = Places.without(situation).on(windows.get(0));
    return known.computeIfAbsent(new Question(any, policy), this::rule);
  }

  // Versions of Windows that offer the same for the same reasons share one offer.
  private List<Ruling> rule(Question question) {
    Map<Offer, Offer> shared = new HashMap<>();
    return windows.stream()
        .map(w -> rule(question.situation.on(w), question.policy, shared))
        .toList();
  }

  private static Ruling rule(Situation s, ServerPolicy policy, Map<Offer, Offer> shared) {
    Offer offer = shared.computeIfAbsent(Resolver.resolve(s), o -> o);
    return new Ruling(offer, Matcher.match(offer, policy, s.windows(), s.api(), s.clr()));
  }
}
