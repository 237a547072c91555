package io.github.tlslift.net.probe;

import java.util.List;
import java.util.Optional;

/**
 * The suites of one version.
 *
 * @param suites their numbers in the server's order, as far as it has one
 * @param serverPrefers whether the server's order counts; empty where it was not asked
 * @param incomplete why there may be more; empty where the list is whole
 */
public record SuiteAnswer(
    List<Integer> suites, Optional<Boolean> serverPrefers, Optional<String> incomplete) {

  /** Copies the list. */
  public SuiteAnswer {
    suites = List.copyOf(suites);
  }
}
