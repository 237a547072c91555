package io.github.tlslift.cli;

import io.github.tlslift.net.tap.Comparison;
import io.github.tlslift.net.tap.Seen;
import io.github.tlslift.net.tap.Sighted;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code verify} found out.
 *
 * @param command empty where none was started
 * @param exit of the command; empty where it had none
 * @param ended whether the command was ended because its time was up
 */
record Verified(
    List<String> command,
    OptionalInt exit,
    boolean ended,
    Sighted sighted,
    Optional<Prediction> prediction,
    List<Comparison> compared) {

  Verified {
    command = List.copyOf(command);
    compared = List.copyOf(compared);
  }

  /** The program's own code where it says something; else what was found. */
  int code() {
    if (exit.isPresent() && exit.getAsInt() != 0) {
      return exit.getAsInt();
    }
    if (ended) {
      return ExitCodes.INCOMPLETE;
    }
    boolean broken = compared.stream().anyMatch(c -> c.result() == Comparison.Result.BROKEN);
    Prediction.Agrees agrees = agrees();
    if (broken || agrees == Prediction.Agrees.NO) {
      return ExitCodes.FINDINGS;
    }
    boolean unknown = prediction.isPresent() && agrees == Prediction.Agrees.UNKNOWN;
    return unknown ? ExitCodes.INCOMPLETE : ExitCodes.CLEAN;
  }

  /** Whether all hellos came as predicted; unknown without a prediction. */
  Prediction.Agrees agrees() {
    List<Seen> hellos = sighted.withHello();
    return prediction.map(p -> p.agrees(hellos)).orElse(Prediction.Agrees.UNKNOWN);
  }
}
