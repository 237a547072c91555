package io.github.tlslift.xml;

import io.github.tlslift.model.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an XML text.
 *
 * @param name the local name, without prefix
 * @param text the character data directly in it, entities resolved
 * @param location of the start tag
 */
public record XmlElement(
    String name,
    List<Attribute> attributes,
    List<XmlElement> children,
    String text,
    Location location,
    Location textLocation) {

  /**
   * An attribute.
   *
   * @param name the local name, without prefix
   * @param value entities resolved
   * @param location of the value, without its quotes
   */
  public record Attribute(String name, String value, Location location) {}

  /** Copies the lists. */
  public XmlElement {
    attributes = List.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** The attribute of a name. */
  public Optional<Attribute> attribute(String name) {
    return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
  }

  /** The value of the attribute of a name; empty text where there is none. */
  public String value(String name) {
    return attribute(name).map(Attribute::value).orElse("");
  }

  /** The children of a name, in order. */
  public Stream<XmlElement> all(String name) {
    return children.stream().filter(c -> c.name.equals(name));
  }

  /** The first child of a name. */
  public Optional<XmlElement> first(String name) {
    return all(name).findFirst();
  }

  /** This element and all below it, in order. */
  public Stream<XmlElement> tree() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::tree));
  }

  /** All elements at the end of a path of names from here. */
  public Stream<XmlElement> path(String... names) {
    Stream<XmlElement> here = Stream.of(this);
    for (String name : names) {
      here = here.flatMap(e -> e.all(name));
    }
    return here;
  }
}
