package io.github.tlslift.fix;

import io.github.tlslift.mend.Mends;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which cure each failing connection gets: of least reach, and one for a whole process if it can.
 */
final class Choice {
  /** A connection and what it gets. */
  record Chosen(Connection connection, Cure cure) {
    String key() {
      return Choice.key(connection, cure);
    }
  }

  private final Optional<String> wanted;
  private final Set<String> refused;

  /**
   * A choice.
   *
   * @param wanted the id of the only cure allowed, or its letter
   * @param refused the keys of those that were tried in vain
   */
  Choice(Optional<String> wanted, Set<String> refused) {
    this.wanted = wanted;
    this.refused = refused;
  }

  static String key(Connection c, Cure cure) {
    return String.join("\n", c.process().path(), c.process().name(), c.api().id(), cure.id());
  }

  List<Chosen> of(List<Connection> connections) {
    Map<String, List<Connection>> byProcess = new LinkedHashMap<>();
    connections.stream()
        .filter(c -> c.fails() || c.depends())
        .forEach(
            c ->
                byProcess
                    .computeIfAbsent(
                        c.process().path() + "\n" + c.process().name(), k -> new ArrayList<>())
                    .add(c));
    return byProcess.values().stream().flatMap(p -> process(p).stream()).toList();
  }

  private List<Chosen> process(List<Connection> failing) {
    for (Cure cure : candidates(failing.get(0))) {
      List<Chosen> all =
          failing.stream()
              .flatMap(c -> complete(c, cure.id()).map(f -> new Chosen(c, f)).stream())
              .toList();
      if (all.size() == failing.size()) {
        return all;
      }
    }
    return failing.stream().flatMap(c -> best(c).map(b -> new Chosen(c, b)).stream()).toList();
  }

  private Optional<Cure> complete(Connection c, String id) {
    return candidates(c).stream()
        .filter(f -> f.id().equals(id) && f.failsOn().isEmpty())
        .findFirst();
  }

  // The first of those that work on the most versions.
  private Optional<Cure> best(Connection c) {
    return candidates(c).stream().min(Comparator.comparingInt(f -> f.failsOn().size()));
  }

  private List<Cure> candidates(Connection c) {
    List<Cure> all = new ArrayList<>();
    for (int i = 0; i < c.cures().size(); i++) {
      Cure cure = c.cures().get(i);
      boolean allowed = wanted.isEmpty() || is(wanted.get(), cure, i);
      if (allowed && Mends.edits(cure) && !refused.contains(key(c, cure))) {
        all.add(cure);
      }
    }
    return all;
  }

  /** Whether a word names a cure: by its id or by its letter in the report. */
  static boolean is(String word, Cure cure, int index) {
    boolean letter = index < 26 && word.equals(String.valueOf((char) ('a' + index)));
    return letter || word.equals(cure.id());
  }
}
