package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.project.Project;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Process.IgnoredConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which config file a process that a project builds reads (C2: P11, P20 to P27). */
final class ProjectConfigs {
  // The interop assembly that an add-in refers to tells the program that loads it.
  private static final Map<String, String> OFFICE =
      new TreeMap<>(
          Map.of(
              "Microsoft.Office.Interop.Excel", "EXCEL.EXE",
              "Microsoft.Office.Interop.Word", "WINWORD.EXE",
              "Microsoft.Office.Interop.Outlook", "OUTLOOK.EXE",
              "Microsoft.Office.Interop.PowerPoint", "POWERPNT.EXE",
              "Microsoft.Office.Interop.Visio", "VISIO.EXE",
              "Microsoft.Office.Interop.MSProject", "WINPROJ.EXE"));

  private final Configs configs;

  ProjectConfigs(Configs configs) {
    this.configs = configs;
  }

  ConfigChoice of(Project root, HostKind host, List<Project> closure) {
    List<IgnoredConfig> ignored = new ArrayList<>();
    for (Project other : closure) {
      if (other != root) {
        ignore(other, belongsToLibrary(root, other), ignored);
      }
    }
    return switch (host) {
      case OFFICE, COM, LIBRARY -> ofHost(root, host, ignored);
      case ASPNET -> new ConfigChoice(web(root), beside(root, "Web.config"), ignored);
      default -> ofExecutable(root, ignored);
    };
  }

  private ConfigChoice ofExecutable(Project root, List<IgnoredConfig> ignored) {
    Optional<ConfigFile> web = web(root);
    web.ifPresent(
        w ->
            ignored.add(
                new IgnoredConfig(
                    w, root.assemblyName() + " is an executable, and that reads no Web.config")));
    ignoreUnnamed(root, ignored);
    String path = app(root).map(ConfigFile::file).orElse(beside(root, "App.config"));
    return new ConfigChoice(app(root), path, ignored);
  }

  private ConfigChoice ofHost(Project root, HostKind host, List<IgnoredConfig> ignored) {
    String exe = host == HostKind.OFFICE ? office(root) : "the host's exe";
    String path = exe + ".config";
    String reason =
        host == HostKind.LIBRARY
            ? root.assemblyName() + " is a library, and only its host's exe.config is read"
            : "the host reads " + path + ", not the config of what it loads";
    ignore(root, reason, ignored);
    return new ConfigChoice(Optional.empty(), path, ignored);
  }

  private void ignore(Project project, String reason, List<IgnoredConfig> into) {
    app(project).ifPresent(c -> into.add(new IgnoredConfig(c, reason)));
    if (!project.flavors().contains(Project.Flavor.WEB_APPLICATION)) {
      web(project).ifPresent(c -> into.add(new IgnoredConfig(c, reason)));
    }
  }

  private static String belongsToLibrary(Project root, Project library) {
    return library.assemblyName()
        + " is a library; "
        + root.assemblyName()
        + " reads its own config file only";
  }

  private static String office(Project root) {
    return OFFICE.entrySet().stream()
        .filter(e -> root.assemblies().contains(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("the Office program's exe");
  }

  private Optional<ConfigFile> app(Project project) {
    return project.appConfig().flatMap(configs::at);
  }

  // The build copies only what the project names; another App.config stays where it is.
  private void ignoreUnnamed(Project root, List<IgnoredConfig> into) {
    String own = beside(root, "App.config");
    boolean named = root.appConfig().filter(a -> a.equalsIgnoreCase(own)).isPresent();
    if (!named) {
      String reason =
          TreePath.name(root.file()) + " does not name it, so the build does not copy it";
      configs.at(own).ifPresent(c -> into.add(new IgnoredConfig(c, reason)));
    }
  }

  private Optional<ConfigFile> web(Project project) {
    return configs.web(TreePath.folder(project.file()));
  }

  private static String beside(Project project, String name) {
    String folder = TreePath.folder(project.file());
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
