package io.github.tlslift.dotnet.project;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Setting;
import io.github.tlslift.model.TargetFramework;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a project file says, with what it inherits from {@code Directory.Build.*} and its imports.
 *
 * @param file its path
 * @param assemblyName the name of what it builds, without extension
 * @param output what it builds
 * @param targets the frameworks it is built for, in order; empty where none could be read
 * @param targetAttribute false where the assembly is built without {@code TargetFrameworkAttribute}
 *     (facts R3)
 * @param bitness of the process that an executable becomes
 * @param bitnessAt where that is said
 * @param flavors what kind of application it is
 * @param sources files it compiles, those of other folders included
 * @param appConfig the file that the build copies to {@code NAME.exe.config}; an {@code App.config}
 *     in the folder that the project does not name is not it
 * @param contents other files it names that bear on TLS: its config files
 * @param references projects it refers to, by path
 * @param packages NuGet packages: key is the id, value the version
 * @param assemblies simple names of assemblies it refers to
 * @param undecided what the file says that could not be followed, a phrase each
 */
public record Project(
    String file,
    String assemblyName,
    Output output,
    List<TargetFramework> targets,
    boolean targetAttribute,
    Bitness bitness,
    Optional<Location> bitnessAt,
    Set<Flavor> flavors,
    List<String> sources,
    Optional<String> appConfig,
    List<String> contents,
    List<String> references,
    List<Setting> packages,
    List<String> assemblies,
    List<String> undecided) {

  /** Copies the lists. */
  public Project {
    targets = List.copyOf(targets);
    flavors = Set.copyOf(flavors);
    sources = List.copyOf(sources);
    contents = List.copyOf(contents);
    references = List.copyOf(references);
    packages = List.copyOf(packages);
    assemblies = List.copyOf(assemblies);
    undecided = List.copyOf(undecided);
  }

  /** What a project builds ({@code OutputType}). */
  public enum Output {
    EXE,
    WIN_EXE,
    LIBRARY,
    UNKNOWN
  }

  /** What kind of application a project is, by its type GUIDs, SDK, packages and properties. */
  public enum Flavor {
    WEB_APPLICATION,
    TEST,
    OFFICE_ADDIN,
    AZURE_FUNCTION,
    WEB_JOB,
    SSIS,
    SQL_CLR,
    /** {@code RegisterForComInterop} or {@code EnableComHosting}. */
    COM
  }

  /** Whether it builds something that can be started. */
  public boolean isExecutable() {
    return output == Output.EXE || output == Output.WIN_EXE;
  }
}
