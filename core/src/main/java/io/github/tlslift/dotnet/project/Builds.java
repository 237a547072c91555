package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Evaluation;
import io.github.tlslift.dotnet.project.msbuild.Items;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The builds that one project file stands for: one for each target framework, all in the
 * configuration that is taken for the shipped one.
 *
 * @param main the project for no particular framework; the only one where it has one target
 * @param each the build for each target framework, in order
 * @param undecided what could not be followed, and what other configurations say instead
 */
record Builds(Evaluation main, List<Build> each, List<String> undecided) {
  private static final int MOST = 24;
  static final List<String> TYPES =
      List.of(
          "Compile",
          "None",
          "Content",
          "Reference",
          "ProjectReference",
          "PackageReference",
          "PackageVersion",
          "GlobalPackageReference");

  /** One build, with its items. */
  record Build(Evaluation evaluation, Frameworks.Named framework, Items items) {}

  static Builds of(Evaluation asWritten) {
    Configurations configurations = Configurations.of(asWritten);
    Evaluation main = configurations.shipped();
    List<Build> each = new ArrayList<>();
    for (Frameworks.Named framework : Frameworks.named(main)) {
      if (each.size() < MOST) {
        each.add(build(main, configurations, framework));
      }
    }
    Set<String> undecided = new LinkedHashSet<>(main.undecided());
    each.forEach(build -> undecided.addAll(build.evaluation.undecided()));
    each.forEach(build -> undecided.addAll(Doubts.of(build.evaluation)));
    undecided.addAll(Doubts.of(main));
    undecided.addAll(configurations.differences());
    return new Builds(main, each, List.copyOf(undecided));
  }

  private static Build build(
      Evaluation main, Configurations configurations, Frameworks.Named framework) {
    Evaluation evaluation =
        framework.fromList()
            ? main.with(configurations.with(Map.of("TargetFramework", framework.name())))
            : main;
    return new Build(evaluation, framework, evaluation.items(TYPES));
  }
}
