package io.github.tlslift.dotnet.assembly;

import io.github.tlslift.io.CsvTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The assemblies that .NET is made of, by name and signing key; {@code framework-assemblies.csv}.
 * What they connect with is up to the program that calls them.
 */
final class FrameworkAssemblies {
  private record Row(String kind, String value) {}

  private static final Map<String, List<String>> ROWS =
      CsvTable.load(
              FrameworkAssemblies.class,
              "framework-assemblies.csv",
              r -> new Row(r.getField("kind"), r.getField("value")))
          .stream()
          .collect(
              Collectors.groupingBy(
                  Row::kind, Collectors.mapping(Row::value, Collectors.toList())));

  private FrameworkAssemblies() {}

  static boolean has(Identity identity) {
    String name = identity.name().toLowerCase(Locale.ROOT);
    return ROWS.getOrDefault("key", List.of()).contains(identity.publicKeyToken())
        && (ROWS.getOrDefault("name", List.of()).contains(name)
            || ROWS.getOrDefault("prefix", List.of()).stream().anyMatch(name::startsWith));
  }
}
