package io.github.tlslift.fix;

import io.github.tlslift.edit.Change;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import java.util.List;

/**
 * A cure that was turned into edits.
 *
 * @param connection what it turns, as it was before
 * @param changes what it makes of the files, as they were when it was tried
 */
public record Step(Connection connection, Cure cure, List<Change> changes) {
  /** Copies the list. */
  public Step {
    changes = List.copyOf(changes);
  }

  /** The files it edits. */
  public List<String> files() {
    return changes.stream().map(Change::path).toList();
  }
}
