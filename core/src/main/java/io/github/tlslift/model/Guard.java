package io.github.tlslift.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What decides whether a place runs, as far as it is the value in force.
 *
 * @param conditions all of them hold where the place runs, outermost first
 * @param whole whether nothing else decides: where the conditions hold, the place runs
 */
public record Guard(List<Condition> conditions, boolean whole) {

  /** Nothing decides: the place runs. */
  public static final Guard ALWAYS = new Guard(List.of(), true);

  /** Something else decides. */
  public static final Guard SOMETIMES = new Guard(List.of(), false);

  /** Copies the list. */
  public Guard {
    conditions = List.copyOf(conditions);
  }

  /**
   * One decision on the way to the place.
   *
   * @param text as written
   * @param at where the value is looked at; the branches of one decision share it
   */
  public record Condition(ValueTest test, String text, Location at) {}

  /** Whether the place leaves the value alone where it is SystemDefault. */
  public boolean sparesSystemDefault() {
    return conditions.stream().anyMatch(c -> !c.test().holds(0));
  }

  /** The same, with one more condition inside. */
  public Guard and(Guard inner) {
    List<Condition> all = new ArrayList<>(conditions);
    all.addAll(inner.conditions);
    return new Guard(all, whole && inner.whole);
  }
}
