package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Evaluation;
import io.github.tlslift.xml.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What in a project keeps its TLS-bearing properties and its sources from being certain. */
final class Doubts {
  /** The properties that decide which TLS versions a program offers, or in which process. */
  static final List<String> BEARING =
      List.of(
          "TargetFramework",
          "TargetFrameworks",
          "TargetFrameworkIdentifier",
          "TargetFrameworkVersion",
          "OutputType",
          "PlatformTarget",
          "Prefer32Bit",
          "GenerateTargetFrameworkAttribute");

  private Doubts() {}

  static List<String> of(Evaluation evaluation) {
    return Stream.concat(
            BEARING.stream().flatMap(name -> evaluation.doubts(name).stream()),
            evaluation.targets().stream().flatMap(target -> whileBuilding(target).stream()))
        .toList();
  }

  // Targets are not run: what they set or add is seen by a build alone.
  private static Set<String> whileBuilding(XmlElement target) {
    return Stream.concat(
            target
                .path("PropertyGroup")
                .flatMap(group -> group.children().stream())
                .filter(e -> BEARING.contains(e.name())),
            target
                .path("ItemGroup", "Compile")
                .filter(e -> e.attribute("Include").isPresent() && !isGenerated(e)))
        .map(e -> "target " + target.value("Name") + " changes " + e.name() + " while building")
        .map(phrase -> phrase + " (" + target.location() + ")")
        .collect(Collectors.toSet());
  }

  private static boolean isGenerated(XmlElement e) {
    String include = e.value("Include");
    return include.contains("IntermediateOutputPath") || include.startsWith("obj");
  }
}
