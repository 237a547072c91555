package io.github.tlslift.capture.attempt;

import io.github.tlslift.tls.Alert;
import java.util.Optional;

/**
 * An alert of one side.
 *
 * @param alert empty where it is encrypted
 * @param at in seconds after the first packet
 */
public record SentAlert(Side by, Optional<Alert> alert, double at) {

  /** Whether it says which it is and ends the connection. */
  public boolean isFatal() {
    return alert.filter(Alert::isFatal).isPresent();
  }
}
