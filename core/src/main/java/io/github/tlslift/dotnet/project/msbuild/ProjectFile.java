package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Location;
import io.github.tlslift.xml.XmlElement;
import io.github.tlslift.xml.XmlReader;

/**
 * An MSBuild file.
 *
 * @param path its path in the tree; {@code MSBUILD:NAME} for our own account of MSBuild's files
 */
record ProjectFile(String path, SourceText source, XmlElement root) {

  static ProjectFile read(SourceText source) throws MalformedInputException {
    XmlElement root = XmlReader.read(source);
    if (!root.name().equals("Project")) {
      throw new MalformedInputException(
          root.location().offset(), "root", "<" + root.name() + "> instead of <Project>");
    }
    return new ProjectFile(source.file(), source, root);
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
