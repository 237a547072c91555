package io.github.tlslift.fix;

import io.github.tlslift.edit.Change;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import java.util.List;

/**
 * One cure of one connection.
 *
 * @param connection as it is
 * @param cure the one that was chosen
 * @param changes what it makes of the files; empty where it could not be made
 * @param refused why it could not; else empty
 */
public record Repair(Connection connection, Cure cure, List<Change> changes, String refused) {

  /** Copies the list. */
  public Repair {
    changes = List.copyOf(changes);
  }
}
