package io.github.tlslift.dotnet.project.msbuild;

import io.github.tlslift.io.TreePath;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reserved and environment properties (MSBuild: reserved and well-known properties). */
final class WellKnown {
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("os", "Windows_NT"),
          Map.entry("msbuildtoolsversion", "Current"),
          Map.entry("msbuildassemblyversion", "17.0"),
          Map.entry("msbuildversion", "17.0.0"),
          Map.entry("msbuildruntimetype", "Full"),
          Map.entry("visualstudioversion", "17.0"),
          Map.entry("msbuildextensionspath", TreeFiles.INSTALLED),
          Map.entry("msbuildextensionspath32", TreeFiles.INSTALLED),
          Map.entry("msbuildextensionspath64", TreeFiles.INSTALLED),
          Map.entry("msbuilduserextensionspath", TreeFiles.INSTALLED + "\\user"),
          Map.entry("msbuildtoolspath", TreeFiles.INSTALLED),
          Map.entry("msbuildtoolspath32", TreeFiles.INSTALLED),
          Map.entry("msbuildbinpath", TreeFiles.INSTALLED),
          Map.entry("msbuildsdkspath", TreeFiles.INSTALLED + "\\Sdks"),
          Map.entry("msbuildframeworktoolspath", TreeFiles.INSTALLED),
          Map.entry("roslyntargetspath", TreeFiles.INSTALLED + "\\Roslyn"));
  // Environment variables of the machine that builds.
  private static final Set<String> MACHINE =
      Set.of(
          "appdata",
          "computername",
          "home",
          "localappdata",
          "msbuildprogramfiles32",
          "nugetpackageroot",
          "path",
          "processor_architecture",
          "programdata",
          "programfiles",
          "programw6432",
          "solutionext",
          "solutionfilename",
          "solutionname",
          "solutionpath",
          "systemdrive",
          "systemroot",
          "temp",
          "tmp",
          "userdomain",
          "username",
          "userprofile",
          "windir");

  private WellKnown() {}

  /** The value of a name that no file sets; empty text, as for MSBuild, where it means nothing. */
  static Text value(String name, ProjectFile project, ProjectFile current, ProjectFiles files) {
    String key = name.toLowerCase(Locale.ROOT);
    if (FIXED.containsKey(key)) {
      return Text.known(FIXED.getOrDefault(key, ""));
    }
    if (key.startsWith("msbuildproject")) {
      return part(key.substring("msbuildproject".length()), project.path(), "");
    }
    if (key.startsWith("msbuildthisfile")) {
      String part = key.substring("msbuildthisfile".length());
      return part.isEmpty()
          ? Text.known(TreePath.name(current.path()))
          : part(part, current.path(), "\\");
    }
    return switch (key) {
      case "solutiondir" -> solutionFolder(project, files);
      case "msbuildstartupdirectory" -> Text.unknown(TreeFiles.absolute(project.folder()));
      default -> MACHINE.contains(key) ? Text.unknown("") : Text.known("");
    };
  }

  // MSBuildThisFileDirectory ends with a backslash, MSBuildProjectDirectory does not.
  private static Text part(String part, String path, String slash) {
    String name = TreePath.name(path);
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    String folder = TreePath.folder(path);
    String end = folder.isEmpty() ? "" : slash;
    return switch (part) {
      case "file" -> Text.known(name);
      case "name" -> Text.known(name.substring(0, dot));
      case "extension" -> Text.known(name.substring(dot));
      case "directory" -> Text.known(TreeFiles.absolute(folder) + end);
      case "directorynoroot" -> Text.known(TreeFiles.absolute(folder).substring(1) + end);
      case "fullpath" -> Text.known(TreeFiles.absolute(path));
      default -> Text.known("");
    };
  }

  // Visual Studio sets it to the folder of the open solution; the nearest one above is likely it.
  private static Text solutionFolder(ProjectFile project, ProjectFiles files) {
    return files
        .solutionFolder(project.folder())
        .map(at -> Text.known(TreeFiles.absolute(at) + (at.isEmpty() ? "" : "\\")))
        .orElseGet(() -> Text.unknown(""));
  }
}
