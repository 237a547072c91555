package io.github.tlslift.fix;

import io.github.tlslift.edit.Change;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Connection;
import java.util.List;

/**
 * What a fix would do, and what comes of it.
 *
 * @param before the check of the tree as it is
 * @param after the check of the tree as the changes would make it
 * @param steps the cures that were turned into edits
 * @param refusals cures whose edits cannot be made, or do not turn the verdict
 * @param changes the files, one change each
 */
public record FixPlan(
    CheckReport before,
    CheckReport after,
    List<Step> steps,
    List<Refusal> refusals,
    List<Change> changes) {

  /** Copies the lists. */
  public FixPlan {
    steps = List.copyOf(steps);
    refusals = List.copyOf(refusals);
    changes = List.copyOf(changes);
  }

  /** What still does not connect. */
  public List<Connection> remaining() {
    return after.connections().stream().filter(c -> c.fails() || c.depends()).toList();
  }
}
