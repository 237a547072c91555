package io.github.tlslift.net.tap;

import io.github.tlslift.net.tap.Seen.Outcome;
import java.util.Optional;

/** Hands in what was seen of a connection, once, when the first of its two sides is gone. */
final class Ending {
  private final String endpoint;
  private final Optional<Watch> watch;
  private final Sightings sightings;
  private boolean over;

  Ending(String endpoint, Optional<Watch> watch, Sightings sightings) {
    this.endpoint = endpoint;
    this.watch = watch;
    this.sightings = sightings;
  }

  void over() {
    if (!over) {
      over = true;
      sightings.add(
          watch
              .map(Watch::seen)
              .orElseGet(
                  () -> Seen.without(endpoint, Outcome.NO_TLS, "the client asked without TLS")));
    }
  }
}
