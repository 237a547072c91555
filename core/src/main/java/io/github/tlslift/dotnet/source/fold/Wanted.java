package io.github.tlslift.dotnet.source.fold;

import java.util.Set;
import java.util.TreeSet;

/**
 * The names that values depend on, for what was passed over in a first reading.
 *
 * @param names of members, variables and types that were looked up
 * @param types simple names of types that were looked up and are not there
 * @param callers names of members whose parameters were looked up: calls of them matter
 */
public record Wanted(Set<String> names, Set<String> types, Set<String> callers) {

  /** Nothing is wanted. */
  public static final Wanted NOTHING = new Wanted(Set.of(), Set.of(), Set.of());

  /** Copies the sets. */
  public Wanted {
    names = Set.copyOf(new TreeSet<>(names));
    types = Set.copyOf(new TreeSet<>(types));
    callers = Set.copyOf(new TreeSet<>(callers));
  }
}
