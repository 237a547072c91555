package io.github.tlslift.check;

import io.github.tlslift.model.Bitness;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.resolve.Installed;
import io.github.tlslift.resolve.RegistryState;
import io.github.tlslift.service.Services;
import io.github.tlslift.windows.WindowsVersion;
import io.github.tlslift.windows.WindowsVersions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to check against.
 *
 * @param endpoints where the programs connect; empty for what they name themselves
 * @param windows the versions that decide; empty for the default set, with older ones shown beside
 * @param installed the in-place framework; empty for the assumption
 * @param registry the machine's values
 * @param host overrides what a library is loaded by
 * @param bitness overrides what the files say
 * @param observed what endpoints accept, where they were asked; it outranks what is documented
 */
public record CheckRequest(
    List<Endpoint> endpoints,
    List<WindowsVersion> windows,
    Optional<Installed> installed,
    RegistryState registry,
    Optional<HostKind> host,
    Optional<Bitness> bitness,
    Map<Endpoint, ServerPolicy> observed) {

  /** Copies the lists. */
  public CheckRequest {
    endpoints = List.copyOf(endpoints);
    windows = List.copyOf(windows);
    observed = Map.copyOf(observed);
  }

  /** Without having asked any endpoint. */
  public CheckRequest(
      List<Endpoint> endpoints,
      List<WindowsVersion> windows,
      Optional<Installed> installed,
      RegistryState registry,
      Optional<HostKind> host,
      Optional<Bitness> bitness) {
    this(endpoints, windows, installed, registry, host, bitness, Map.of());
  }

  /** Nothing given. */
  public static CheckRequest plain() {
    return new CheckRequest(
        List.of(),
        List.of(),
        Optional.empty(),
        RegistryState.NOT_GIVEN,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with other registry values. */
  CheckRequest with(RegistryState other) {
    return new CheckRequest(endpoints, windows, installed, other, host, bitness, observed);
  }

  /** The same with what endpoints answered. */
  public CheckRequest with(Map<Endpoint, ServerPolicy> answers) {
    return new CheckRequest(endpoints, windows, installed, registry, host, bitness, answers);
  }

  /** What an endpoint accepts: as it answered, else as it is documented, else as is usual. */
  ServerPolicy policy(Endpoint endpoint) {
    ServerPolicy answered = observed.get(endpoint);
    return answered != null
        ? answered
        : Services.find(endpoint.host(), endpoint.port()).orElseGet(ServerPolicy::assumed);
  }

  /** A name and a port. */
  public record Endpoint(String host, int port) {}

  /** The versions that set the exit code. */
  List<WindowsVersion> deciding() {
    return windows.isEmpty() ? WindowsVersions.defaultSet() : windows;
  }

  /** All versions to answer for: those asked for, or every one. */
  List<WindowsVersion> all() {
    return windows.isEmpty() ? WindowsVersions.all() : windows;
  }
}
