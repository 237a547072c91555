package io.github.tlslift.dotnet.assembly;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Destination;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.SwitchSetting;
import java.util.List;

/**
 * What an assembly says of itself and does.
 *
 * @param host what starts it, as far as its own types tell
 */
public record AssemblyFacts(
    AssemblyInfo info,
    List<ApiUse> apiUses,
    List<SwitchSetting> switches,
    List<RegistryValue> registry,
    List<Destination> destinations,
    HostKind host) {

  /** Copies the lists. */
  public AssemblyFacts {
    apiUses = List.copyOf(apiUses);
    switches = List.copyOf(switches);
    registry = List.copyOf(registry);
    destinations = List.copyOf(destinations);
  }
}
