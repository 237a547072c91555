package io.github.tlslift.check;

import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.Verdict;
import io.github.tlslift.model.Verdict.Kind;
import io.github.tlslift.model.WindowsOutcome;
import io.github.tlslift.model.WindowsOutcome.Alternative;
import io.github.tlslift.resolve.Places;
import io.github.tlslift.windows.WindowsVersion;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Situations to one outcome: the common verdict, or that it depends and on what. */
final class Judge {
  private Judge() {}

  /** The outcome on each version. */
  static List<WindowsOutcome> outcomes(
      List<Situations.Labelled> situations,
      Optional<String> unknown,
      ServerPolicy policy,
      Precedents precedents,
      Predicate<WindowsVersion> decides) {
    List<Judged> judged = situations.stream().map(s -> new Judged(s, precedents, policy)).toList();
    List<WindowsOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < precedents.windows().size(); i++) {
      int version = i;
      WindowsVersion windows = precedents.windows().get(i);
      List<Alternative> all = judged.stream().map(j -> j.on(version)).toList();
      outcomes.add(outcome(all, unknown, windows, decides.test(windows)));
    }
    return outcomes;
  }

  /** What was ruled on one situation, with its own places. */
  private static final class Judged {
    private final String when;
    private final List<Precedents.Ruling> rulings;
    private final Places places;
    private final Map<Offer, Offer> placed = new IdentityHashMap<>();

    Judged(Situations.Labelled s, Precedents precedents, ServerPolicy policy) {
      when = s.when();
      rulings = precedents.of(s.situation(), policy);
      places = Places.of(s.situation());
    }

    Alternative on(int version) {
      Precedents.Ruling ruling = rulings.get(version);
      Offer offer = placed.computeIfAbsent(ruling.offer(), places::in);
      return new Alternative(when, offer, ruling.verdict());
    }
  }

  private static WindowsOutcome outcome(
      List<Alternative> all, Optional<String> unknown, WindowsVersion windows, boolean decides) {
    Alternative worst = worst(all);
    boolean agree = all.stream().allMatch(a -> a.verdict().kind() == worst.verdict().kind());
    if (agree && unknown.isEmpty()) {
      return new WindowsOutcome(
          windows.id(), windows.name(), decides, worst.offer(), worst.verdict(), List.of());
    }
    return new WindowsOutcome(
        windows.id(), windows.name(), decides, worst.offer(), depends(all, unknown), all);
  }

  private static Alternative worst(List<Alternative> all) {
    return all.stream()
        .filter(a -> a.verdict().fails())
        .findFirst()
        .or(() -> all.stream().filter(a -> !a.verdict().connects()).findFirst())
        .orElseGet(() -> all.get(0));
  }

  private static Verdict depends(List<Alternative> all, Optional<String> unknown) {
    String says = unknown.map(u -> "depends on " + u).orElseGet(() -> "depends: " + failing(all));
    Confidence sure =
        all.stream().map(a -> a.verdict().confidence()).reduce(Confidence.HIGH, Confidence::and);
    Optional<io.github.tlslift.model.Cause> cause = worst(all).verdict().cause();
    return new Verdict(
        Kind.DEPENDS,
        cause,
        Optional.empty(),
        Optional.empty(),
        says,
        worst(all).verdict().error(),
        List.of(),
        sure);
  }

  private static String failing(List<Alternative> all) {
    return "fails "
        + all.stream()
            .filter(a -> a.verdict().fails())
            .map(Alternative::when)
            .filter(w -> !w.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
  }
}
