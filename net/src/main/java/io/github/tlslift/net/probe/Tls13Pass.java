package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * Finds the suites and groups of TLS 1.3, which a server selects apart: both are left out once
 * selected, in the same questions. A question that is likely to be refused for want of a suite has
 * a group that the server is known to have.
 */
final class Tls13Pass {
  private static final List<Integer> COMMON = List.of(0x1301, 0x1302, 0x1303);

  /** What was found. */
  record Result(SuiteAnswer suites, GroupAnswer groups) {}

  private final BiFunction<List<Integer>, List<Integer>, CompletableFuture<Answer>> ask;
  private final List<Integer> suites = new ArrayList<>();
  private final List<Integer> groups = new ArrayList<>();
  private Optional<Boolean> prefers = Optional.empty();
  private boolean reversed;
  private final boolean allGroups;

  /**
   * A pass.
   *
   * @param first what the server selected when the version was asked for
   * @param allGroups whether to go on until no group is left
   * @param ask asks with some suites and some groups
   */
  Tls13Pass(
      Answer.Accepted first,
      boolean allGroups,
      BiFunction<List<Integer>, List<Integer>, CompletableFuture<Answer>> ask) {
    this.ask = ask;
    this.allGroups = allGroups;
    suites.add(first.hello().cipherSuite());
    Groups.selected(first).ifPresent(groups::add);
  }

  CompletableFuture<Result> run() {
    List<Integer> left = new ArrayList<>(Suites.of(TlsVersion.TLS13));
    if (!reversed) {
      // A server with an order of its own selects the first again.
      reversed = true;
      Collections.reverse(left);
      return question(left, rest());
    }
    left.removeAll(suites);
    if (left.isEmpty()) {
      return groups();
    }
    boolean likely = left.stream().anyMatch(COMMON::contains);
    return question(left, likely ? rest() : groups);
  }

  private List<Integer> rest() {
    List<Integer> rest = Groups.without(groups);
    return rest.isEmpty() ? groups : rest;
  }

  private CompletableFuture<Result> question(List<Integer> offered, List<Integer> with) {
    return ask.apply(offered, with).thenCompose(a -> answered(a, offered, with));
  }

  private CompletableFuture<Result> answered(
      Answer answer, List<Integer> offered, List<Integer> with) {
    if (answer instanceof Answer.Unknown u) {
      return done(new GroupAnswer(groups, Optional.of(u.words())), Optional.of(u.words()));
    }
    Optional<Answer.Accepted> accepted = accepted(answer, offered);
    if (accepted.isEmpty()) {
      // Refused for want of a suite or of a group: with a group that it has it is one of suites.
      return with.equals(groups) || groups.isEmpty()
          ? groups()
          : question(offered, List.copyOf(groups));
    }
    note(accepted.get());
    return run();
  }

  private static Optional<Answer.Accepted> accepted(Answer answer, List<Integer> offered) {
    return answer instanceof Answer.Accepted a
            && a.version() == TlsVersion.TLS13.wire()
            && offered.contains(a.hello().cipherSuite())
        ? Optional.of(a)
        : Optional.empty();
  }

  private void note(Answer.Accepted a) {
    int suite = a.hello().cipherSuite();
    if (prefers.isEmpty()) {
      prefers = Optional.of(suite == suites.get(0));
    }
    if (!suites.contains(suite)) {
      suites.add(suite);
    }
    Groups.selected(a).ifPresent(g -> addGroup(g));
  }

  private void addGroup(int group) {
    if (!groups.contains(group)) {
      groups.add(group);
    }
  }

  private CompletableFuture<Result> groups() {
    if (!allGroups) {
      return done(new GroupAnswer(groups, Optional.of(Probe.NOT_ASKED)), Optional.empty());
    }
    return new GroupPass(groups, left -> ask.apply(suites, left))
        .run()
        .thenCompose(g -> done(g, Optional.empty()));
  }

  private CompletableFuture<Result> done(GroupAnswer found, Optional<String> incomplete) {
    Optional<Boolean> order = suites.size() < 2 ? Optional.empty() : prefers;
    return CompletableFuture.completedFuture(
        new Result(new SuiteAnswer(suites, order, incomplete), found));
  }
}
