package io.github.tlslift.dotnet.config;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Location;
import io.github.tlslift.xml.XmlElement;
import io.github.tlslift.xml.XmlReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The elements of a configuration and the texts they stand in, which may be several.
 *
 * @param root the {@code configuration} element
 * @param texts by path
 */
record ConfigTree(XmlElement root, Map<String, SourceText> texts) {

  /** Copies the texts. */
  ConfigTree {
    texts = Map.copyOf(texts);
  }

  /**
   * The elements of a file.
   *
   * @throws MalformedInputException where it is not XML with this root
   */
  static ConfigTree read(SourceText file, String rootName) throws MalformedInputException {
    XmlElement root = XmlReader.read(file);
    if (!root.name().equals(rootName)) {
      throw new MalformedInputException(
          root.location().offset(), "root", "<" + root.name() + "> instead of <" + rootName + ">");
    }
    return new ConfigTree(root, Map.of(file.file(), file));
  }

  /** A configuration of a file that is not there. */
  static ConfigTree empty(String file) {
    SourceText none = SourceText.ofString(file, "");
    Location at = Location.ofFile(file);
    return new ConfigTree(
        new XmlElement("configuration", List.of(), List.of(), "", at, at), Map.of(file, none));
  }

  /** The same with another root, parts of which stand in the texts of another. */
  ConfigTree with(XmlElement other, Map<String, SourceText> more) {
    Map<String, SourceText> all = new TreeMap<>(more);
    all.putAll(texts);
    return new ConfigTree(other, all);
  }

  /** The text that a place stands in. */
  SourceText text(Location at) {
    return Objects.requireNonNull(texts.get(at.file()));
  }
}
