package io.github.tlslift.dotnet.assembly;

import io.github.tlslift.model.Coverage;
import java.util.List;
import java.util.Optional;

/**
 * What a file turned out to be.
 *
 * @param assemblies what it holds: itself, then what it carries in its resources; all that a
 *     single-file program carries; nothing where it is native code
 * @param startsLibrary whether it is native code that starts a .NET library of its name
 * @param gaps what of it could not be read
 */
public record AssemblyReading(
    List<AssemblyFacts> assemblies, boolean startsLibrary, List<Coverage.Gap> gaps) {

  /** Copies the lists. */
  public AssemblyReading {
    assemblies = List.copyOf(assemblies);
    gaps = List.copyOf(gaps);
  }

  /** Whether it is native code that has nothing to do with .NET. */
  public boolean isNative() {
    return assemblies.isEmpty() && !startsLibrary && gaps.isEmpty();
  }

  /** The assembly that starts or that the others belong to. */
  public Optional<AssemblyFacts> main() {
    return assemblies.stream()
        .filter(a -> a.info().starts() && !a.info().isOfFramework())
        .findFirst()
        .or(() -> assemblies.stream().findFirst());
  }
}
