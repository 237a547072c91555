package io.github.tlslift.why.signal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which other signs a sign asks for: {@code a b !c | d} is a and b without c, or else d.
 *
 * @param choices any of them will do
 */
public record Needs(List<List<String>> choices) {

  /** Copies the lists. */
  public Needs {
    choices = choices.stream().map(List::copyOf).toList();
  }

  static Needs parse(String text) {
    if (text.isBlank()) {
      return new Needs(List.of());
    }
    Stream<String> choices = Arrays.stream(text.split("\\|", -1));
    return new Needs(choices.map(c -> List.of(c.strip().split(" +"))).toList());
  }

  boolean isNone() {
    return choices.isEmpty();
  }

  /** Whether signs that were seen are enough. */
  public boolean areMetBy(Set<String> seen) {
    return isNone() || choices.stream().anyMatch(c -> c.stream().allMatch(t -> holds(t, seen)));
  }

  /** The signs it asks for, of those that were seen. */
  public List<String> met(Set<String> seen) {
    return choices.stream().flatMap(List::stream).filter(seen::contains).distinct().toList();
  }

  private static boolean holds(String term, Set<String> seen) {
    return term.startsWith("!") ? !seen.contains(term.substring(1)) : seen.contains(term);
  }
}
