package io.github.tlslift.dotnet.config;

import io.github.tlslift.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays one configuration over another as .NET does: attributes and collection entries of the upper
 * one win, {@code remove} and {@code clear} take entries of the lower one away.
 */
final class Merge {
  private static final List<String> KEYS = List.of("key", "name");
  private static final List<String> IDENTITY =
      List.of("key", "name", "path", "address", "binding", "contract", "version", "assembly");

  private final Map<String, XmlElement> entries = new LinkedHashMap<>();
  private final Map<String, XmlElement> sections = new LinkedHashMap<>();
  private int unnamed;

  private Merge() {}

  /** The upper over the lower; both have the same name. */
  static XmlElement onto(XmlElement lower, XmlElement upper) {
    return with(
        upper,
        attributes(lower.attributes(), upper.attributes()),
        new Merge().children(lower.children(), upper.children()));
  }

  /** An element whose own {@code add}, {@code remove} and {@code clear} have done their work. */
  static XmlElement settled(XmlElement e) {
    return with(e, e.attributes(), new Merge().children(List.of(), e.children()));
  }

  /** The same element with other attributes and children. */
  static XmlElement with(
      XmlElement e, List<XmlElement.Attribute> attributes, List<XmlElement> children) {
    return new XmlElement(e.name(), attributes, children, e.text(), e.location(), e.textLocation());
  }

  private static List<XmlElement.Attribute> attributes(
      List<XmlElement.Attribute> lower, List<XmlElement.Attribute> upper) {
    Map<String, XmlElement.Attribute> all = new LinkedHashMap<>();
    Stream.concat(lower.stream(), upper.stream()).forEach(a -> all.put(a.name(), a));
    return List.copyOf(all.values());
  }

  private List<XmlElement> children(List<XmlElement> lower, List<XmlElement> upper) {
    Map<String, Long> inLower = counts(lower);
    Map<String, Long> inUpper = counts(upper);
    for (XmlElement e : Stream.concat(lower.stream(), upper.stream()).toList()) {
      String identity = identity(e);
      boolean section =
          inLower.getOrDefault(identity, 0L) == 1 && inUpper.getOrDefault(identity, 0L) == 1;
      switch (e.name()) {
        case "clear" -> entries.clear();
        case "remove" -> entries.remove(key(e));
        case "add" -> add(e);
        // Elements that repeat are a list of somebody's own, and all of it counts.
        default -> sections.merge(section ? identity : unnamed(), e, Merge::onto);
      }
    }
    return Stream.concat(sections.values().stream(), entries.values().stream()).toList();
  }

  private static Map<String, Long> counts(List<XmlElement> children) {
    return children.stream()
        .collect(
            Collectors.toMap(
                Merge::identity, e -> 1L, Long::sum, LinkedHashMap<String, Long>::new));
  }

  private void add(XmlElement e) {
    String key = key(e).isEmpty() ? unnamed() : key(e);
    entries.remove(key);
    entries.put(key, e);
  }

  // No name begins with a line feed.
  private String unnamed() {
    return "\n" + unnamed++;
  }

  // Keys of collections are compared whatever their case (StringComparer.OrdinalIgnoreCase).
  private static String key(XmlElement e) {
    return KEYS.stream()
        .map(e::value)
        .filter(v -> !v.isEmpty())
        .findFirst()
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private static String identity(XmlElement e) {
    Function<String, String> value = a -> e.value(a).toLowerCase(Locale.ROOT);
    return IDENTITY.stream().map(value).collect(Collectors.joining("\n", e.name() + "\n", ""));
  }
}
