package io.github.tlslift.cure;

import io.github.tlslift.model.Api;
import io.github.tlslift.model.Process;
import io.github.tlslift.resolve.Installed;
import io.github.tlslift.resolve.RegistryState;

/**
 * What a cure may edit.
 *
 * @param process the process
 * @param registry the machine's values
 * @param installed the framework installed, given or assumed
 * @param api the API that connects
 */
public record Patient(Process process, RegistryState registry, Installed installed, Api api) {

  /** The same with another process. */
  Patient with(Process other) {
    return new Patient(other, registry, installed, api);
  }

  /** The same with other registry values. */
  Patient with(RegistryState other) {
    return new Patient(process, other, installed, api);
  }
}
