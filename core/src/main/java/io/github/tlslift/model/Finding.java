package io.github.tlslift.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rule's judgement of one place.
 *
 * @param ruleId the rule, which is also its page
 * @param severity from the resolved outcome, not from the place alone
 * @param location the place
 * @param message what is there, naming the thing
 * @param verdict what the place does by itself; empty where it decides no protocol
 * @param protocols exactly what the place sets, adds or removes, as ids
 * @param operation what it does; empty where it decides no protocol
 * @param conditional whether it happens only sometimes
 * @param code the text of the place
 * @param processes the processes it takes part in
 */
public record Finding(
    String ruleId,
    Severity severity,
    Location location,
    String message,
    Optional<PlaceVerdict> verdict,
    List<String> protocols,
    Optional<Operation> operation,
    boolean conditional,
    String code,
    List<String> processes)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(Finding::ruleId)
          .thenComparing(Finding::message);

  /** Copies the lists. */
  public Finding {
    protocols = List.copyOf(protocols);
    processes = List.copyOf(processes);
  }

  /** Whether there is nothing wrong with the place. */
  public boolean passes() {
    return verdict.isPresent() && verdict.get() == PlaceVerdict.OK;
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
