package io.github.tlslift.cure;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Cure.Applicability;
import io.github.tlslift.model.Cure.Reach;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.TlsVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Removes protocol pins that leave out TLS 1.2, where the default is right: {@code pin-removal}.
 */
final class PinRemoval implements Treatment {
  static final Set<Role> PINS =
      EnumSet.of(
          Role.PROCESS_PROTOCOLS,
          Role.HANDLER_PROTOCOLS,
          Role.STREAM_PROTOCOLS,
          Role.WCF_PROTOCOLS);

  @Override
  public String id() {
    return "pin-removal";
  }

  @Override
  public Optional<Result> apply(Patient patient) {
    List<ApiUse> pins = pins(patient);
    if (pins.isEmpty()) {
      return Optional.empty();
    }
    List<ApiUse> rest =
        patient.process().apiUses().stream().map(u -> pins.contains(u) ? asDefault(u) : u).toList();
    return Optional.of(
        new Result(
            patient.with(patient.process().withApiUses(rest)),
            pins.size() == 1 ? "remove the pin" : "remove " + pins.size() + " pins",
            Applicability.REVIEW,
            built(patient, ""),
            List.of("connections to servers that have nothing above TLS 1.1"),
            "the program",
            pins.stream().map(ApiUse::location).toList(),
            List.of(),
            Reach.CODE));
  }

  /** What code takes: scripts are not built. */
  static String built(Patient patient, String more) {
    boolean script =
        patient.process().host() == HostKind.POWERSHELL51
            || patient.process().host() == HostKind.POWERSHELL7;
    String build = script ? "" : "the program built again";
    return build + (build.isEmpty() || more.isEmpty() ? "" : "; ") + more;
  }

  /** The places that keep TLS 1.2 out. */
  static List<ApiUse> pins(Patient patient) {
    return patient.process().apiUses().stream()
        .filter(u -> PINS.contains(u.role()) && u.operation() == Operation.SET)
        .filter(
            u ->
                u.value().possible().stream()
                    .anyMatch(m -> m != 0 && !new Protocols(m).contains(TlsVersion.TLS12)))
        .toList();
  }

  private static ApiUse asDefault(ApiUse u) {
    // What an SslStream is given instead is None, for not every overload goes without.
    boolean stream = u.role() == Role.STREAM_PROTOCOLS;
    Role role = stream || u.role() == Role.PROCESS_PROTOCOLS ? u.role() : Role.CLIENT;
    return u.with(
        role, stream ? Operation.SET : Operation.USE, stream ? FoldedValue.of(0) : u.value());
  }
}
