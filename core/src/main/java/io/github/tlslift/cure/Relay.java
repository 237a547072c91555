package io.github.tlslift.cure;

import io.github.tlslift.model.Cure;
import io.github.tlslift.model.Cure.Applicability;
import io.github.tlslift.model.Cure.Reach;
import java.util.List;

/** The bridge, where nothing else turns the verdict: {@code relay}. */
final class Relay {
  private Relay() {}

  static Cure to(String destination, List<String> windows) {
    return new Cure(
        "relay",
        "bridge: tlslift relay --to " + destination + " --until DATE",
        Applicability.DISPLAY_ONLY,
        "a machine of your own between program and server, and its certificate trusted by the program",
        windows,
        List.of(),
        List.of("the connection is opened and encrypted again on the way"),
        "the program, with its address pointed at the relay",
        List.of(),
        List.of(),
        Reach.RELAY);
  }
}
