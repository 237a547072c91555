package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Location;
import io.github.tlslift.xml.XmlElement;
import io.github.tlslift.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;

/**
 * An MSBuild file.
 *
 * @param path its path in the tree; {@code MSBUILD:NAME} for our own account of MSBuild's files
 * @param configurationConditions its conditions that ask for the configuration or platform, as
 *     written
 * @param influences which of its properties may change with which others
 */
record ProjectFile(
    String path,
    SourceText source,
    XmlElement root,
    List<String> configurationConditions,
    Influences influences) {

  static ProjectFile read(SourceText source) throws MalformedInputException {
    XmlElement root = XmlReader.read(source);
    if (!root.name().equals("Project")) {
      throw new MalformedInputException(
          root.location().offset(), "root", "<" + root.name() + "> instead of <Project>");
    }
    List<String> conditions = new ArrayList<>();
    addConditions(root, conditions);
    return new ProjectFile(
        source.file(), source, root, List.copyOf(conditions), Influences.in(root));
  }

  private static void addConditions(XmlElement e, List<String> all) {
    for (XmlElement.Attribute a : e.attributes()) {
      if (a.name().equals("Condition") && asksForConfiguration(a.value())) {
        all.add(a.value());
      }
    }
    e.children().forEach(child -> addConditions(child, all));
  }

  private static boolean asksForConfiguration(String condition) {
    return condition.contains("$(Configuration") || condition.contains("$(Platform)");
  }

  String folder() {
    return TreePath.folder(path);
  }

  boolean isInstalled() {
    return path.startsWith(TreeFiles.INSTALLED);
  }

  /** The place of an element's text, without the white space around it. */
  Location textOf(XmlElement element) {
    String text = element.text();
    int start = element.textLocation().offset() + text.length() - text.stripLeading().length();
    return source.location(start, start + text.strip().length());
  }
}
