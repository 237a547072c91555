package io.github.tlslift.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an expression can be worth: the numbers it may have, and, where there may be others, why
 * they are not known.
 *
 * @param possible every number that was found, ascending; empty where nothing is known
 * @param unknown why other numbers are possible too; empty where {@code possible} is complete
 */
public record FoldedValue(SortedSet<Integer> possible, Optional<String> unknown) {

  /** Makes the set unmodifiable. */
  public FoldedValue {
    possible = Collections.unmodifiableSortedSet(new TreeSet<>(possible));
    if (possible.isEmpty() && unknown.isEmpty()) {
      throw new IllegalArgumentException("a value with no possibilities needs a reason");
    }
  }

  /** Exactly these numbers. */
  public static FoldedValue of(Integer... numbers) {
    return new FoldedValue(new TreeSet<>(List.of(numbers)), Optional.empty());
  }

  /** Nothing is known, for this reason. */
  public static FoldedValue unknown(String reason) {
    return new FoldedValue(new TreeSet<>(), Optional.of(reason));
  }

  /** Whether it is one number and no other. */
  public boolean isExact() {
    return unknown.isEmpty() && possible.size() == 1;
  }

  /** The number, where it is one and no other. */
  public Optional<Integer> exact() {
    return isExact() ? Optional.of(possible.first()) : Optional.empty();
  }

  /** The bits that every possible number has; 0 where something is unknown. */
  public int must() {
    return unknown.isPresent() ? 0 : possible.stream().reduce(-1, (a, b) -> a & b);
  }

  /** The bits that some found number has: an upper bound only where nothing is unknown. */
  public int may() {
    return possible.stream().reduce(0, (a, b) -> a | b);
  }

  /** Either this or that: the values of both, as after a conditional. */
  public FoldedValue or(FoldedValue other) {
    TreeSet<Integer> all = new TreeSet<>(possible);
    all.addAll(other.possible);
    return new FoldedValue(
        all, Stream.concat(unknown.stream(), other.unknown.stream()).findFirst());
  }
}
