package io.github.tlslift.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which package may import which. */
public final class Arrows {
  private static final String ROOT = "io.github.tlslift.";

  private final Map<String, Set<String>> allowed = new TreeMap<>();

  private Arrows() {}

  /** Arrows of lines {@code package -> packages}; a package without a line may not exist. */
  public static Arrows of(String table) {
    Arrows arrows = new Arrows();
    for (String line : table.strip().split("\n")) {
      String[] sides = line.split("->", -1);
      arrows.allowed.put(sides[0].strip(), new TreeSet<>(List.of(sides[1].strip().split(" +"))));
    }
    arrows.allowed.values().forEach(to -> to.remove(""));
    return arrows;
  }

  /** The classes of some of our packages, without tests. */
  public static JavaClasses classes(String... packages) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(packages);
  }

  /** The classes have these arrows, no other and no fewer. */
  public void hold(JavaClasses classes) {
    Map<String, List<Dependency>> found = new TreeMap<>();
    classes.forEach(from -> from.getDirectDependenciesFromSelf().forEach(d -> add(d, found)));
    List<String> wrong = new ArrayList<>();
    Set<String> packages =
        classes.stream().map(Arrows::name).collect(Collectors.toCollection(TreeSet::new));
    packages.removeAll(allowed.keySet());
    packages.forEach(p -> wrong.add("package " + p + " has no line in the table"));
    found.forEach(
        (arrow, uses) -> {
          if (!isAllowed(arrow)) {
            wrong.add(arrow + ", such as " + uses.get(0).getDescription());
          }
        });
    allowed.forEach((from, to) -> to.forEach(t -> unused(from, t, found, wrong)));
    assertThat(wrong).isEmpty();
  }

  private static void add(Dependency d, Map<String, List<Dependency>> found) {
    String from = name(d.getOriginClass());
    String to = name(d.getTargetClass().getBaseComponentType());
    if (!to.isEmpty() && !to.equals(from)) {
      found.computeIfAbsent(from + " -> " + to, k -> new ArrayList<>()).add(d);
    }
  }

  private boolean isAllowed(String arrow) {
    String[] sides = arrow.split(" -> ", -1);
    return allowed.getOrDefault(sides[0], Set.of()).contains(sides[1]);
  }

  private static void unused(
      String from, String to, Map<String, List<Dependency>> found, List<String> wrong) {
    if (!found.containsKey(from + " -> " + to)) {
      wrong.add(from + " -> " + to + " is in the table and nobody needs it");
    }
  }

  private static String name(JavaClass c) {
    String name = c.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
  }
}
