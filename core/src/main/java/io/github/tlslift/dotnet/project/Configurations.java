package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configurations a project knows, and which of them is taken for the shipped one: Release where
 * the project knows it or names none, else the Release twin of the project's default, else that
 * default. The platform is always the project's own default.
 */
final class Configurations {
  private static final Pattern PAIR =
      Pattern.compile(
          "'\\s*\\$\\(Configuration\\)\\|\\$\\(Platform\\)\\s*'\\s*==\\s*'([^'|]*)\\|([^']*)'");
  private static final Pattern ALONE =
      Pattern.compile("'?\\$\\((Configuration|Platform)\\)'?\\s*[!=]=\\s*'([^'|]*)'");
  private static final String SDK = "Debug;Release";
  private static final int MOST = 16;
  private static final Map<String, String> SAME_AS_NOTHING =
      Map.of(
          "PlatformTarget", "anycpu",
          "Prefer32Bit", "false",
          "GenerateTargetFrameworkAttribute", "true");

  private final Evaluation asWritten;
  // In conditions, where they can make a difference; and in lists, which only say they exist.
  private final Set<Map<String, String>> named = new LinkedHashSet<>();
  private final Set<String> listed;
  private Map<String, String> global = Map.of();
  private final Evaluation shipped;

  private Configurations(Evaluation asWritten) {
    this.asWritten = asWritten;
    asWritten.configurationConditions().forEach(this::addNamed);
    this.listed = listed(asWritten);
    this.shipped = ship();
  }

  static Configurations of(Evaluation asWritten) {
    return new Configurations(asWritten);
  }

  Evaluation shipped() {
    return shipped;
  }

  /** The global properties of the shipped configuration, and more. */
  Map<String, String> with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(global);
    all.putAll(more);
    return all;
  }

  private void addNamed(String condition) {
    Matcher pair = PAIR.matcher(condition);
    while (pair.find()) {
      String platform = pair.group(2).strip();
      named.add(Map.of("Configuration", pair.group(1).strip(), "Platform", platform));
    }
    Matcher alone = ALONE.matcher(condition);
    while (alone.find()) {
      if (!alone.group(2).isBlank()) {
        named.add(Map.of(alone.group(1), alone.group(2).strip()));
      }
    }
  }

  // SDK-style projects have Debug and Release unless they say otherwise (learn: Configurations).
  private static Set<String> listed(Evaluation asWritten) {
    String said = asWritten.value("Configurations");
    String all = said.isEmpty() && asWritten.isTrue("UsingMicrosoftNETSdk") ? SDK : said;
    return Arrays.stream(all.split(";", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private Evaluation ship() {
    String written = asWritten.value("Configuration");
    String release = named.isEmpty() && listed.isEmpty() ? "Release" : release(written);
    if (release.equalsIgnoreCase(written)) {
      return asWritten;
    }
    global = Map.of("Configuration", release);
    boolean matters = !asWritten.configurationConditions().isEmpty();
    return matters ? asWritten.with(global) : asWritten;
  }

  // Release, or what the default's name becomes with it: Net40_Debug, Net40_Release.
  private String release(String written) {
    String twin = written.replaceFirst("(?i)debug", "Release");
    return Stream.of("Release", twin).filter(this::isKnown).findFirst().orElse(written);
  }

  private boolean isKnown(String configuration) {
    return Stream.concat(
            listed.stream(), named.stream().map(c -> c.getOrDefault("Configuration", "")))
        .anyMatch(configuration::equalsIgnoreCase);
  }

  /** Where another configuration says something else that bears on TLS, a phrase each. */
  List<String> differences() {
    if (!asWritten.mayDependOnConfiguration(Doubts.BEARING)) {
      return List.of();
    }
    Map<String, List<String>> where = new LinkedHashMap<>();
    named.stream().limit(MOST).filter(c -> !isShipped(c)).forEach(c -> compare(c, where));
    List<String> all = new ArrayList<>();
    where.forEach(
        (what, names) -> all.add(what + " in " + String.join(", ", names) + "; " + taken()));
    return all;
  }

  private String taken() {
    String configuration = shipped.value("Configuration");
    return (configuration.isEmpty() ? "what holds without one" : configuration) + " is taken";
  }

  private boolean isShipped(Map<String, String> configuration) {
    return configuration.entrySet().stream()
        .allMatch(e -> shipped.value(e.getKey()).equalsIgnoreCase(e.getValue()));
  }

  private void compare(Map<String, String> configuration, Map<String, List<String>> where) {
    Evaluation other = asWritten.with(configuration);
    for (String name : Doubts.BEARING) {
      if (!bears(name) || normal(name, other).equals(normal(name, shipped))) {
        continue;
      }
      String value = other.value(name).isEmpty() ? "not set" : other.value(name);
      where
          .computeIfAbsent(name + " is " + value, k -> new ArrayList<>())
          .add(label(configuration));
    }
  }

  // The bitness of a library is its process's.
  private boolean bears(String name) {
    boolean bitness = name.equals("PlatformTarget") || name.equals("Prefer32Bit");
    return !bitness || Outputs.isExecutable(shipped);
  }

  private static String normal(String name, Evaluation evaluation) {
    String value = evaluation.value(name).toLowerCase(Locale.ROOT);
    return value.isEmpty() ? SAME_AS_NOTHING.getOrDefault(name, "") : value;
  }

  private static String label(Map<String, String> configuration) {
    return Stream.of("Configuration", "Platform")
        .map(name -> configuration.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .collect(Collectors.joining("|"));
  }
}
