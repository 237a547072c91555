package io.github.tlslift.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What decides whether a place runs, as far as it is the value in force.
 *
 * @param conditions all of them hold where the place runs, outermost first
 * @param whole whether nothing else decides: where the conditions hold, the place runs
 * @param oneOf the branch that it runs in, where that is all that decides
 */
public record Guard(List<Condition> conditions, boolean whole, Optional<Branch> oneOf) {

  /** Nothing decides: the place runs. */
  public static final Guard ALWAYS = new Guard(List.of(), true);

  /** Something else decides. */
  public static final Guard SOMETIMES = new Guard(List.of(), false);

  /** Copies the list. */
  public Guard {
    conditions = List.copyOf(conditions);
  }

  /** A guard that is no branch of a decision. */
  public Guard(List<Condition> conditions, boolean whole) {
    this(conditions, whole, Optional.empty());
  }

  /** What runs in one branch of a decision. */
  public static Guard in(Branch branch) {
    return new Guard(List.of(), false, Optional.of(branch));
  }

  /**
   * A branch of a decision of which always one runs, such as {@code if} with {@code else}.
   *
   * @param decision where the decision stands
   * @param index which of the branches
   * @param count how many there are
   */
  public record Branch(String decision, int index, int count) {}

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

  // Of branches within branches none is sure to run.
  private Optional<Branch> around(Guard inner) {
    return inner.equals(ALWAYS) ? oneOf : Optional.empty();
  }

  /** The same, with one more condition inside. */
  public Guard and(Guard inner) {
    List<Condition> all = new ArrayList<>(conditions);
    all.addAll(inner.conditions);
    return new Guard(all, whole && inner.whole, whole ? inner.oneOf : around(inner));
  }
}
