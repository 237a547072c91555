package io.github.tlslift.check;

import io.github.tlslift.model.Api;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Moment;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way in which a process connects.
 *
 * @param api the API
 * @param argument the protocol values given to the API itself; empty where it has none
 * @param at where it is used; empty where it is assumed
 * @param moments when it connects, in order; empty where that is not known
 */
record ApiInUse(
    Api api, Optional<FoldedValue> argument, Optional<Location> at, List<Moment> moments) {

  /**
   * The ways a process may connect to an endpoint, the first place of each; HttpWebRequest where
   * none was seen. An endpoint without a name stands for any.
   */
  static List<ApiInUse> of(Process process, CheckRequest.Endpoint endpoint) {
    boolean any = endpoint.host().isEmpty();
    List<ApiInUse> fitting =
        of(process).stream().filter(a -> any || a.api.fits(endpoint.port())).toList();
    return fitting.isEmpty() ? List.of(assumed(process)) : fitting;
  }

  private static ApiInUse assumed(Process process) {
    boolean script =
        process.host() == HostKind.POWERSHELL51 || process.host() == HostKind.POWERSHELL7;
    Api api = script ? Api.INVOKE_WEB_REQUEST : Api.HTTP_WEB_REQUEST;
    return new ApiInUse(api, Optional.empty(), Optional.empty(), List.of());
  }

  /** The ways a process connects that were seen. */
  private static List<ApiInUse> of(Process process) {
    Map<String, ApiInUse> found = new LinkedHashMap<>();
    for (ApiUse use : process.apiUses()) {
      of(use).ifPresent(a -> found.merge(a.api + " " + a.argument, a, ApiInUse::and));
    }
    List<ApiInUse> all = new ArrayList<>(found.values());
    dropDefaultsOfPinned(all);
    return all;
  }

  // The same API elsewhere; where it is not known when that connects, nothing is known of it.
  private ApiInUse and(ApiInUse other) {
    List<Moment> all =
        moments.isEmpty() || other.moments.isEmpty()
            ? List.of()
            : Stream.concat(moments.stream(), other.moments.stream())
                .sorted(Comparator.comparingInt(Moment::order))
                .toList();
    return new ApiInUse(api, argument, at, all);
  }

  private static Optional<ApiInUse> of(ApiUse use) {
    if (use.api().isEmpty()) {
      return Optional.empty();
    }
    boolean argument = isArgument(use.role()) && use.operation() != Operation.USE;
    boolean client = use.role() == Role.CLIENT;
    if (!argument && !client) {
      return Optional.empty();
    }
    return Optional.of(
        new ApiInUse(
            use.api().get(),
            argument ? Optional.of(use.value()) : Optional.empty(),
            Optional.of(use.location()),
            use.moments()));
  }

  // A handler with SslProtocols and the HttpClient over it are one connection.
  private static void dropDefaultsOfPinned(List<ApiInUse> all) {
    boolean pinnedHandler =
        all.stream().anyMatch(a -> a.api == Api.HTTP_CLIENT && a.argument.isPresent());
    if (pinnedHandler) {
      all.removeIf(a -> a.api == Api.HTTP_CLIENT && a.argument.isEmpty());
    }
  }

  private static boolean isArgument(Role role) {
    return role == Role.HANDLER_PROTOCOLS
        || role == Role.STREAM_PROTOCOLS
        || role == Role.WCF_PROTOCOLS;
  }
}
