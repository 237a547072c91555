package io.github.tlslift.mend;

import io.github.tlslift.edit.Edit;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Process;
import io.github.tlslift.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets AppContext switches in the config file that counts, which is made where there is none. */
final class ConfigSwitchMend implements Mend {
  private static final String OVERRIDES = "AppContextSwitchOverrides";
  private static final String KEY = "AppContext.SetSwitch:";

  @Override
  public void edit(Process process, Cure cure, Draft draft) throws NotEditableException {
    List<String> switches = cure.sets().stream().filter(s -> s.startsWith("Switch.")).toList();
    String path = path(process);
    Optional<String> real = draft.find(path);
    if (real.isEmpty()) {
      create(path, process, switches, draft);
      return;
    }
    XmlFile file = XmlFile.read(draft.text(real.get()));
    if (process.host() == HostKind.ASPNET) {
      inAppSettings(file, real.get(), switches, draft);
    } else {
      inRuntime(file, real.get(), switches, draft);
    }
  }

  private static String path(Process process) throws NotEditableException {
    return process
        .config()
        .map(ConfigFile::file)
        .or(process::configPath)
        .orElseThrow(() -> new NotEditableException("no config file counts for " + process.name()));
  }

  /** A config file with nothing but the switches. */
  static String content(List<String> switches, String end) {
    return String.join(
            end,
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<configuration>",
            "  <runtime>",
            "    " + overrides(switches),
            "  </runtime>",
            "</configuration>")
        + end;
  }

  private static void create(String path, Process process, List<String> switches, Draft draft)
      throws NotEditableException {
    if (process.host() == HostKind.ASPNET) {
      throw new NotEditableException("there is no " + path + "; a web application has one");
    }
    draft.create(path, content(switches, draft.lineEnd(path)));
    if (process.project().isPresent()) {
      ProjectItems.nameConfig(process.project().get(), path, draft);
    }
  }

  private static String overrides(List<String> switches) {
    return "<" + OVERRIDES + " value=\"" + String.join(";", switches) + "\" />";
  }

  private static void inRuntime(XmlFile file, String path, List<String> switches, Draft draft)
      throws NotEditableException {
    Optional<XmlElement> last =
        file.root().path("runtime", OVERRIDES).reduce((first, second) -> second);
    Optional<XmlElement> runtime = file.find("runtime");
    if (last.isPresent()) {
      Optional<XmlElement.Attribute> value = last.get().attribute("value");
      draft.edit(
          path,
          value.isPresent()
              ? file.value(value.get(), merged(file.raw(value.get()), switches))
              : file.attribute(last.get(), "value", String.join(";", switches)));
    } else if (runtime.isPresent()) {
      draft.edit(path, file.lastChild(runtime.get(), overrides(switches)));
    } else {
      draft.edit(
          path, file.lastChild(file.root(), "<runtime>", "\t" + overrides(switches), "</runtime>"));
    }
  }

  /** The list with other values for the switches in it, and the rest at its end. */
  static String merged(String value, List<String> switches) {
    String merged = value;
    for (String setting : switches) {
      String name = setting.substring(0, setting.indexOf('='));
      Matcher found =
          Pattern.compile("(" + Pattern.quote(name) + "\\s*=\\s*)([^;\\s]*)").matcher(merged);
      merged =
          found.find()
              ? found.replaceAll(r -> Matcher.quoteReplacement(r.group(1) + "false"))
              : joined(merged, setting);
    }
    return merged;
  }

  private static String joined(String value, String setting) {
    String bare = value.stripTrailing();
    boolean alone = bare.isEmpty() || bare.endsWith(";");
    return bare + (alone ? "" : ";") + setting + value.substring(bare.length());
  }

  private static void inAppSettings(XmlFile file, String path, List<String> switches, Draft draft)
      throws NotEditableException {
    Optional<XmlElement> settings = file.find("appSettings");
    if (settings.filter(s -> s.attribute("configSource").isPresent()).isPresent()) {
      throw new NotEditableException(
          path
              + " keeps its appSettings in "
              + settings.get().value("configSource")
              + "; add "
              + KEY
              + "... there");
    }
    String[] missing =
        switches.stream()
            .filter(s -> entry(settings, s).isEmpty())
            .map(ConfigSwitchMend::add)
            .toArray(String[]::new);
    for (String setting : switches) {
      Optional<XmlElement.Attribute> value = entry(settings, setting);
      if (value.isPresent()) {
        draft.edit(path, file.value(value.get(), "false"));
      }
    }
    if (missing.length > 0) {
      draft.edit(
          path,
          settings.isPresent() ? file.lastChild(settings.get(), missing) : section(file, missing));
    }
  }

  private static Edit section(XmlFile file, String[] adds) {
    String[] lines = new String[adds.length + 2];
    lines[0] = "<appSettings>";
    for (int i = 0; i < adds.length; i++) {
      lines[i + 1] = "\t" + adds[i];
    }
    lines[adds.length + 1] = "</appSettings>";
    return file.lastChild(file.root(), lines);
  }

  private static Optional<XmlElement.Attribute> entry(
      Optional<XmlElement> settings, String setting) {
    String key = KEY + setting.substring(0, setting.indexOf('='));
    return settings.stream()
        .flatMap(s -> s.all("add"))
        .filter(a -> a.value("key").equalsIgnoreCase(key))
        .flatMap(a -> a.attribute("value").stream())
        .findFirst();
  }

  private static String add(String setting) {
    String name = setting.substring(0, setting.indexOf('='));
    return "<add key=\"" + KEY + name + "\" value=\"false\" />";
  }
}
