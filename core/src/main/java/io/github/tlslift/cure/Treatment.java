package io.github.tlslift.cure;

import io.github.tlslift.model.Cure.Applicability;
import io.github.tlslift.model.Cure.Reach;
import io.github.tlslift.model.Location;
import java.util.List;
import java.util.Optional;

/** One way to mend a process: edits the evidence and says what it takes. One class each. */
interface Treatment {

  /** The cure's id, also its page. */
  String id();

  /** The edited evidence; empty where it has nothing to edit. */
  Optional<Result> apply(Patient patient);

  /**
   * An edit and what to say of it.
   *
   * @param patient the evidence after the edit
   * @param title what to do
   * @param alsoChanges what else changes
   * @param sets what it sets, as {@code NAME=VALUE}
   * @param reach how far it reaches
   */
  record Result(
      Patient patient,
      String title,
      Applicability applicability,
      String needs,
      List<String> alsoChanges,
      String restart,
      List<Location> at,
      List<String> sets,
      Reach reach) {}
}
