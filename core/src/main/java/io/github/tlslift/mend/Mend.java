package io.github.tlslift.mend;

import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.Process;

/** One kind of edit. One class each. */
interface Mend {
  /**
   * Adds what the cure takes to the draft.
   *
   * @throws NotEditableException where the place cannot be edited without risk
   */
  void edit(Process process, Cure cure, Draft draft) throws NotEditableException;
}
