package io.github.tlslift.dotnet.config;

import io.github.tlslift.xml.XmlElement;
import java.util.Arrays;
import java.util.List;

/**
 * The value of an {@code xdt:Transform} or {@code xdt:Locator}: a name, and in parentheses what it
 * is given.
 */
record Directive(String name, String argument) {
  static final String TRANSFORM = "Transform";
  static final String LOCATOR = "Locator";
  private static final String NAMESPACE = "schemas.microsoft.com/XML-Document-Transform";

  /** What an element says; a blank name where it says nothing. */
  static Directive of(XmlElement e, String attribute) {
    String value = e.value(attribute).strip();
    int open = value.indexOf('(');
    return open < 0 || !value.endsWith(")")
        ? new Directive(value, "")
        : new Directive(
            value.substring(0, open).strip(), value.substring(open + 1, value.length() - 1));
  }

  /** Whether an attribute belongs to the transform rather than to the config file. */
  static boolean is(XmlElement.Attribute a) {
    return a.name().equals(TRANSFORM) || a.name().equals(LOCATOR) || a.value().contains(NAMESPACE);
  }

  /** Whether a file is a transform: its root names the namespace. */
  static boolean marks(XmlElement root) {
    return root.attributes().stream().anyMatch(a -> a.value().contains(NAMESPACE));
  }

  /** The argument as a list of names. */
  List<String> names() {
    return Arrays.stream(argument.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }
}
