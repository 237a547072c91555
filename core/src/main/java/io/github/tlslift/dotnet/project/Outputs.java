package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Evaluation;
import io.github.tlslift.io.TreePath;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a project builds, and its name. */
final class Outputs {
  private Outputs() {}

  /** The output of all builds; an executable wins, for it is what runs. */
  static Project.Output of(Builds builds, Set<String> undecided) {
    List<Project.Output> all =
        builds.each().stream().map(b -> of(b.evaluation())).distinct().sorted().toList();
    if (all.size() > 1) {
      undecided.add("OutputType is not the same for every target framework");
    }
    return all.get(0);
  }

  // learn: common MSBuild project properties, OutputType.
  private static Project.Output of(Evaluation evaluation) {
    return switch (evaluation.value("OutputType").toLowerCase(Locale.ROOT)) {
      case "exe" -> Project.Output.EXE;
      case "winexe", "appcontainerexe" -> Project.Output.WIN_EXE;
      case "library", "module", "winmdobj" -> Project.Output.LIBRARY;
      default -> Project.Output.UNKNOWN;
    };
  }

  static boolean isExecutable(Evaluation evaluation) {
    Project.Output output = of(evaluation);
    return output == Project.Output.EXE || output == Project.Output.WIN_EXE;
  }

  static String assemblyName(Evaluation evaluation, String path) {
    String said = evaluation.value("AssemblyName");
    String file = TreePath.name(path);
    return said.isEmpty() ? file.substring(0, file.lastIndexOf('.')) : said;
  }
}
