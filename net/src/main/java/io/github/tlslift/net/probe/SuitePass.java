package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Finds the suites of one version by leaving out what was selected until the server refuses. A
 * server that balks at more suites than {@link Suites#MOST} in one hello is told by offering it one
 * that it accepts among them; it is then asked in portions.
 */
final class SuitePass {
  // A server that goes on answering without end is not asked without end.
  private static final int MOST_QUESTIONS = 600;

  private final Function<List<Integer>, CompletableFuture<Answer>> ask;
  private final int version;
  private final boolean preference;
  private final List<Integer> found = new ArrayList<>();
  private final List<List<Integer>> portions = new ArrayList<>();
  private int questions;

  /**
   * A pass.
   *
   * @param ask asks for some suites of the version
   * @param first the suite selected when the version was asked for
   * @param preference whether to ask in the end whose order counts
   */
  SuitePass(
      TlsVersion version,
      int first,
      boolean preference,
      Function<List<Integer>, CompletableFuture<Answer>> ask) {
    this.ask = ask;
    this.version = version.wire();
    this.preference = preference;
    List<Integer> all = new ArrayList<>(Suites.of(version));
    found.add(first);
    portions.add(all.subList(0, Math.min(Suites.MOST, all.size())));
    if (all.size() > Suites.MOST) {
      portions.add(all.subList(Suites.MOST, all.size()));
    }
  }

  CompletableFuture<SuiteAnswer> run() {
    if (portions.isEmpty()) {
      return preference();
    }
    List<Integer> left = new ArrayList<>(portions.get(0));
    left.removeAll(found);
    if (left.isEmpty()) {
      portions.remove(0);
      return run();
    }
    return question(left).thenCompose(answer -> answered(answer, left));
  }

  private CompletableFuture<Answer> question(List<Integer> suites) {
    questions++;
    return ask.apply(suites);
  }

  private CompletableFuture<SuiteAnswer> answered(Answer answer, List<Integer> asked) {
    if (answer instanceof Answer.Unknown u) {
      return done(Optional.empty(), Optional.of(u.words()));
    }
    Optional<Integer> selected = selected(answer, asked);
    if (selected.isEmpty()) {
      return refused(asked);
    }
    found.add(selected.get());
    return questions < MOST_QUESTIONS
        ? run()
        : done(Optional.empty(), Optional.of("stopped after " + questions + " questions"));
  }

  // A suite that was not offered is no answer to the question.
  private Optional<Integer> selected(Answer answer, List<Integer> asked) {
    return answer instanceof Answer.Accepted a && a.version() == version
        ? Optional.of(a.hello().cipherSuite()).filter(asked::contains)
        : Optional.empty();
  }

  private CompletableFuture<SuiteAnswer> refused(List<Integer> asked) {
    if (asked.size() <= Suites.MOST) {
      portions.remove(0);
      return run();
    }
    List<Integer> withKnown = new ArrayList<>(asked);
    withKnown.add(found.get(0));
    return question(withKnown)
        .thenCompose(
            answer -> {
              portions.remove(0);
              if (selected(answer, withKnown).isEmpty()) {
                split(asked);
              }
              return run();
            });
  }

  private void split(List<Integer> asked) {
    for (int at = 0; at < asked.size(); at += Suites.MOST) {
      portions.add(asked.subList(at, Math.min(asked.size(), at + Suites.MOST)));
    }
  }

  // Asked in the opposite order: a server with an order of its own selects the first again.
  private CompletableFuture<SuiteAnswer> preference() {
    if (!preference || found.size() < 2) {
      return done(Optional.empty(), Optional.empty());
    }
    List<Integer> reversed = new ArrayList<>(found);
    Collections.reverse(reversed);
    return question(reversed)
        .thenCompose(
            answer ->
                done(
                    selected(answer, reversed).map(s -> s.equals(found.get(0))), Optional.empty()));
  }

  private CompletableFuture<SuiteAnswer> done(
      Optional<Boolean> prefers, Optional<String> incomplete) {
    return CompletableFuture.completedFuture(new SuiteAnswer(found, prefers, incomplete));
  }
}
