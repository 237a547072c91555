package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Evaluation;
import io.github.tlslift.dotnet.project.msbuild.Property;
import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The bitness of the process that a project becomes on a 64-bit Windows (learn: C# compiler option
 * PlatformTarget). A library for any processor has its process's.
 *
 * @param at where that is said
 */
record Bits(Bitness bitness, Optional<Location> at) {

  /** The bitness of all builds; unknown where they differ. */
  static Bits of(Builds builds, Project.Output output, Set<String> undecided) {
    List<Bits> all = builds.each().stream().map(b -> of(b.evaluation(), output)).toList();
    if (all.stream().map(Bits::bitness).distinct().count() > 1) {
      undecided.add("the bitness is not the same for every target framework");
      return new Bits(Bitness.UNKNOWN, all.get(0).at());
    }
    return all.get(0);
  }

  private static Bits of(Evaluation evaluation, Project.Output output) {
    Optional<Property> platform = evaluation.property("PlatformTarget");
    if (platform.filter(p -> !p.known()).isPresent()) {
      return new Bits(Bitness.UNKNOWN, platform.map(Property::location));
    }
    String said = evaluation.value("PlatformTarget").toLowerCase(Locale.ROOT);
    return switch (said) {
      case "x86", "arm" -> new Bits(Bitness.BITS_32, platform.map(Property::location));
      case "x64", "arm64", "itanium" -> new Bits(Bitness.BITS_64, platform.map(Property::location));
      case "", "anycpu", "any cpu" -> any(evaluation, output, platform);
      case "anycpu32bitpreferred" -> new Bits(Bitness.BITS_32, platform.map(Property::location));
      default -> new Bits(Bitness.UNKNOWN, platform.map(Property::location));
    };
  }

  // Prefer32Bit has an effect on executables alone (learn: Prefer32Bit). Old-style executables for
  // 4.5 and later have it on by default (dotnet/msbuild
  // Microsoft.NETFramework.CurrentVersion.props),
  // SDK-style ones off (dotnet/sdk Microsoft.NET.Sdk.props).
  private static Bits any(
      Evaluation evaluation, Project.Output output, Optional<Property> platform) {
    if (output == Project.Output.LIBRARY || output == Project.Output.UNKNOWN) {
      return new Bits(Bitness.UNKNOWN, Optional.empty());
    }
    Optional<Property> prefer = evaluation.property("Prefer32Bit");
    Optional<Location> at = prefer.or(() -> platform).map(Property::location);
    if (prefer.filter(p -> !p.known()).isPresent()) {
      return new Bits(Bitness.UNKNOWN, at);
    }
    return evaluation.isTrue("Prefer32Bit")
        ? new Bits(Bitness.BITS_32, at)
        : new Bits(Bitness.BITS_64, at);
  }
}
