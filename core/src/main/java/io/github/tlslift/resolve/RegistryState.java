package io.github.tlslift.resolve;

import io.github.tlslift.model.Bitness;
import java.util.List;
import java.util.Optional;

/**
 * The registry values given for a machine.
 *
 * @param given whether anybody gave a registry; without one the documented default, absent, is
 *     assumed
 * @param settings the values, in order; the last of the same name wins
 */
public record RegistryState(boolean given, List<RegistrySetting> settings) {

  /** Nobody gave a registry. */
  public static final RegistryState NOT_GIVEN = new RegistryState(false, List.of());

  /** Copies the values. */
  public RegistryState {
    settings = List.copyOf(settings);
  }

  /** The value that a process of this bitness reads. */
  public Optional<RegistrySetting> find(RegistrySetting.Kind kind, String name, Bitness bitness) {
    return settings.stream()
        .filter(s -> s.kind() == kind && s.name().equalsIgnoreCase(name))
        .filter(s -> s.isSeenBy(bitness))
        .reduce((first, last) -> last);
  }

  /** The same, where it is a REG_DWORD. */
  public Optional<RegistrySetting> dword(RegistrySetting.Kind kind, String name, Bitness bitness) {
    return find(kind, name, bitness).filter(RegistrySetting::dword);
  }

  /** What a reason says when a value is absent. */
  public String absence() {
    return given ? "registry has no such value" : "registry not given";
  }

  /** The state with one value added, which then wins. */
  public RegistryState with(RegistrySetting setting) {
    return new RegistryState(
        given,
        java.util.stream.Stream.concat(settings.stream(), java.util.stream.Stream.of(setting))
            .toList());
  }
}
