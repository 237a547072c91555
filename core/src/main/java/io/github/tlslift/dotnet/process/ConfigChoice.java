package io.github.tlslift.dotnet.process;

import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Process.IgnoredConfig;
import java.util.List;
import java.util.Optional;

/**
 * The config file that counts for a process, and those that only look as if they did.
 *
 * @param counts the file that is read; empty where it is not there
 * @param path where it belongs
 */
record ConfigChoice(Optional<ConfigFile> counts, String path, List<IgnoredConfig> ignored) {

  /** Copies the list. */
  ConfigChoice {
    ignored = List.copyOf(ignored);
  }
}
