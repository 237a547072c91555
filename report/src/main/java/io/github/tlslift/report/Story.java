package io.github.tlslift.report;

import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.Verdict;
import io.github.tlslift.model.WindowsOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Connections of which the same can be told.
 *
 * @param all in the report's order; never empty
 */
record Story(List<Connection> all) {

  /** Copies the connections. */
  Story {
    all = List.copyOf(all);
  }

  /** The stories of a report, worst first. */
  static List<Story> of(List<Connection> connections) {
    Map<Key, List<Connection>> byKey = new LinkedHashMap<>();
    for (Connection c : connections) {
      byKey.computeIfAbsent(Key.of(c), k -> new ArrayList<>()).add(c);
    }
    return byKey.values().stream()
        .map(Story::new)
        .sorted(Comparator.comparingInt(Story::rank))
        .toList();
  }

  /** The connection that stands for all. */
  Connection first() {
    return all.get(0);
  }

  private int rank() {
    return first().fails() ? 0 : first().depends() ? 1 : isClean() ? 3 : 2;
  }

  /** Whether there is no obstacle on any Windows version that decides. */
  boolean isClean() {
    return first().deciding().stream().allMatch(o -> o.verdict().connects());
  }

  /** What must be the same for two connections to be told as one. */
  private record Key(
      List<String> outcomes, List<String> reasons, List<String> cures, String accepts) {

    static Key of(Connection c) {
      WindowsOutcome head = c.headline();
      return new Key(
          c.outcomes().stream().map(Key::outcome).toList(),
          head.verdict().connects() ? List.of() : reasons(c, head),
          c.cures().stream().map(Key::cure).toList(),
          c.policy().accepts());
    }

    private static String outcome(WindowsOutcome o) {
      Verdict v = o.verdict();
      return o.windows() + v.kind() + v.cause() + o.offer().display();
    }

    private static List<String> reasons(Connection c, WindowsOutcome head) {
      List<String> reasons = new ArrayList<>(c.unless());
      reasons.add(head.verdict().error());
      head.offer().trail().forEach(s -> reasons.add(s.rule() + s.says()));
      head.alternatives().forEach(a -> reasons.add(a.when() + a.verdict().kind()));
      return reasons;
    }

    private static String cure(Cure cure) {
      return cure.id() + cure.applicability() + cure.worksOn();
    }
  }
}
