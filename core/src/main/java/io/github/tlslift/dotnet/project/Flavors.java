package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Evaluation;
import io.github.tlslift.io.CsvTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What kind of application a project is, by the marks in {@code flavors.csv}. */
final class Flavors {
  private static final List<Mark> MARKS =
      CsvTable.load(
          Flavors.class,
          "flavors.csv",
          row ->
              new Mark(
                  row.getField("kind"),
                  row.getField("name").toLowerCase(Locale.ROOT),
                  Project.Flavor.valueOf(row.getField("flavor"))));

  private final Evaluation build;
  private final String guids;
  private final List<String> packages;
  private final List<String> assemblies;

  private record Mark(String kind, String name, Project.Flavor flavor) {}

  private Flavors(Evaluation build, List<String> packages, List<String> assemblies) {
    this.build = build;
    this.guids = build.value("ProjectTypeGuids").toLowerCase(Locale.ROOT);
    this.packages = packages;
    this.assemblies = assemblies;
  }

  static Set<Project.Flavor> of(Builds builds, List<String> packages, List<String> assemblies) {
    Set<Project.Flavor> all = EnumSet.noneOf(Project.Flavor.class);
    for (Builds.Build build : builds.each()) {
      Flavors flavors = new Flavors(build.evaluation(), packages, assemblies);
      MARKS.stream().filter(flavors::has).forEach(mark -> all.add(mark.flavor()));
    }
    return all;
  }

  private boolean has(Mark mark) {
    return switch (mark.kind()) {
      case "guid" -> guids.contains(mark.name());
      case "import" -> build.importedNames().contains(mark.name());
      case "sdk" -> named(mark.name(), build.sdks());
      case "package" -> named(mark.name(), packages);
      case "assembly" -> named(mark.name(), assemblies);
      case "property" -> says(mark.name());
      default -> throw new IllegalStateException("flavors.csv: unknown kind " + mark.kind());
    };
  }

  private static boolean named(String name, List<String> all) {
    return name.endsWith("*")
        ? all.stream().anyMatch(a -> lower(a).startsWith(name.substring(0, name.length() - 1)))
        : all.stream().anyMatch(name::equalsIgnoreCase);
  }

  private boolean says(String mark) {
    int equals = mark.indexOf('=');
    String said = lower(build.value(mark.substring(0, equals)));
    String wanted = mark.substring(equals + 1);
    return wanted.equals("*") ? !said.isEmpty() : said.equals(wanted);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
