package io.github.tlslift.dotnet.config;

import io.github.tlslift.dotnet.api.Addresses;
import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Destination;
import java.util.List;
import java.util.Locale;

/** Addresses in {@code appsettings.json} and its variants for an environment. */
public final class AppSettingsJson {
  private AppSettingsJson() {}

  /** Whether a path is one: {@code appsettings.json}, {@code appsettings.Production.json}. */
  public static boolean is(String path) {
    String name = TreePath.name(path).toLowerCase(Locale.ROOT);
    return name.startsWith("appsettings.") && name.endsWith("json");
  }

  /** The addresses that its strings name. */
  public static List<Destination> destinations(SourceText file) throws MalformedInputException {
    return JsonSettings.read(file).stream()
        .flatMap(s -> Addresses.find(s.value(), s.location()).stream())
        .toList();
  }
}
