package io.github.tlslift.net.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Finds the groups of a version by leaving out what was selected until the server refuses. */
final class GroupPass {
  private final Function<List<Integer>, CompletableFuture<Answer>> ask;
  private final List<Integer> found;

  /**
   * A pass.
   *
   * @param found the groups that are known already
   * @param ask asks with some groups, and suites that need one
   */
  GroupPass(List<Integer> found, Function<List<Integer>, CompletableFuture<Answer>> ask) {
    this.found = new ArrayList<>(found);
    this.ask = ask;
  }

  CompletableFuture<GroupAnswer> run() {
    List<Integer> left = Groups.without(found);
    return left.isEmpty() ? done(Optional.empty()) : ask.apply(left).thenCompose(this::answered);
  }

  private CompletableFuture<GroupAnswer> answered(Answer answer) {
    if (answer instanceof Answer.Unknown u) {
      return done(Optional.of(u.words()));
    }
    OptionalInt group =
        answer instanceof Answer.Accepted a ? Groups.selected(a) : OptionalInt.empty();
    // A group that was left out is no answer to the question.
    if (group.isEmpty() || found.contains(group.getAsInt())) {
      return done(Optional.empty());
    }
    found.add(group.getAsInt());
    return run();
  }

  private CompletableFuture<GroupAnswer> done(Optional<String> incomplete) {
    return CompletableFuture.completedFuture(new GroupAnswer(found, incomplete));
  }
}
