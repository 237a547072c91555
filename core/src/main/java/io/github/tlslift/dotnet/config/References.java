package io.github.tlslift.dotnet.config;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.xml.XmlElement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Follows {@code configSource} and {@code appSettings/@file} to the files they name (Microsoft:
 * SectionInformation.ConfigSource, appSettings element).
 */
final class References {
  private final FileTree tree;
  private final Unread unread;
  private final Map<String, SourceText> texts = new TreeMap<>();

  private References(FileTree tree, Unread unread) {
    this.tree = tree;
    this.unread = unread;
  }

  /** The configuration with the contents of the files it refers to. */
  static ConfigTree follow(ConfigTree config, FileTree tree, Unread unread) {
    References run = new References(tree, unread);
    XmlElement root = run.followed(config.root());
    return config.with(root, run.texts);
  }

  private XmlElement followed(XmlElement e) {
    Optional<XmlElement.Attribute> source = e.attribute("configSource");
    if (source.isPresent()) {
      return external(e, source.get(), true).orElse(e);
    }
    if (e.name().equals("appSettings") && e.attribute("file").isPresent()) {
      // Values of the other file win; a file that is not there is no error.
      return external(e, e.attribute("file").get(), false)
          .map(other -> Merge.onto(Merge.settled(e), other))
          .orElse(e);
    }
    return Merge.with(e, e.attributes(), e.children().stream().map(this::followed).toList());
  }

  private Optional<XmlElement> external(
      XmlElement section, XmlElement.Attribute reference, boolean needed) {
    String folder = TreePath.folder(reference.location().file());
    Optional<SourceText> text =
        TreePath.resolve(folder, reference.value()).flatMap(tree::find).flatMap(tree::text);
    if (text.isEmpty()) {
      if (needed) {
        unread.notFollowed(
            reference.location() + ": " + reference.value() + " is not among the files examined");
      }
      return Optional.empty();
    }
    return read(text.get(), section.name());
  }

  private Optional<XmlElement> read(SourceText text, String rootName) {
    try {
      ConfigTree other = ConfigTree.read(text, rootName);
      texts.putAll(other.texts());
      return Optional.of(other.root());
    } catch (MalformedInputException e) {
      unread.broken(text.file(), e);
      return Optional.empty();
    }
  }
}
