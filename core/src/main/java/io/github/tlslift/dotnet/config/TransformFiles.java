package io.github.tlslift.dotnet.config;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.xml.XmlReader;
import java.util.List;
import java.util.Locale;

/** Finds the transforms of a config file, such as {@code Web.Release.config}. */
public final class TransformFiles {
  private TransformFiles() {}

  /** The transforms that stand beside a config file, sorted. */
  public static List<String> beside(FileTree tree, String config) {
    String folder = TreePath.folder(config);
    String name = TreePath.name(config).toLowerCase(Locale.ROOT);
    String stem = name.substring(0, Math.max(0, name.lastIndexOf('.'))) + ".";
    return tree.under(folder).stream()
        .filter(p -> TreePath.folder(p).equals(folder))
        .filter(p -> isVariant(TreePath.name(p).toLowerCase(Locale.ROOT), stem))
        .filter(p -> tree.text(p).filter(TransformFiles::is).isPresent())
        .toList();
  }

  /** Whether a file is a transform rather than a config file: it names their namespace. */
  public static boolean is(SourceText text) {
    try {
      return Directive.marks(XmlReader.read(text));
    } catch (MalformedInputException e) {
      return false;
    }
  }

  // web.release.config beside web.config, but not web.config itself.
  private static boolean isVariant(String name, String stem) {
    return name.startsWith(stem)
        && name.endsWith(".config")
        && name.length() > stem.length() + "config".length();
  }
}
