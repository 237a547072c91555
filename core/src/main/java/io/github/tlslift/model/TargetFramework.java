package io.github.tlslift.model;

/**
 * The framework an assembly says it was built for.
 *
 * @param identifier {@code .NETFramework}, {@code .NETCoreApp}, {@code .NETStandard}, ...; empty
 *     where the assembly carries no attribute
 * @param version such as {@code 4.5.2} or {@code 8.0}; empty where the identifier is
 * @param location where that is said, or the file that does not say it
 */
public record TargetFramework(String identifier, String version, Location location) {

  /** The identifier of .NET Framework. */
  public static final String NET_FRAMEWORK = ".NETFramework";

  /** No {@code TargetFrameworkAttribute}: every compatibility quirk is on (facts R3). */
  public static TargetFramework none(Location location) {
    return new TargetFramework("", "", location);
  }

  /** Whether there is no attribute. */
  public boolean isNone() {
    return identifier.isEmpty();
  }

  /** Whether it is .NET Framework. */
  public boolean isFramework() {
    return identifier.equals(NET_FRAMEWORK);
  }

  /** For people: {@code .NET Framework 4.5.2}. */
  public String display() {
    if (isNone()) {
      return "no target framework";
    }
    return (isFramework()
            ? ".NET Framework"
            : identifier.equals(".NETCoreApp") ? ".NET" : identifier)
        + " "
        + version;
  }
}
