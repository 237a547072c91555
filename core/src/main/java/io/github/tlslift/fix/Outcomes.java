package io.github.tlslift.fix;

import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.WindowsOutcome;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** On which Windows versions which connections fail, so that two checks can be compared. */
final class Outcomes {
  private final Map<String, Set<String>> failing = new TreeMap<>();

  private Outcomes() {}

  static Outcomes of(CheckReport report) {
    Outcomes outcomes = new Outcomes();
    for (Connection c : report.connections()) {
      Set<String> names = outcomes.failing.computeIfAbsent(key(c), k -> new TreeSet<>());
      c.deciding().stream()
          .filter(o -> !o.verdict().connects())
          .map(WindowsOutcome::name)
          .forEach(names::add);
    }
    return outcomes;
  }

  // An edit may move a place, and a removed pin changes nothing else of it.
  private static String key(Connection c) {
    return String.join(
        "\n", c.process().path(), c.process().name(), c.host(), c.port() + "", c.api().id());
  }

  /** Whether the connection connects on all of these versions. */
  boolean connects(Connection c, Iterable<String> windows) {
    Set<String> fails = failing.getOrDefault(key(c), Set.of());
    for (String name : windows) {
      if (fails.contains(name)) {
        return false;
      }
    }
    return true;
  }

  /** Whether something fails here that did not before. */
  boolean isWorseThan(Outcomes before) {
    return failing.entrySet().stream()
        .anyMatch(
            e ->
                before.failing.containsKey(e.getKey())
                    && !before.failing.get(e.getKey()).containsAll(e.getValue()));
  }
}
