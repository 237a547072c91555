package io.github.tlslift.cli;

import io.github.tlslift.io.MalformedInputException;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.RegistryValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where {@code check} has its evidence from: files in, processes out. */
interface Readers {

  /** What runs in a folder, an archive or a file. */
  Workspace workspace(Path root) throws IOException;

  /** The values of a registry export. */
  List<RegistryValue> registry(Path export) throws IOException, MalformedInputException;

  /**
   * What was read.
   *
   * @param processes everything that will run
   * @param registry values of exports that lie among the files
   * @param coverage what was examined and what was not
   */
  record Workspace(List<Process> processes, List<RegistryValue> registry, Coverage coverage) {
    /** Copies the lists. */
    public Workspace {
      processes = List.copyOf(processes);
      registry = List.copyOf(registry);
    }
  }

  /** Readers that read nothing and say so. */
  Readers NONE =
      new Readers() {
        @Override
        public Workspace workspace(Path root) {
          return new Workspace(List.of(), List.of(), notJoined(root));
        }

        @Override
        public List<RegistryValue> registry(Path export) {
          return List.of();
        }
      };

  private static Coverage notJoined(Path root) {
    return new Coverage(0, 0, List.of(new Coverage.Gap(root.toString(), "readers not joined")));
  }
}
