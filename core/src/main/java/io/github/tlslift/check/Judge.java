package io.github.tlslift.check;

import io.github.tlslift.match.Matcher;
import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.Verdict;
import io.github.tlslift.model.Verdict.Kind;
import io.github.tlslift.model.WindowsOutcome;
import io.github.tlslift.model.WindowsOutcome.Alternative;
import io.github.tlslift.resolve.Resolver;
import io.github.tlslift.resolve.Situation;
import io.github.tlslift.windows.WindowsVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Situations to one outcome: the common verdict, or that it depends and on what. */
final class Judge {
  private Judge() {}

  static WindowsOutcome outcome(
      List<Situations.Labelled> situations,
      Optional<String> unknown,
      ServerPolicy policy,
      WindowsVersion windows,
      boolean decides) {
    List<Alternative> all = situations.stream().map(s -> alternative(s, policy, windows)).toList();
    Alternative worst = worst(all);
    boolean agree = all.stream().allMatch(a -> a.verdict().kind() == worst.verdict().kind());
    if (agree && unknown.isEmpty()) {
      return new WindowsOutcome(
          windows.id(), windows.name(), decides, worst.offer(), worst.verdict(), List.of());
    }
    return new WindowsOutcome(
        windows.id(), windows.name(), decides, worst.offer(), depends(all, unknown), all);
  }

  private static Alternative alternative(
      Situations.Labelled s, ServerPolicy policy, WindowsVersion windows) {
    Situation situation = s.situation();
    Offer offer = Resolver.resolve(situation);
    return new Alternative(
        s.when(), offer, Matcher.match(offer, policy, windows, situation.api(), situation.clr()));
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
