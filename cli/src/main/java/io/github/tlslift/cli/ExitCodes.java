package io.github.tlslift.cli;

import io.github.tlslift.model.Severity;
import io.github.tlslift.report.Tally;
import java.util.Optional;

/** What the program says to scripts. A break from the keyboard is 130, which the JVM sees to. */
final class ExitCodes {
  static final int CLEAN = 0;
  static final int FINDINGS = 1;
  static final int WRONG_USE = 2;
  static final int INCOMPLETE = 3;
  static final int OWN_FAULT = 4;

  private ExitCodes() {}

  /**
   * The code of a check: incomplete wins over findings.
   *
   * @param failOn from which severity on findings count; empty for never
   */
  static int of(Tally tally, Optional<Severity> failOn) {
    if (tally.incomplete()) {
      return INCOMPLETE;
    }
    return failOn.filter(s -> tally.atLeast(s) > 0).isPresent() ? FINDINGS : CLEAN;
  }
}
