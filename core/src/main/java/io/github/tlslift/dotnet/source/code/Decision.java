package io.github.tlslift.dotnet.source.code;

import java.util.List;

/**
 * The tests on the way to one branch of an {@code if}.
 *
 * @param failed those that did not hold, in order
 * @param held the one that did; empty for {@code else} and for what follows an early {@code return}
 */
public record Decision(List<Expr> failed, List<Expr> held) {

  /** Copies the lists. */
  public Decision {
    failed = List.copyOf(failed);
    held = List.copyOf(held);
  }

  /** Where the decision starts. */
  public int start() {
    return (failed.isEmpty() ? held : failed).get(0).start();
  }
}
