package io.github.tlslift.dotnet.config;

import io.github.tlslift.model.Location;
import io.github.tlslift.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An element that a transform may change; every value keeps the place it was read from. */
final class Node {
  private final String name;
  private final List<XmlElement.Attribute> attributes;
  private final List<Node> children = new ArrayList<>();
  private final String text;
  private final Location location;
  private final Location textLocation;
  private @Nullable Node parent;

  private Node(XmlElement e, List<XmlElement.Attribute> attributes) {
    this.name = e.name();
    this.attributes = new ArrayList<>(attributes);
    this.text = e.text();
    this.location = e.location();
    this.textLocation = e.textLocation();
  }

  /** A copy of an element and all below it, without the attributes of a transform. */
  static Node copyOf(XmlElement e) {
    Node node = new Node(e, e.attributes().stream().filter(a -> !Directive.is(a)).toList());
    e.children().forEach(c -> node.append(copyOf(c)));
    return node;
  }

  /** The element with all changes. */
  XmlElement element() {
    List<XmlElement> below = children.stream().map(Node::element).toList();
    return new XmlElement(name, attributes, below, text, location, textLocation);
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  List<Node> children() {
    return List.copyOf(children);
  }

  Optional<String> value(String attribute) {
    return attributes.stream()
        .filter(a -> a.name().equals(attribute))
        .map(XmlElement.Attribute::value)
        .findFirst();
  }

  void set(XmlElement.Attribute attribute) {
    int at = 0;
    while (at < attributes.size() && !attributes.get(at).name().equals(attribute.name())) {
      at++;
    }
    if (at < attributes.size()) {
      attributes.set(at, attribute);
    } else {
      attributes.add(attribute);
    }
  }

  /** Takes attributes away; all of them where none is named. */
  void unset(List<String> names) {
    attributes.removeIf(a -> names.isEmpty() || names.contains(a.name()));
  }

  void append(Node child) {
    insert(child, children.size());
  }

  /** Puts an element next to this one: 0 before it, 1 after it. */
  void insertBeside(Node sibling, int offset) {
    if (parent != null) {
      parent.insert(sibling, parent.children.indexOf(this) + offset);
    }
  }

  void remove() {
    if (parent != null) {
      parent.children.remove(this);
    }
  }

  private void insert(Node child, int index) {
    child.parent = this;
    children.add(index, child);
  }
}
