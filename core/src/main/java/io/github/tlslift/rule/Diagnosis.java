package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.Severity;
import io.github.tlslift.model.TrailStep;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rules look at.
 *
 * @param processes everything that will run
 * @param connections what comes of each connection
 * @param registry values of the machine's exports
 */
public record Diagnosis(
    List<Process> processes, List<Connection> connections, List<RegistryValue> registry) {

  /** Copies the lists. */
  public Diagnosis {
    processes = List.copyOf(processes);
    connections = List.copyOf(connections);
    registry = List.copyOf(registry);
  }

  /** All places with a role, each once however many processes share it. */
  public Stream<ApiUse> apiUses(Role role) {
    return processes.stream()
        .flatMap(p -> p.apiUses().stream())
        .filter(u -> u.role() == role)
        .map(Diagnosis::untimed)
        .distinct();
  }

  /** Values that exports of the machine hold, each once; deleted ones are none. */
  public Stream<RegistryValue> exports() {
    return registry.stream().filter(v -> !v.deleted()).distinct();
  }

  /** Registry values that programs and scripts write, each once. */
  public Stream<RegistryValue> writes() {
    return processes.stream().flatMap(p -> p.registry().stream()).distinct();
  }

  /** All of them. */
  public Stream<RegistryValue> registryValues() {
    return Stream.concat(exports(), writes());
  }

  /** The names of the processes that write a registry value. */
  public List<String> writersOf(RegistryValue value) {
    return names(p -> p.registry().contains(value));
  }

  /** The names of the processes that satisfy a condition. */
  public List<String> names(Predicate<Process> which) {
    return processes.stream().filter(which).map(Process::name).distinct().sorted().toList();
  }

  /** The names of the processes that a place takes part in. */
  public List<String> processesOf(ApiUse use) {
    return names(p -> p.apiUses().stream().anyMatch(u -> untimed(u).equals(untimed(use))));
  }

  // Each process comes to the place at moments of its own.
  private static ApiUse untimed(ApiUse use) {
    return use.moments().isEmpty() ? use : use.at(List.of());
  }

  /** Whether a place is among the reasons of some failing connection. */
  public boolean causesFailure(Location place) {
    return failing().flatMap(Diagnosis::places).anyMatch(place::equals);
  }

  /**
   * How much the failing connections of a process matter: those of which no call was seen are only
   * supposed, and where other processes were seen to connect they are no error.
   */
  public Severity severity(Process process) {
    boolean seen = failing().anyMatch(c -> c.process().equals(process) && c.apiAt().isPresent());
    boolean others = connections.stream().anyMatch(c -> c.apiAt().isPresent());
    return seen || !others ? Severity.ERROR : Severity.WARNING;
  }

  /** The connections that fail on some deciding Windows. */
  public Stream<Connection> failing() {
    return connections.stream().filter(Connection::fails);
  }

  /** The places a connection's headline rests on. */
  static Stream<Location> places(Connection connection) {
    return connection.headline().offer().trail().stream().map(TrailStep::at).flatMap(List::stream);
  }

  /** The rules of the facts that a connection's headline rests on. */
  static Set<String> rules(Connection connection) {
    return connection.headline().offer().trail().stream()
        .map(TrailStep::rule)
        .collect(Collectors.toSet());
  }
}
