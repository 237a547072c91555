package io.github.tlslift.check;

import io.github.tlslift.model.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Events that run in branches of decisions.
 *
 * @param complete of each decision that has an event in every branch, the events by branch
 * @param others events that may run or not
 */
record Decisions<E>(List<List<List<E>>> complete, List<E> others) {

  /** Sorts events by the decisions that they hang on. */
  static <E> Decisions<E> of(List<E> events, Function<E, Guard> guard) {
    Map<String, Map<Integer, List<E>>> byDecision = new TreeMap<>();
    for (E event : events) {
      guard
          .apply(event)
          .oneOf()
          .ifPresent(
              b ->
                  byDecision
                      .computeIfAbsent(b.decision(), d -> new TreeMap<>())
                      .computeIfAbsent(b.index(), i -> new ArrayList<>())
                      .add(event));
    }
    byDecision.values().removeIf(branches -> branches.size() < count(branches, guard));
    List<List<List<E>>> complete =
        byDecision.values().stream().map(b -> List.copyOf(b.values())).toList();
    List<E> left = new ArrayList<>(events);
    complete.forEach(d -> d.forEach(left::removeAll));
    return new Decisions<>(complete, left);
  }

  private static <E> int count(Map<Integer, List<E>> branches, Function<E, Guard> guard) {
    E any = branches.values().iterator().next().get(0);
    return guard.apply(any).oneOf().map(Guard.Branch::count).orElse(0);
  }

  /** What may come of all of them: of each decision the events of one branch. */
  List<List<E>> ways(int most) {
    List<List<E>> ways = new ArrayList<>(List.of(List.of()));
    for (List<List<E>> branches : complete) {
      List<List<E>> longer = new ArrayList<>();
      for (List<E> way : ways) {
        for (List<E> branch : branches) {
          List<E> next = new ArrayList<>(way);
          next.addAll(branch);
          longer.add(next);
        }
      }
      ways = longer.subList(0, Math.min(most, longer.size()));
    }
    return ways;
  }
}
