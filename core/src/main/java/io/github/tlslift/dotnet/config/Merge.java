package io.github.tlslift.dotnet.config;

import io.github.tlslift.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private Merge() {}

  /** The upper over the lower; both have the same name. */
  static XmlElement onto(XmlElement lower, XmlElement upper) {
    return with(
        upper,
        attributes(lower.attributes(), upper.attributes()),
        children(lower.children(), upper.children()));
  }

  /** An element whose own {@code add}, {@code remove} and {@code clear} have done their work. */
  static XmlElement settled(XmlElement e) {
    return with(e, e.attributes(), children(List.of(), e.children()));
  }

  /** The same element with other attributes and children. */
  static XmlElement with(
      XmlElement e, List<XmlElement.Attribute> attributes, List<XmlElement> children) {
    return new XmlElement(e.name(), attributes, children, e.text(), e.location(), e.textLocation());
  }

  private static List<XmlElement.Attribute> attributes(
      List<XmlElement.Attribute> lower, List<XmlElement.Attribute> upper) {
    List<String> names = upper.stream().map(XmlElement.Attribute::name).toList();
    return Stream.concat(lower.stream().filter(a -> !names.contains(a.name())), upper.stream())
        .toList();
  }

  private static List<XmlElement> children(List<XmlElement> lower, List<XmlElement> upper) {
    List<XmlElement> all = new ArrayList<>(lower);
    for (XmlElement e : upper) {
      switch (e.name()) {
        case "clear" -> all.removeIf(c -> c.name().equals("add"));
        case "remove" -> all.removeIf(c -> c.name().equals("add") && key(c).equals(key(e)));
        case "add" -> add(e, all);
        default -> merge(e, all);
      }
    }
    return all;
  }

  private static void add(XmlElement e, List<XmlElement> all) {
    if (!key(e).isEmpty()) {
      all.removeIf(c -> c.name().equals("add") && key(c).equals(key(e)));
    }
    all.add(e);
  }

  private static void merge(XmlElement e, List<XmlElement> all) {
    String identity = identity(e);
    for (int i = 0; i < all.size(); i++) {
      if (identity(all.get(i)).equals(identity)) {
        all.set(i, onto(all.get(i), e));
        return;
      }
    }
    all.add(e);
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
    return IDENTITY.stream()
        .map(a -> e.value(a).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("\n", e.name() + "\n", ""));
  }
}
