package io.github.tlslift.model;

import java.util.List;
import java.util.Optional;

/**
 * One way one process connects to one endpoint, and what comes of it.
 *
 * @param process the process
 * @param host the endpoint's name; empty where none is known
 * @param port the endpoint's port
 * @param api the API that connects
 * @param apiAt where it is used; empty where it is assumed
 * @param policy what the endpoint accepts
 * @param outcomes one per Windows version, in the table's order
 * @param unless inputs nobody gave that would turn a failure
 * @param cures what turns the verdict, best first
 */
public record Connection(
    Process process,
    String host,
    int port,
    Api api,
    Optional<Location> apiAt,
    ServerPolicy policy,
    List<WindowsOutcome> outcomes,
    List<String> unless,
    List<Cure> cures) {

  /** Copies the lists. */
  public Connection {
    outcomes = List.copyOf(outcomes);
    unless = List.copyOf(unless);
    cures = List.copyOf(cures);
  }

  /** The outcomes that set the exit code. */
  public List<WindowsOutcome> deciding() {
    return outcomes.stream().filter(WindowsOutcome::decides).toList();
  }

  /** Whether some deciding Windows version fails. */
  public boolean fails() {
    return deciding().stream().anyMatch(o -> o.verdict().fails());
  }

  /** Whether some deciding version depends on what is not known. */
  public boolean depends() {
    return deciding().stream().anyMatch(o -> o.verdict().kind() == Verdict.Kind.DEPENDS);
  }

  /**
   * The outcome to explain: the first deciding failure, else the first that depends, else the
   * first.
   */
  public WindowsOutcome headline() {
    return deciding().stream()
        .filter(o -> o.verdict().fails())
        .findFirst()
        .or(() -> deciding().stream().filter(o -> !o.verdict().connects()).findFirst())
        .orElseGet(() -> deciding().isEmpty() ? outcomes.get(0) : deciding().get(0));
  }

  /** The same with its cures and conditions. */
  public Connection with(List<String> newUnless, List<Cure> newCures) {
    return new Connection(process, host, port, api, apiAt, policy, outcomes, newUnless, newCures);
  }

  /** {@code host}, with the port where it is not 443; empty where no endpoint is known. */
  public String destination() {
    return host.isEmpty() || port == 443 ? host : host + ":" + port;
  }
}
