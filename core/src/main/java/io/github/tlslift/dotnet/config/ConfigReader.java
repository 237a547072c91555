package io.github.tlslift.dotnet.config;

import io.github.tlslift.dotnet.api.Addresses;
import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Destination;
import io.github.tlslift.model.Setting;
import io.github.tlslift.model.SwitchSetting;
import io.github.tlslift.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code app.config}, {@code web.config} and their kin (Microsoft: .NET configuration). */
public final class ConfigReader {
  private static final String SET_SWITCH = "AppContext.SetSwitch:";

  private final ConfigTree tree;
  private final XmlElement root;

  private ConfigReader(ConfigTree tree) {
    this.tree = tree;
    this.root = Locations.own(tree.root());
  }

  /** What the file alone says that bears on TLS. */
  public static ConfigFile read(SourceText file) throws MalformedInputException {
    return file(ConfigTree.read(file, "configuration"), file.file(), kind(file.file()));
  }

  /** What the file and those it refers to say. */
  public static ConfigReading read(SourceText file, FileTree files) throws MalformedInputException {
    Unread unread = new Unread();
    ConfigTree tree = References.follow(ConfigTree.read(file, "configuration"), files, unread);
    return ConfigReading.of(file(tree, file.file(), kind(file.file())), tree, unread);
  }

  /** What a configuration says, under the name of the file that counts. */
  static ConfigFile file(ConfigTree tree, String path, ConfigFile.Kind kind) {
    return new ConfigReader(tree).file(path, kind);
  }

  /** Which sort of file a name stands for. */
  public static ConfigFile.Kind kind(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (name.equals("web.config")) {
      return ConfigFile.Kind.WEB;
    }
    if (name.endsWith(".exe.config")) {
      return ConfigFile.Kind.EXE;
    }
    if (name.endsWith(".dll.config")) {
      return ConfigFile.Kind.DLL;
    }
    return switch (name) {
      case "machine.config" -> ConfigFile.Kind.MACHINE;
      case "applicationhost.config" -> ConfigFile.Kind.APPLICATION_HOST;
      default -> ConfigFile.Kind.APP;
    };
  }

  private ConfigFile file(String path, ConfigFile.Kind kind) {
    List<Setting> appSettings = appSettings();
    return new ConfigFile(
        path,
        kind,
        switches(appSettings),
        appSettings,
        attribute("httpRuntime"),
        attribute("compilation"),
        supportedRuntimes(),
        apiUses(),
        destinations());
  }

  private List<SwitchSetting> switches(List<Setting> appSettings) {
    List<SwitchSetting> all = new ArrayList<>();
    root.path("runtime", "AppContextSwitchOverrides")
        .flatMap(e -> e.attribute("value").stream())
        .forEach(a -> addOverrides(a, all));
    appSettings.stream()
        .filter(s -> s.key().startsWith(SET_SWITCH))
        .forEach(s -> all.add(appSetting(s)));
    return all;
  }

  // name=value;name=value (Microsoft: AppContextSwitchOverrides element).
  private void addOverrides(XmlElement.Attribute a, List<SwitchSetting> into) {
    int from = 0;
    for (String pair : a.value().split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        int start = a.location().offset() + from + leading(pair);
        String text = pair.substring(equals + 1).strip();
        into.add(
            new SwitchSetting(
                pair.substring(0, equals).strip(),
                text,
                bool(text),
                SwitchSetting.Source.OVERRIDES,
                tree.text(a.location()).location(start, start + pair.strip().length())));
      }
      from += pair.length() + 1;
    }
  }

  private static int leading(String text) {
    return text.length() - text.stripLeading().length();
  }

  private static SwitchSetting appSetting(Setting s) {
    return new SwitchSetting(
        s.key().substring(SET_SWITCH.length()),
        s.value(),
        bool(s.value()),
        SwitchSetting.Source.APP_SETTINGS,
        s.location());
  }

  /** A boolean as .NET parses one. */
  static Optional<Boolean> bool(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private List<Setting> appSettings() {
    return root.all("appSettings")
        .map(Merge::settled)
        .flatMap(e -> e.all("add"))
        .flatMap(
            e ->
                e.attribute("value").stream()
                    .map(v -> new Setting(e.value("key"), v.value(), v.location())))
        .toList();
  }

  private Optional<Setting> attribute(String element) {
    return root.path("system.web", element)
        .flatMap(e -> e.attribute("targetFramework").stream())
        .findFirst()
        .map(a -> new Setting(element + "/@targetFramework", a.value(), a.location()));
  }

  private List<Setting> supportedRuntimes() {
    return root.path("startup", "supportedRuntime")
        .map(
            e ->
                new Setting(
                    e.value("version"),
                    e.value("sku").isEmpty() ? e.value("version") : e.value("sku"),
                    e.attribute("sku").map(XmlElement.Attribute::location).orElse(e.location())))
        .toList();
  }

  private List<ApiUse> apiUses() {
    return root.tree().flatMap(e -> Bindings.use(e, tree).stream()).toList();
  }

  private List<Destination> destinations() {
    List<Destination> all = new ArrayList<>();
    root.tree().forEach(e -> addDestinations(e, all));
    return all;
  }

  private void addDestinations(XmlElement e, List<Destination> into) {
    if (e.name().equals("network") && e.attribute("host").isPresent()) {
      smtp(e).ifPresent(into::add);
    }
    e.attributes().stream()
        .filter(a -> !a.name().equals("sku") && !a.name().equals("xmlns"))
        .forEach(a -> Addresses.find(a.value(), a.location()).ifPresent(into::add));
    if (e.children().isEmpty()) {
      Addresses.find(e.text(), e.textLocation()).ifPresent(into::add);
    }
  }

  private static Optional<Destination> smtp(XmlElement network) {
    XmlElement.Attribute host = network.attribute("host").orElseThrow();
    String port = network.value("port");
    int number = port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 25;
    return Addresses.isHost(host.value()) && network.value("enableSsl").equalsIgnoreCase("true")
        ? Optional.of(
            new Destination(host.value().toLowerCase(Locale.ROOT), number, "smtp", host.location()))
        : Optional.empty();
  }
}
