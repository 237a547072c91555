package io.github.tlslift.dotnet.source;

import io.github.tlslift.dotnet.source.fold.Wanted;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Destination;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.SwitchSetting;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What source files say.
 *
 * @param scripts paths of the script files that scripts run in their own process
 * @param wanted the names that values depend on
 */
public record SourceFacts(
    List<ApiUse> apiUses,
    List<SwitchSetting> switches,
    List<RegistryValue> registry,
    List<Destination> destinations,
    List<EntryPoint> entryPoints,
    List<Coverage.Gap> gaps,
    List<String> scripts,
    Wanted wanted) {

  private static final Set<EntryPoint.Kind> STARTS =
      EnumSet.of(EntryPoint.Kind.MAIN, EntryPoint.Kind.TOP_LEVEL, EntryPoint.Kind.HTTP_APPLICATION);

  /** Copies the lists. */
  public SourceFacts {
    apiUses = List.copyOf(apiUses);
    switches = List.copyOf(switches);
    registry = List.copyOf(registry);
    destinations = List.copyOf(destinations);
    entryPoints = List.copyOf(entryPoints);
    gaps = List.copyOf(gaps);
    scripts = List.copyOf(scripts);
  }

  /** Where the code begins to run in a process of its own. */
  public List<Location> starts() {
    return entryPoints.stream()
        .filter(e -> STARTS.contains(e.kind()))
        .map(EntryPoint::location)
        .distinct()
        .toList();
  }
}
