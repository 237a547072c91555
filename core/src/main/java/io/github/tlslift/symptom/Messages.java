package io.github.tlslift.symptom;

/** Where {@code failure-messages.csv} stands. */
public final class Messages {
  private Messages() {}
}
