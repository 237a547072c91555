package io.github.tlslift.dotnet.project;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.testkit.MemoryTree;

/** Projects for tests. */
final class Projects {
  static final String CSHARP =
      "<Import Project=\"$(MSBuildToolsPath)\\Microsoft.CSharp.targets\" />";
  static final String COMMON =
      "<Import Project=\"$(MSBuildExtensionsPath)\\$(MSBuildToolsVersion)\\Microsoft.Common.props\""
          + " Condition=\"Exists('$(MSBuildExtensionsPath)\\$(MSBuildToolsVersion)"
          + "\\Microsoft.Common.props')\" />";

  private Projects() {}

  /** An old-style project with some content. */
  static String oldStyle(String content) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        + "<Project ToolsVersion=\"15.0\" xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n"
        + COMMON
        + "\n"
        + content
        + "\n"
        + CSHARP
        + "\n</Project>\n";
  }

  /** An SDK-style project with some content. */
  static String sdk(String content) {
    return "<Project Sdk=\"Microsoft.NET.Sdk\">\n" + content + "\n</Project>\n";
  }

  static Project read(String project) throws MalformedInputException {
    return read(project, new MemoryTree());
  }

  static Project read(String project, MemoryTree tree) throws MalformedInputException {
    return ProjectReader.read("src/App/App.csproj", tree.with("src/App/App.csproj", project));
  }

  static String properties(String content) {
    return "<PropertyGroup>" + content + "</PropertyGroup>";
  }

  static String items(String content) {
    return "<ItemGroup>" + content + "</ItemGroup>";
  }
}
