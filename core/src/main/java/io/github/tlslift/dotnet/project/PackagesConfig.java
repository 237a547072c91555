package io.github.tlslift.dotnet.project;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Location;
import io.github.tlslift.xml.XmlElement;
import io.github.tlslift.xml.XmlReader;
import java.util.List;

/** Reads {@code packages.config} (learn: packages.config reference). */
public final class PackagesConfig {
  private PackagesConfig() {}

  /**
   * A package that is installed.
   *
   * @param targetFramework the framework it was installed for; empty where that is not said
   * @param location of the version
   */
  public record Entry(String id, String version, String targetFramework, Location location) {}

  /** The packages, in order. */
  public static List<Entry> read(SourceText file) throws MalformedInputException {
    XmlElement root = XmlReader.read(file);
    if (!root.name().equals("packages")) {
      throw new MalformedInputException(
          root.location().offset(), "root", "<" + root.name() + "> instead of <packages>");
    }
    return root.all("package")
        .filter(e -> !e.value("id").isBlank())
        .map(PackagesConfig::entry)
        .toList();
  }

  private static Entry entry(XmlElement e) {
    Location at = e.attribute("version").map(XmlElement.Attribute::location).orElse(e.location());
    return new Entry(
        e.value("id").strip(), e.value("version").strip(), e.value("targetFramework").strip(), at);
  }
}
