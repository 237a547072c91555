package io.github.tlslift.dotnet.process;

import io.github.tlslift.dotnet.assembly.AssemblyFacts;
import io.github.tlslift.dotnet.source.SourceFacts;
import io.github.tlslift.dotnet.source.SourceReader;
import java.util.List;

/** What assemblies show, in the terms of what source says. */
final class AssemblyEvidence {
  private AssemblyEvidence() {}

  /** What they show together. */
  static SourceFacts of(List<AssemblyFacts> all) {
    return with(SourceReader.together(List.of()), all);
  }

  /** What source says, and they show beside it. */
  static SourceFacts with(SourceFacts source, List<AssemblyFacts> all) {
    return new SourceFacts(
        ProjectProcesses.joined(
            source.apiUses(), all.stream().flatMap(a -> a.apiUses().stream()).toList()),
        ProjectProcesses.joined(
            source.switches(), all.stream().flatMap(a -> a.switches().stream()).toList()),
        ProjectProcesses.joined(
            source.registry(), all.stream().flatMap(a -> a.registry().stream()).toList()),
        ProjectProcesses.joined(
            source.destinations(), all.stream().flatMap(a -> a.destinations().stream()).toList()),
        source.entryPoints(),
        source.gaps(),
        source.scripts(),
        source.wanted());
  }
}
