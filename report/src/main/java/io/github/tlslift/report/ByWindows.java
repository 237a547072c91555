package io.github.tlslift.report;

import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Verdict;
import io.github.tlslift.model.WindowsOutcome;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says on which Windows versions a connection comes off: {@code FAILS on Server 2016; ...}. */
final class ByWindows {
  private static final Map<Verdict.Kind, String> VERBS = new EnumMap<>(Verdict.Kind.class);

  static {
    VERBS.put(Verdict.Kind.FAILS, "FAILS");
    VERBS.put(Verdict.Kind.DEPENDS, "DEPENDS");
    VERBS.put(Verdict.Kind.UNKNOWN, "not known");
    VERBS.put(Verdict.Kind.CONNECTS, "connects");
  }

  private static final List<Verdict.Kind> WORST_FIRST =
      List.of(
          Verdict.Kind.FAILS, Verdict.Kind.DEPENDS, Verdict.Kind.UNKNOWN, Verdict.Kind.CONNECTS);

  private ByWindows() {}

  /** The versions that decide, with all names: {@code FAILS on A, B; connects on C}. */
  static String full(Connection c) {
    List<WindowsOutcome> deciding = deciding(c);
    List<Verdict.Kind> kinds = kinds(deciding);
    if (kinds.size() > 1) {
      return kinds.stream()
          .map(k -> VERBS.get(k) + " on " + names(of(deciding, k)))
          .collect(Collectors.joining("; "));
    }
    return VERBS.get(kinds.get(0)) + " on " + all(c, deciding, kinds.get(0));
  }

  /** The same in few words: {@code FAILS on 4 of 6 Windows versions}. */
  static String brief(Connection c) {
    List<WindowsOutcome> deciding = deciding(c);
    Verdict.Kind worst = kinds(deciding).get(0);
    int count = of(deciding, worst).size();
    return VERBS.get(worst) + " on " + count + " of " + deciding.size() + " Windows versions";
  }

  /** What becomes of it on the versions that do not decide; empty where there are none. */
  static String older(Connection c) {
    List<WindowsOutcome> older = c.outcomes().stream().filter(o -> !o.decides()).toList();
    List<Verdict.Kind> kinds = kinds(older);
    if (older.isEmpty() || c.deciding().isEmpty()) {
      return "";
    }
    if (kinds.size() == 1) {
      return VERBS.get(kinds.get(0)) + " on all " + older.size() + " other versions known";
    }
    Verdict.Kind commonest =
        kinds.stream().max(Comparator.comparingInt(k -> of(older, k).size())).orElseThrow();
    return kinds.stream()
        .sorted(Comparator.comparing(k -> k == commonest))
        .map(k -> VERBS.get(k) + " on " + (k == commonest ? others(older, k) : names(of(older, k))))
        .collect(Collectors.joining("; "));
  }

  private static String others(List<WindowsOutcome> older, Verdict.Kind kind) {
    return "the " + of(older, kind).size() + " other versions known";
  }

  /** Names with commas: {@code Server 2016, Windows 10 22H2}. */
  static String names(List<WindowsOutcome> outcomes) {
    return outcomes.stream().map(o -> name(o.name())).collect(Collectors.joining(", "));
  }

  /** A version's name, without the word that every Server name begins with. */
  static String name(String full) {
    return full.startsWith("Windows Server ") ? full.substring("Windows ".length()) : full;
  }

  private static String all(Connection c, List<WindowsOutcome> deciding, Verdict.Kind kind) {
    if (c.outcomes().size() <= 3) {
      return names(deciding);
    }
    boolean everywhere = c.outcomes().stream().allMatch(o -> o.verdict().kind() == kind);
    return everywhere ? "every Windows version" : "every current Windows version";
  }

  private static List<WindowsOutcome> deciding(Connection c) {
    return c.deciding().isEmpty() ? c.outcomes() : c.deciding();
  }

  private static List<Verdict.Kind> kinds(List<WindowsOutcome> outcomes) {
    return WORST_FIRST.stream().filter(k -> !of(outcomes, k).isEmpty()).toList();
  }

  private static List<WindowsOutcome> of(List<WindowsOutcome> outcomes, Verdict.Kind kind) {
    return outcomes.stream().filter(o -> o.verdict().kind() == kind).toList();
  }
}
