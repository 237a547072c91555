package io.github.tlslift.net.probe;

import java.util.List;
import java.util.Optional;

/**
 * The groups of ephemeral keys.
 *
 * @param groups their numbers, in the order that the server selected them
 * @param incomplete why there may be more; empty where the list is whole
 */
public record GroupAnswer(List<Integer> groups, Optional<String> incomplete) {
  /** Nothing was seen of groups. */
  static final GroupAnswer NOT_ASKED = new GroupAnswer(List.of(), Optional.of(Probe.NOT_ASKED));

  /** Copies the list. */
  public GroupAnswer {
    groups = List.copyOf(groups);
  }
}
