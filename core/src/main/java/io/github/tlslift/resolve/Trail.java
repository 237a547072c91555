package io.github.tlslift.resolve;

import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.TrailStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the reasons of one resolution, and the weakest confidence among them. */
final class Trail {
  private final List<TrailStep> steps = new ArrayList<>();
  private Confidence confidence = Confidence.HIGH;

  void add(String rule, String says, Optional<Location> at, String basis) {
    add(rule, says, at, basis, Confidence.HIGH);
  }

  void add(String rule, String says, Optional<Location> at, String basis, Confidence sure) {
    add(rule, says, at.stream().toList(), basis, sure);
  }

  void add(String rule, String says, List<Location> at, String basis, Confidence sure) {
    steps.add(new TrailStep(rule, says, at, basis, sure));
    confidence = confidence.and(sure);
  }

  void note(String rule, String says) {
    add(rule, says, Optional.empty(), "");
  }

  List<TrailStep> steps() {
    return List.copyOf(steps);
  }

  Confidence confidence() {
    return confidence;
  }
}
