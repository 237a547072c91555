package io.github.tlslift.dotnet.project;

import io.github.tlslift.dotnet.project.msbuild.Item;
import io.github.tlslift.dotnet.project.msbuild.Items;
import io.github.tlslift.dotnet.project.msbuild.Property;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Setting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The NuGet packages of a project, by {@code PackageReference}, with versions of its own or central
 * ones (learn: Central Package Management), and by {@code packages.config}.
 *
 * @param settings key is the id, value the version; empty where none is said
 */
record Packages(List<Setting> settings) {

  static Packages read(Builds builds, Optional<SourceText> packagesConfig, Set<String> undecided) {
    Set<Setting> all = new LinkedHashSet<>();
    for (Builds.Build build : builds.each()) {
      Stream.of("PackageReference", "GlobalPackageReference")
          .flatMap(type -> build.items().of(type).stream())
          .forEach(item -> all.add(reference(item, build.items())));
    }
    packagesConfig.ifPresent(file -> addInstalled(file, all, undecided));
    return new Packages(List.copyOf(all));
  }

  List<String> ids() {
    return settings.stream().map(Setting::key).toList();
  }

  private static Setting reference(Item item, Items items) {
    Optional<Property> version =
        item.metadata("VersionOverride")
            .or(() -> item.metadata("Version"))
            .or(() -> central(item.include(), items));
    Location at = version.map(Property::location).orElse(item.location());
    return new Setting(item.include(), version.map(p -> p.value().strip()).orElse(""), at);
  }

  private static Optional<Property> central(String id, Items items) {
    return items.of("PackageVersion").stream()
        .filter(item -> item.include().equalsIgnoreCase(id))
        .findFirst()
        .flatMap(item -> item.metadata("Version"));
  }

  private static void addInstalled(SourceText file, Set<Setting> all, Set<String> undecided) {
    try {
      PackagesConfig.read(file)
          .forEach(entry -> all.add(new Setting(entry.id(), entry.version(), entry.location())));
    } catch (MalformedInputException e) {
      undecided.add(file.file() + " could not be read: " + e.getMessage());
    }
  }
}
