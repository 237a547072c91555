package io.github.tlslift.dotnet.assembly;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.TargetFramework;
import java.util.List;

/**
 * What an assembly says of itself.
 *
 * @param runtime the version string of its metadata, such as {@code v4.0.30319}
 * @param target the framework it was built for, or that it does not say one
 * @param bitness what a process started from it is on a 64-bit Windows
 * @param bitnessWords how its header puts that
 * @param starts whether it can be started
 * @param strongName whether it is signed
 * @param isMixed whether it has native code of its own
 * @param isReadyToRun whether it has code compiled ahead of time beside its IL
 * @param isReference whether it only describes another one and never runs
 * @param references the assemblies it needs
 * @param resources the names of its resources
 * @param nativeCalls functions of native libraries, as {@code library!function}
 */
public record AssemblyInfo(
    String file,
    Identity identity,
    String runtime,
    TargetFramework target,
    Bitness bitness,
    String bitnessWords,
    boolean starts,
    boolean strongName,
    boolean isMixed,
    boolean isReadyToRun,
    boolean isReference,
    List<Identity> references,
    List<String> resources,
    List<String> nativeCalls) {

  /** Copies the lists. */
  public AssemblyInfo {
    references = List.copyOf(references);
    resources = List.copyOf(resources);
    nativeCalls = List.copyOf(nativeCalls);
  }

  /** Whether it comes with .NET and is nobody's program. */
  public boolean isOfFramework() {
    return FrameworkAssemblies.has(identity);
  }
}
