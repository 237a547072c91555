package io.github.tlslift.cure;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Cure.Applicability;
import io.github.tlslift.model.Cure.Reach;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Guard;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Moment;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Phase;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.TlsVersion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds TLS 1.2 where the program begins to run, and takes away what adds it too late: {@code
 * entry-point-line}.
 */
final class EntryPointLine implements Treatment {
  private static final Set<HostKind> HOSTS =
      EnumSet.of(HostKind.EXE, HostKind.SERVICE, HostKind.ASPNET, HostKind.POWERSHELL51);
  private static final int FIRST = 0;
  private static final Set<Phase> EARLY =
      EnumSet.of(Phase.ENTRY_POINT, Phase.APPLICATION_START, Phase.SCRIPT);

  @Override
  public String id() {
    return "entry-point-line";
  }

  @Override
  public Optional<Result> apply(Patient patient) {
    boolean fits =
        HOSTS.contains(patient.process().host())
            && patient.process().clr() == Clr.CLR4
            && patient.installed().isAtLeast("4.5")
            && PinRemoval.pins(patient).isEmpty();
    Optional<Location> start = patient.process().starts().stream().findFirst();
    if (!fits || start.isEmpty()) {
      return Optional.empty();
    }
    List<ApiUse> late = late(patient);
    List<ApiUse> uses = new ArrayList<>(patient.process().apiUses());
    uses.removeAll(late);
    uses.add(line(start.get(), patient.process().host()));
    List<Location> at = new ArrayList<>(List.of(start.get()));
    late.forEach(u -> at.add(u.location()));
    return Optional.of(
        new Result(
            patient.with(patient.process().withApiUses(uses)),
            title(start.get(), late.isEmpty()),
            Applicability.REVIEW,
            PinRemoval.built(patient, ".NET Framework 4.5 or later installed"),
            List.of("every connection of the process, and of its libraries"),
            "the program",
            at,
            List.of(),
            Reach.CODE));
  }

  private static String title(Location start, boolean nothingLate) {
    String where = "where " + start.file() + " begins";
    return nothingLate ? "add TLS 1.2 " + where : "move TLS 1.2 to " + where;
  }

  /** The places that add or set TLS 1.2, but only sometimes or after the start. */
  static List<ApiUse> late(Patient patient) {
    return patient.process().apiUses().stream()
        .filter(u -> u.role() == Role.PROCESS_PROTOCOLS)
        .filter(u -> u.operation() == Operation.SET || u.operation() == Operation.ADD)
        .filter(
            u -> !u.guard().whole() || !EARLY.contains(u.phase()) || comesAfterRequest(u, patient))
        .filter(u -> u.value().unknown().isEmpty() && allowTls12(u))
        .toList();
  }

  private static boolean comesAfterRequest(ApiUse write, Patient patient) {
    return patient.process().apiUses().stream()
        .filter(u -> u.role() == Role.CLIENT)
        .anyMatch(u -> first(u) < first(write));
  }

  private static int first(ApiUse use) {
    return use.moments().stream().mapToInt(Moment::order).min().orElse(Integer.MAX_VALUE);
  }

  private static boolean allowTls12(ApiUse u) {
    return u.value().possible().stream()
        .allMatch(m -> m == 0 || new Protocols(m).contains(TlsVersion.TLS12));
  }

  private static ApiUse line(Location start, HostKind host) {
    ApiUse line =
        new ApiUse(
            Role.PROCESS_PROTOCOLS,
            "System.Net.ServicePointManager.SecurityProtocol",
            Optional.empty(),
            Operation.ADD,
            FoldedValue.of(3072),
            false,
            Optional.empty(),
            host == HostKind.POWERSHELL51 ? Phase.SCRIPT : Phase.ENTRY_POINT,
            "",
            start,
            "");
    return SpareDefault.around(line.at(List.of(new Moment(FIRST, Guard.ALWAYS, 0))));
  }
}
