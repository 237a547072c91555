package io.github.tlslift.net.probe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What else a server does in its newest version up to TLS 1.2, as far as it was asked.
 *
 * @param schemes the signature schemes it signs with, in the order that it selected them
 * @param protocols the application protocols it selects, of {@code h2} and {@code http/1.1}
 * @param primeBits the size of the prime of its finite field; empty where it has none of its own
 * @param compresses whether it agrees to compress
 */
public record Details(
    List<Integer> schemes,
    List<String> protocols,
    OptionalInt primeBits,
    Optional<Boolean> compresses) {
  static final Details NOT_ASKED =
      new Details(List.of(), List.of(), OptionalInt.empty(), Optional.empty());

  /** Copies the lists. */
  public Details {
    schemes = List.copyOf(schemes);
    protocols = List.copyOf(protocols);
  }
}
