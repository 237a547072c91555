package io.github.tlslift.fix;

import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import java.util.List;

/**
 * A cure that was turned into edits.
 *
 * @param connection what it turns, as it was before
 * @param files the files it edits
 */
public record Step(Connection connection, Cure cure, List<String> files) {
  /** Copies the list. */
  public Step {
    files = List.copyOf(files);
  }
}
