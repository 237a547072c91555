package io.github.tlslift.dotnet.project.msbuild;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target framework by its short name, such as {@code net472} or {@code net8.0-windows} (learn:
 * Target frameworks in SDK-style projects).
 *
 * @param identifier such as {@code .NETFramework}
 * @param version such as {@code 4.7.2}
 * @param platform such as {@code windows}; empty where none is named
 */
public record Moniker(String identifier, String version, String platform) {
  private static final Pattern SHORT =
      Pattern.compile("([a-z.]+?)([0-9][0-9.]*)?(?:-([a-z]+)[0-9.]*)?");
  private static final Pattern LONG =
      Pattern.compile("(\\.?[A-Za-z.]+),\\s*Version=v?([0-9.]+)(?:,.*)?");
  private static final Map<String, String> IDENTIFIERS =
      Map.of(
          "netcoreapp", ".NETCoreApp",
          "netstandard", ".NETStandard",
          "uap", "UAP",
          "netcore", ".NETCore",
          "sl", "Silverlight",
          "monoandroid", "MonoAndroid",
          "xamarin.ios", "Xamarin.iOS",
          "tizen", "Tizen");

  /** The framework of a short or long name; empty where the name is no framework's. */
  public static Optional<Moniker> parse(String text) {
    String name = text.strip();
    Matcher full = LONG.matcher(name);
    if (full.matches()) {
      return Optional.of(new Moniker(full.group(1), full.group(2), ""));
    }
    Matcher m = SHORT.matcher(name.toLowerCase(Locale.ROOT));
    return m.matches()
        ? of(m.group(1), orEmpty(m.group(2)), orEmpty(m.group(3)))
        : Optional.empty();
  }

  private static Optional<Moniker> of(String name, String version, String platform) {
    if (name.equals("net")) {
      return version.isEmpty() ? Optional.empty() : Optional.of(net(version, platform));
    }
    // net35-client, net40-client: a profile, the same framework.
    return Optional.ofNullable(IDENTIFIERS.get(name))
        .map(identifier -> new Moniker(identifier, dotted(version), platform));
  }

  // Without a dot it is .NET Framework, one digit a part; net5.0 and later is .NET Core's line.
  private static Moniker net(String version, String platform) {
    String dotted = dotted(version);
    boolean core = version.indexOf('.') > 0 && major(dotted) >= 5;
    return new Moniker(core ? ".NETCoreApp" : ".NETFramework", dotted, platform);
  }

  private static String dotted(String version) {
    if (version.indexOf('.') >= 0 || version.isEmpty()) {
      return version;
    }
    String parts = String.join(".", version.split(""));
    return parts.length() == 1 ? parts + ".0" : parts;
  }

  private static int major(String dotted) {
    String first = dotted.substring(0, dotted.indexOf('.'));
    return first.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(first);
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String group) {
    return group == null ? "" : group;
  }
}
