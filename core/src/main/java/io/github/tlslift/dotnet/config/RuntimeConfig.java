package io.github.tlslift.dotnet.config;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Setting;
import io.github.tlslift.model.SwitchSetting;
import io.github.tlslift.model.TargetFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code NAME.runtimeconfig.json} or the {@code runtimeconfig.template.json} of a project says
 * (Microsoft: .NET runtime configuration settings).
 *
 * @param file its path
 * @param frameworks shared frameworks: key is the name, value the version; those that a
 *     self-contained program brings along among them
 * @param target the .NET version of {@code tfm} or of {@code Microsoft.NETCore.App}
 * @param properties {@code configProperties}; AppContext gives each to the program as a switch
 */
public record RuntimeConfig(
    String file,
    List<Setting> frameworks,
    Optional<TargetFramework> target,
    List<SwitchSetting> properties) {
  private static final String OPTIONS = "runtimeOptions:";
  private static final String PROPERTIES = "configProperties:";
  private static final String BASE = "Microsoft.NETCore.App";
  private static final String IDENTIFIER = ".NETCoreApp";
  private static final Pattern TFM = Pattern.compile("(?:netcoreapp|net)(\\d+\\.\\d+).*");

  /** Copies the lists. */
  public RuntimeConfig {
    frameworks = List.copyOf(frameworks);
    properties = List.copyOf(properties);
  }

  /** Whether a path is one. */
  public static boolean is(String path) {
    String name = TreePath.name(path).toLowerCase(Locale.ROOT);
    return name.equals("runtimeconfig.template.json") || name.endsWith(".runtimeconfig.json");
  }

  /** Reads one. */
  public static RuntimeConfig read(SourceText file) throws MalformedInputException {
    List<Setting> settings =
        JsonSettings.read(file).stream().map(RuntimeConfig::withoutOptions).toList();
    List<Setting> frameworks = frameworks(settings);
    return new RuntimeConfig(
        file.file(), frameworks, target(settings, frameworks), properties(settings));
  }

  // A template has the contents of runtimeOptions at its top.
  private static Setting withoutOptions(Setting s) {
    return s.key().startsWith(OPTIONS)
        ? new Setting(s.key().substring(OPTIONS.length()), s.value(), s.location())
        : s;
  }

  // framework:name and :version, or frameworks:0:name and :version.
  private static List<Setting> frameworks(List<Setting> settings) {
    List<Setting> found = new ArrayList<>();
    for (Setting s : settings) {
      boolean isName = s.key().matches("(framework|(frameworks|includedFrameworks):\\d+):name");
      if (isName) {
        String version = s.key().substring(0, s.key().length() - "name".length()) + "version";
        find(settings, version)
            .ifPresent(v -> found.add(new Setting(s.value(), v.value(), v.location())));
      }
    }
    return found;
  }

  private static Optional<TargetFramework> target(
      List<Setting> settings, List<Setting> frameworks) {
    return find(settings, "tfm")
        .flatMap(t -> version(TFM.matcher(t.value()), t.location()))
        .or(
            () ->
                find(frameworks, BASE)
                    .map(f -> new TargetFramework(IDENTIFIER, majorMinor(f), f.location())));
  }

  private static Optional<TargetFramework> version(Matcher tfm, Location at) {
    return tfm.matches()
        ? Optional.of(new TargetFramework(IDENTIFIER, tfm.group(1), at))
        : Optional.empty();
  }

  private static String majorMinor(Setting framework) {
    return framework.value().replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }

  private static List<SwitchSetting> properties(List<Setting> settings) {
    return settings.stream()
        .filter(s -> s.key().startsWith(PROPERTIES))
        .map(
            s ->
                new SwitchSetting(
                    s.key().substring(PROPERTIES.length()),
                    s.value(),
                    ConfigReader.bool(s.value()),
                    SwitchSetting.Source.RUNTIME_CONFIG,
                    s.location()))
        .toList();
  }

  private static Optional<Setting> find(List<Setting> settings, String key) {
    return settings.stream().filter(s -> s.key().equals(key)).findFirst();
  }
}
