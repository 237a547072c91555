package io.github.tlslift.mend;

import io.github.tlslift.edit.Edit;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Raises the target framework wherever files of a program say it: project, {@code
 * supportedRuntime}, {@code packages.config}.
 */
final class RetargetMend implements Mend {
  private static final Set<String> PROPERTIES =
      Set.of("TargetFrameworkVersion", "TargetFramework", "TargetFrameworks");

  @Override
  public void edit(Process process, Cure cure, Draft draft) throws NotEditableException {
    String version = version(cure);
    TargetFramework old =
        process
            .target()
            .filter(t -> t.isFramework() && t.location().line() > 0)
            .orElseThrow(
                () ->
                    new NotEditableException(
                        "no project file says the target of " + process.name()));
    project(old, version, draft);
    if (process.config().isPresent()) {
      supportedRuntime(process.config().get(), old, version, draft);
    }
    packages(process, old, version, draft);
  }

  /** The version that a cure sets. */
  static String version(Cure cure) throws NotEditableException {
    return cure.sets().stream()
        .filter(s -> s.startsWith("targetFramework="))
        .map(s -> s.substring(s.indexOf('=') + 1))
        .findFirst()
        .orElseThrow(() -> new NotEditableException(cure.id() + " names no target"));
  }

  private static void project(TargetFramework old, String version, Draft draft)
      throws NotEditableException {
    Location at = old.location();
    XmlFile file = XmlFile.read(draft.text(at.file()));
    boolean found = false;
    List<XmlElement> properties =
        file.root().tree().filter(e -> PROPERTIES.contains(e.name())).toList();
    for (XmlElement e : properties) {
      found |= property(e, file.source().text(), old, version, at.file(), draft);
    }
    if (!found) {
      throw new NotEditableException(
          at + " does not spell out " + old.version() + "; edit it by hand");
    }
  }

  private static boolean property(
      XmlElement e, String text, TargetFramework old, String version, String path, Draft draft)
      throws NotEditableException {
    boolean byVersion = e.name().equals("TargetFrameworkVersion");
    String was = byVersion ? "v" + old.version() : moniker(old.version());
    String now = byVersion ? "v" + version : moniker(version);
    int start = e.location().offset() + e.location().length();
    int end = text.indexOf("</", start);
    boolean found = false;
    int from = start;
    for (String part : text.substring(start, Math.max(start, end)).split(";", -1)) {
      if (part.strip().equals(was)) {
        int at = from + part.indexOf(was);
        draft.edit(path, new Edit(at, at + was.length(), now));
        found = true;
      }
      from += part.length() + 1;
    }
    return found;
  }

  // net452 of 4.5.2
  private static String moniker(String version) {
    return "net" + version.replace(".", "");
  }

  private static void supportedRuntime(
      ConfigFile config, TargetFramework old, String version, Draft draft)
      throws NotEditableException {
    Optional<String> path = draft.find(config.file());
    if (path.isEmpty()) {
      return;
    }
    XmlFile file = XmlFile.read(draft.text(path.get()));
    List<XmlElement> runtimes = file.root().path("startup", "supportedRuntime").toList();
    for (XmlElement runtime : runtimes) {
      Optional<XmlElement.Attribute> sku = runtime.attribute("sku");
      String was = ".NETFramework,Version=v" + old.version();
      if (sku.isPresent() && sku.get().value().equals(was)) {
        draft.edit(path.get(), file.value(sku.get(), ".NETFramework,Version=v" + version));
      }
    }
  }

  private static void packages(Process process, TargetFramework old, String version, Draft draft)
      throws NotEditableException {
    String folder = TreePath.folder(process.project().orElse(old.location().file()));
    Optional<String> path =
        draft.find(folder.isEmpty() ? "packages.config" : folder + "/packages.config");
    if (path.isEmpty()) {
      return;
    }
    XmlFile file = XmlFile.read(draft.text(path.get()));
    for (XmlElement each : file.root().all("package").toList()) {
      Optional<XmlElement.Attribute> target = each.attribute("targetFramework");
      if (target.isPresent() && target.get().value().equals(moniker(old.version()))) {
        draft.edit(path.get(), file.value(target.get(), moniker(version)));
      }
    }
  }
}
