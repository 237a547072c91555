package io.github.tlslift.cure;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.resolve.FrameworkVersion;
import java.util.List;
import java.util.stream.Collectors;

/** What else a program does otherwise once its target is newer; {@code target-flips.csv}. */
final class TargetFlips {
  private static final List<Flip> ROWS =
      CsvTable.load(
          TargetFlips.class,
          "target-flips.csv",
          r ->
              new Flip(
                  FrameworkVersion.parse(r.getField("version")).orElseThrow(),
                  r.getField("changes")));

  private TargetFlips() {}

  private record Flip(FrameworkVersion since, String changes) {}

  /** A phrase of all that a target flips which the one before did not. */
  static String between(FrameworkVersion old, FrameworkVersion target) {
    String all =
        ROWS.stream()
            .filter(f -> target.isAtLeast(f.since.toString()))
            .filter(f -> !old.isAtLeast(f.since.toString()))
            .map(Flip::changes)
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "" : "what follows the target: " + all;
  }
}
