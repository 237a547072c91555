package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Evaluation;
import io.github.tlslift.dotnet.project.msbuild.Moniker;
import io.github.tlslift.dotnet.project.msbuild.Property;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.TargetFramework;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The target frameworks of a project, each with the place that says it. */
final class Frameworks {
  private Frameworks() {}

  /**
   * A framework to build for.
   *
   * @param name its short name; empty for the one that a build has anyway
   * @param fromList whether it comes from {@code TargetFrameworks}
   */
  record Named(String name, boolean fromList, Optional<Location> at) {}

  /** The frameworks to build for; a single {@code TargetFramework} wins over a list. */
  static List<Named> named(Evaluation main) {
    Optional<Property> list = main.property("TargetFrameworks");
    if (list.isEmpty() || main.property("TargetFramework").isPresent()) {
      return List.of(new Named("", false, Optional.empty()));
    }
    Map<String, Named> all = new LinkedHashMap<>();
    int from = 0;
    for (String part : list.get().value().split(";", -1)) {
      String name = part.strip();
      if (!name.isEmpty()) {
        Location at = place(list.get(), from + part.indexOf(name), name.length());
        all.putIfAbsent(name, new Named(name, true, Optional.of(at)));
      }
      from += part.length() + 1;
    }
    return all.isEmpty()
        ? List.of(new Named("", false, Optional.empty()))
        : List.copyOf(all.values());
  }

  // The single name of a list that stands there as it is and on one line.
  private static Location place(Property list, int start, int length) {
    Location at = list.location();
    int lead = list.value().length() - list.value().stripLeading().length();
    if (!list.literal() || list.value().strip().indexOf('\n') >= 0) {
      return at;
    }
    int shift = start - lead;
    return new Location(at.file(), at.line(), at.column() + shift, at.offset() + shift, length);
  }

  static List<TargetFramework> targets(Builds builds, Set<String> undecided) {
    List<TargetFramework> all = new ArrayList<>();
    for (Builds.Build build : builds.each()) {
      target(build, undecided).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<TargetFramework> target(Builds.Build build, Set<String> undecided) {
    Evaluation evaluation = build.evaluation();
    String name = evaluation.value("TargetFramework");
    if (!name.isEmpty()) {
      Optional<Moniker> moniker = Moniker.parse(name);
      if (moniker.isEmpty()) {
        undecided.add("TargetFramework " + name + " is not known");
      }
      Location at = build.framework().at().orElseGet(() -> at(evaluation, "TargetFramework"));
      return moniker.map(m -> new TargetFramework(m.identifier(), m.version(), at));
    }
    return byVersion(evaluation, undecided);
  }

  private static Optional<TargetFramework> byVersion(Evaluation evaluation, Set<String> undecided) {
    String version = evaluation.value("TargetFrameworkVersion").replaceFirst("^[vV]", "");
    String identifier = evaluation.value("TargetFrameworkIdentifier");
    if (!version.matches("[0-9]+(\\.[0-9]+){0,3}")) {
      undecided.add("no target framework is given");
      return Optional.empty();
    }
    if (!evaluation.isGiven("TargetFrameworkVersion")
        && evaluation.value("_ProjectToolsVersion").isEmpty()) {
      undecided.add(
          "no TargetFrameworkVersion and no ToolsVersion: MSBuild 4 and later takes v" + version);
    }
    return Optional.of(
        new TargetFramework(
            identifier.isEmpty() ? TargetFramework.NET_FRAMEWORK : identifier,
            version,
            at(evaluation, "TargetFrameworkVersion")));
  }

  private static Location at(Evaluation evaluation, String property) {
    return evaluation.property(property).map(Property::location).orElseGet(evaluation::at);
  }
}
