package io.github.tlslift.net.tap;

import io.github.tlslift.tls.CodePoint;

/**
 * An alert that passed in clear.
 *
 * @param from who sent it
 * @param level 1 for a warning, 2 for the end
 */
public record SeenAlert(Side from, int level, int number) {

  /** In words, such as {@code the server sent alert 70 protocol_version}. */
  public String words() {
    return "the " + from.id() + " sent alert " + number + " " + CodePoint.ALERT.name(number);
  }
}
