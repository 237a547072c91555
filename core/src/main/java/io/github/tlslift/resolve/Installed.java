package io.github.tlslift.resolve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The in-place framework of a machine with the updates that change TLS (facts R2, R12, R14).
 *
 * @param text as given: {@code 4.8}, {@code 3.5.1+kb2016}, {@code net6.0}
 * @param version its version
 * @param core whether it is .NET Core or .NET 5+
 * @param updates lower case: {@code kb2016}, {@code kb3154521}, {@code rollup201709}
 */
public record Installed(String text, FrameworkVersion version, boolean core, Set<String> updates) {

  /** The updates that the rules know. */
  public static final Set<String> KNOWN_UPDATES = Set.of("kb2016", "kb3154521", "rollup201709");

  private static final List<String> VERSIONS =
      List.of(
          "2.0", "3.0", "3.5", "3.5.1", "4.0", "4.5", "4.5.1", "4.5.2", "4.6", "4.6.1", "4.6.2",
          "4.7", "4.7.1", "4.7.2", "4.8", "4.8.1");

  /** What is assumed when nobody says. */
  public static final Installed ASSUMED = parse("4.8").orElseThrow();

  /** Copies the updates. */
  public Installed {
    updates = Set.copyOf(updates);
  }

  /** The framework of a text; empty where it names none that exists. */
  public static Optional<Installed> parse(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split("\\+", -1);
    Set<String> updates = new TreeSet<>(Arrays.asList(parts).subList(1, parts.length));
    if (!KNOWN_UPDATES.containsAll(updates)) {
      return Optional.empty();
    }
    boolean core = parts[0].startsWith("net");
    String digits = parts[0].replaceFirst("^(netcoreapp|net)", "");
    return FrameworkVersion.parse(digits)
        .filter(v -> core ? isCoreVersion(v) : VERSIONS.contains(digits))
        .map(v -> new Installed(text, v, core, updates));
  }

  /** Whether it is that version of .NET Framework or a later one. */
  public boolean isAtLeast(String version) {
    return !core && this.version.isAtLeast(version);
  }

  /** Whether an update is installed. */
  public boolean has(String update) {
    return updates.contains(update);
  }

  /** Whether the line is CLR 2 (2.0 to 3.5.1). */
  public boolean isClr2() {
    return !core && !isAtLeast("4.0");
  }

  private static boolean isCoreVersion(FrameworkVersion version) {
    return version.number() >= 10000 && version.number() < 300000;
  }
}
