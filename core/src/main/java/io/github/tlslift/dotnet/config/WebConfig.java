package io.github.tlslift.dotnet.config;

import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configuration in force for a web application: machine, site, folders above it, its own file
 * (Microsoft: ASP.NET Configuration File Hierarchy and Inheritance).
 */
public final class WebConfig {
  private static final String NAME = "web.config";

  private final FileTree tree;
  private final Place place;
  private final Unread unread = new Unread();

  private WebConfig(FileTree tree, Place place) {
    this.tree = tree;
    this.place = place;
  }

  /**
   * Where a web application stands.
   *
   * @param machine {@code machine.config} and the framework's own {@code web.config}, in that
   *     order, as far as they are given
   * @param virtualPath the name of the IIS site and the path of the application on it; empty where
   *     not known
   * @param siteRoot the folder of the site
   * @param application the folder of the application, in or below it
   */
  public record Place(
      List<SourceText> machine, String virtualPath, String siteRoot, String application) {
    /** Copies the list. */
    public Place {
      machine = List.copyOf(machine);
    }

    /** An application about which nothing but its folder is known. */
    public static Place alone(String application) {
      return new Place(List.of(), "", application, application);
    }
  }

  /**
   * The configuration in force.
   *
   * @param transforms transform files to apply to the application's own file, in order
   * @throws MalformedInputException where the application's own file is broken
   */
  public static ConfigReading read(FileTree tree, Place place, List<String> transforms)
      throws MalformedInputException {
    return new WebConfig(tree, place).reading(transforms);
  }

  private ConfigReading reading(List<String> transforms) throws MalformedInputException {
    ConfigTree own = own(transforms);
    ConfigTree all = ConfigTree.empty(ownPath());
    for (SourceText machine : place.machine()) {
      all = under(all, machine, place.virtualPath());
    }
    for (String folder : foldersAbove()) {
      Optional<SourceText> file = text(folder);
      if (file.isPresent()) {
        all = under(all, file.get(), below(folder, place.application()));
      }
    }
    ConfigTree merged = own.with(Merge.onto(all.root(), Locations.own(own.root())), all.texts());
    ConfigFile config = ConfigReader.file(merged, ownPath(), ConfigFile.Kind.WEB);
    return ConfigReading.of(config, merged, unread);
  }

  private ConfigTree own(List<String> transforms) throws MalformedInputException {
    Optional<SourceText> text = text(place.application());
    if (text.isEmpty()) {
      return ConfigTree.empty(ownPath());
    }
    ConfigTree own = ConfigTree.read(text.get(), "configuration");
    for (String transform : transforms) {
      own = transformed(own, transform);
    }
    return References.follow(own, tree, unread);
  }

  private ConfigTree transformed(ConfigTree own, String path) {
    Optional<SourceText> text = tree.text(path);
    if (text.isEmpty()) {
      unread.notFollowed(path + " is not among the files examined");
      return own;
    }
    try {
      ConfigTree transform = ConfigTree.read(text.get(), "configuration");
      Transform.Result result = Transform.apply(own.root(), transform.root());
      result.notFollowed().forEach(unread::notFollowed);
      return own.with(result.element(), transform.texts());
    } catch (MalformedInputException e) {
      unread.broken(path, e);
      return own;
    }
  }

  private ConfigTree under(ConfigTree lower, SourceText file, String path) {
    try {
      ConfigTree level = References.follow(ConfigTree.read(file, "configuration"), tree, unread);
      if (path.isEmpty()) {
        noteLocations(level.root());
      }
      XmlElement inherited = Locations.inherited(level.root(), path);
      return lower.with(Merge.onto(lower.root(), inherited), level.texts());
    } catch (MalformedInputException e) {
      unread.broken(file.file(), e);
      return lower;
    }
  }

  private void noteLocations(XmlElement root) {
    root.all("location")
        .filter(l -> !Locations.path(l).isEmpty())
        .forEach(
            l ->
                unread.notFollowed(
                    l.location()
                        + ": location path "
                        + l.value("path")
                        + " needs the name of the IIS site"));
  }

  private List<String> foldersAbove() {
    List<String> above = new ArrayList<>();
    boolean isBelow =
        place.siteRoot().isEmpty() || place.application().startsWith(place.siteRoot() + "/");
    String folder = place.application();
    while (isBelow && !folder.equals(place.siteRoot())) {
      folder = TreePath.folder(folder);
      above.add(0, folder);
    }
    return above;
  }

  private static String below(String folder, String application) {
    return application.substring(folder.isEmpty() ? 0 : folder.length() + 1);
  }

  private String ownPath() {
    String path = inFolder(place.application());
    return tree.find(path).orElse(path);
  }

  private Optional<SourceText> text(String folder) {
    return tree.find(inFolder(folder)).flatMap(tree::text);
  }

  private static String inFolder(String folder) {
    return folder.isEmpty() ? NAME : folder + "/" + NAME;
  }
}
