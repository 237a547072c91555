package io.github.tlslift.dotnet.source.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tests of one {@code if} with all its branches, collected while it is read. */
public final class Tests {
  // A longer chain would be copied for each of its branches; nobody asks a value so many questions.
  private static final int MOST = 32;

  private final List<Expr> failed = new ArrayList<>();

  /** What decides on the branch with this test; later branches run where it does not hold. */
  public Optional<Decision> holding(Expr test) {
    if (failed.size() > MOST) {
      return Optional.empty();
    }
    Decision decision = new Decision(failed, List.of(test));
    failed.add(test);
    return Optional.of(decision);
  }

  /** What decides on what runs where no test held. */
  public Optional<Decision> noneHolding() {
    return failed.isEmpty() || failed.size() > MOST
        ? Optional.empty()
        : Optional.of(new Decision(failed, List.of()));
  }
}
