package io.github.tlslift.dotnet.config;

import io.github.tlslift.xml.XmlElement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Applies {@code location} elements to the folder they name (Microsoft: location element). */
final class Locations {
  private static final Set<String> NOT_INHERITED =
      Set.of("location", "runtime", "startup", "configSections");

  private Locations() {}

  /** What a file says of its own folder; locations of folders below stay as they are. */
  static XmlElement own(XmlElement root) {
    List<XmlElement> here = root.children().stream().filter(c -> !isFor(c, "")).toList();
    XmlElement plain = Merge.with(root, root.attributes(), here);
    return over(plain, root.all("location").filter(l -> isFor(l, "")));
  }

  /**
   * What an application inherits from a file.
   *
   * @param path where the application stands below the file's folder
   */
  static XmlElement inherited(XmlElement root, String path) {
    List<XmlElement> sections =
        root.children().stream().filter(c -> !NOT_INHERITED.contains(c.name())).toList();
    return over(
        Merge.with(root, List.of(), sections),
        root.all("location")
            .filter(l -> !l.value("inheritInChildApplications").equalsIgnoreCase("false"))
            .filter(l -> isFor(l, path))
            .sorted(Comparator.comparingInt(l -> path(l).length())));
  }

  private static XmlElement over(XmlElement root, Stream<XmlElement> locations) {
    return locations
        .map(l -> Merge.with(l, List.of(), l.children()))
        .reduce(
            root,
            (lower, l) -> Merge.with(root, root.attributes(), Merge.onto(lower, l).children()));
  }

  // The folder itself, or one above the application.
  private static boolean isFor(XmlElement e, String application) {
    if (!e.name().equals("location")) {
      return false;
    }
    String path = path(e);
    String below = application.toLowerCase(Locale.ROOT) + "/";
    return path.isEmpty() || below.startsWith(path + "/");
  }

  /** The path in lower case; empty for the folder itself. */
  static String path(XmlElement location) {
    String path = location.value("path").strip().replace('\\', '/').toLowerCase(Locale.ROOT);
    return path.equals(".") ? "" : path.replaceAll("^/+|/+$", "");
  }
}
