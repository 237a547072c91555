package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Evaluation;
import io.github.tlslift.dotnet.project.msbuild.Item;
import io.github.tlslift.io.FileTree;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The config files of a project: those it names, and those of its folder.
 *
 * @param appConfig the one that the build copies to {@code NAME.exe.config}
 * @param packagesConfig the list of packages of an old-style project
 */
record Contents(
    Optional<String> appConfig, List<String> files, Optional<SourceText> packagesConfig) {
  private static final Pattern BEARING =
      Pattern.compile(
          "(?:(?!nuget\\.).*\\.config|appsettings.*\\.json|.*runtimeconfig(?:\\.template)?\\.json"
              + "|local\\.settings\\.json|host\\.json|applicationhost\\.config)");

  static Contents read(Builds builds, FileTree tree) {
    Set<String> files = new LinkedHashSet<>();
    Optional<String> appConfig = appConfig(builds, tree);
    appConfig.ifPresent(files::add);
    builds.each().stream()
        .flatMap(Contents::named)
        .flatMap(item -> item.path().stream())
        .filter(Contents::bears)
        .flatMap(path -> tree.find(path).stream())
        .forEach(files::add);
    String folder = builds.main().folder();
    List<String> beside = beside(folder, tree);
    beside.stream().filter(Contents::bears).forEach(files::add);
    Optional<SourceText> packages =
        beside.stream()
            .filter(path -> TreePath.name(path).equalsIgnoreCase("packages.config"))
            .findFirst()
            .flatMap(tree::text);
    return new Contents(appConfig, List.copyOf(files), packages);
  }

  private static boolean bears(String path) {
    return BEARING.matcher(TreePath.name(path).toLowerCase(Locale.ROOT)).matches();
  }

  private static List<String> beside(String folder, FileTree tree) {
    int start = folder.isEmpty() ? 0 : folder.length() + 1;
    return tree.under(folder).stream().filter(path -> path.indexOf('/', start) < 0).toList();
  }

  private static Stream<Item> named(Builds.Build build) {
    return Stream.concat(build.items().of("None").stream(), build.items().of("Content").stream());
  }

  // Microsoft.Common.CurrentVersion.targets: the AppConfig property, else the task
  // FindAppConfigFile,
  // which prefers a file beside the project, and None to Content.
  private static Optional<String> appConfig(Builds builds, FileTree tree) {
    for (Builds.Build build : builds.each()) {
      Optional<String> found = appConfig(build, tree);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> appConfig(Builds.Build build, FileTree tree) {
    Evaluation evaluation = build.evaluation();
    if (evaluation.property("AppConfig").isPresent()) {
      return evaluation.resolve(evaluation.value("AppConfig")).flatMap(tree::find);
    }
    List<String> candidates =
        named(build)
            .flatMap(item -> item.path().stream())
            .filter(path -> TreePath.name(path).equalsIgnoreCase("app.config"))
            .flatMap(path -> tree.find(path).stream())
            .toList();
    return candidates.stream()
        .filter(path -> TreePath.folder(path).equalsIgnoreCase(evaluation.folder()))
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }
}
