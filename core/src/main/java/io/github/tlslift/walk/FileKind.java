package io.github.tlslift.walk;

import io.github.tlslift.io.TreePath;
import java.util.Locale;
import java.util.Map;

/** What a file is by its name: the cheap question that decides whether it is opened. */
public enum FileKind {
  CSHARP,
  VB,
  FSHARP,
  POWERSHELL,
  /** {@code .csproj}, {@code .props} and their kin. */
  PROJECT,
  SOLUTION,
  CONFIG,
  /** {@code runtimeconfig.json}, {@code appsettings*.json}. */
  SETTINGS,
  REGISTRY,
  /** {@code Global.asax}, {@code .aspx}, {@code .ashx}: code and markup in one. */
  WEB_PAGE,
  /** {@code .exe}, {@code .dll}. */
  ASSEMBLY,
  /** {@code .pdb}. */
  SYMBOLS,
  OTHER;

  private static final Map<String, FileKind> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("cs", CSHARP),
          Map.entry("vb", VB),
          Map.entry("fs", FSHARP),
          Map.entry("fsx", FSHARP),
          Map.entry("ps1", POWERSHELL),
          Map.entry("psm1", POWERSHELL),
          Map.entry("csproj", PROJECT),
          Map.entry("vbproj", PROJECT),
          Map.entry("fsproj", PROJECT),
          Map.entry("shproj", PROJECT),
          Map.entry("projitems", PROJECT),
          Map.entry("props", PROJECT),
          Map.entry("targets", PROJECT),
          Map.entry("sln", SOLUTION),
          Map.entry("slnx", SOLUTION),
          Map.entry("slnf", SOLUTION),
          Map.entry("config", CONFIG),
          Map.entry("reg", REGISTRY),
          Map.entry("aspx", WEB_PAGE),
          Map.entry("ascx", WEB_PAGE),
          Map.entry("asax", WEB_PAGE),
          Map.entry("master", WEB_PAGE),
          Map.entry("csx", CSHARP),
          Map.entry("ashx", WEB_PAGE),
          Map.entry("asmx", WEB_PAGE),
          Map.entry("exe", ASSEMBLY),
          Map.entry("pdb", SYMBOLS),
          Map.entry("dll", ASSEMBLY));

  /** The kind of a path. */
  public static FileKind of(String path) {
    String extension = lastOf(path);
    return extension.equals("json")
        ? json(TreePath.name(path))
        : BY_EXTENSION.getOrDefault(extension, OTHER);
  }

  // Most files are told by a lookup as they are written.
  private static String lastOf(String path) {
    int dot = path.lastIndexOf('.');
    String extension = dot < 0 ? "" : path.substring(dot + 1);
    return BY_EXTENSION.containsKey(extension) ? extension : TreePath.extension(path);
  }

  private static FileKind json(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean settings =
        lower.endsWith("runtimeconfig.json")
            || lower.equals("runtimeconfig.template.json")
            || lower.startsWith("appsettings");
    return settings ? SETTINGS : OTHER;
  }

  /** Whether it holds code that is searched for words. */
  public boolean isSource() {
    return compareTo(POWERSHELL) <= 0 || this == WEB_PAGE;
  }
}
