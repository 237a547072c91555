package io.github.tlslift.model;

import java.util.List;
import java.util.Optional;

/**
 * Whether an offer and a policy meet.
 *
 * @param kind the answer
 * @param cause why not; empty where it connects
 * @param version the version agreed on, where known
 * @param suite the suite agreed on, where known
 * @param says the answer in a sentence, without a full stop
 * @param error the text the user sees; empty where none is known or needed
 * @param notes what else a reader should know
 * @param confidence how far offer and policy can be relied on
 */
public record Verdict(
    Kind kind,
    Optional<Cause> cause,
    Optional<TlsVersion> version,
    Optional<String> suite,
    String says,
    String error,
    List<String> notes,
    Confidence confidence) {

  /** Copies the notes. */
  public Verdict {
    notes = List.copyOf(notes);
  }

  /** The answers. */
  public enum Kind {
    CONNECTS,
    FAILS,
    /** Some of what may be true connects, and some does not. */
    DEPENDS,
    UNKNOWN
  }

  /** Whether it is a certain failure. */
  public boolean fails() {
    return kind == Kind.FAILS;
  }

  /** Whether there is no obstacle. */
  public boolean connects() {
    return kind == Kind.CONNECTS;
  }
}
