package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which properties of an MSBuild file may change with which others, by the names that values and
 * conditions mention. An upper bound, found without evaluating anything.
 */
final class Influences {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\(\\s*([A-Za-z_][A-Za-z0-9_-]*)");
  private static final String IMPORTS = "*";

  private final Map<String, Set<String>> affected = new HashMap<>();

  private Influences() {}

  /** The influences in one file. */
  static Influences in(XmlElement root) {
    Influences found = new Influences();
    found.elements(root.children(), Set.of());
    return found;
  }

  /** Whether one of the properties, or what is imported, may change with some others. */
  static boolean reach(
      Collection<Influences> all, Collection<String> from, Collection<String> properties) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    from.forEach(name -> open.push(Properties.key(name)));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (reached.add(name)) {
        all.forEach(i -> open.addAll(i.affected.getOrDefault(name, Set.of())));
      }
    }
    return reached.contains(IMPORTS)
        || properties.stream().map(Properties::key).anyMatch(reached::contains);
  }

  private void elements(List<XmlElement> elements, Set<String> around) {
    for (XmlElement e : elements) {
      switch (e.name()) {
        case "PropertyGroup" -> properties(e, around);
        case "Import" -> note(IMPORTS, e.value("Project"), conditions(e, around));
        case "ImportGroup" -> elements(e.children(), conditions(e, around));
        case "Choose" -> branches(e, around);
        default -> {}
      }
    }
  }

  private void properties(XmlElement group, Set<String> around) {
    Set<String> inGroup = conditions(group, around);
    for (XmlElement e : group.children()) {
      note(Properties.key(e.name()), e.text(), conditions(e, inGroup));
    }
  }

  // Whether a branch is taken depends on those before it as well.
  private void branches(XmlElement choose, Set<String> around) {
    Set<String> inBranch = around;
    for (XmlElement branch : choose.children()) {
      inBranch = conditions(branch, inBranch);
      elements(branch.children(), inBranch);
    }
  }

  private void note(String what, String value, Set<String> conditions) {
    conditions.forEach(c -> affects(c, what));
    names(value).forEach(n -> affects(n, what));
  }

  private void affects(String name, String what) {
    affected.computeIfAbsent(name, n -> new HashSet<>()).add(what);
  }

  private static Set<String> conditions(XmlElement e, Set<String> around) {
    Set<String> own = names(e.value("Condition"));
    if (own.isEmpty()) {
      return around;
    }
    own.addAll(around);
    return own;
  }

  private static Set<String> names(String text) {
    Set<String> names = new HashSet<>();
    if (text.indexOf('$') >= 0) {
      Matcher reference = REFERENCE.matcher(text);
      while (reference.find()) {
        names.add(Properties.key(reference.group(1)));
      }
    }
    return names;
  }
}
