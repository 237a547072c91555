package io.github.tlslift.dotnet.process;

import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.RegistryValue;
import java.util.List;

/**
 * What was read of a folder, an archive or a file.
 *
 * @param processes everything that will run
 * @param registry values of registry exports that lie among the files
 * @param coverage what was examined and what was not
 */
public record Workspace(List<Process> processes, List<RegistryValue> registry, Coverage coverage) {

  /** Copies the lists. */
  public Workspace {
    processes = List.copyOf(processes);
    registry = List.copyOf(registry);
  }
}
