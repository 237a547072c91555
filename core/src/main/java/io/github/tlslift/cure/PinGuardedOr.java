package io.github.tlslift.cure;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Cure.Applicability;
import io.github.tlslift.model.Cure.Reach;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Role;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** ORs TLS 1.2 into protocol pins, where the default is no better: {@code pin-guarded-or}. */
final class PinGuardedOr implements Treatment {
  private static final int TLS12 = 3072;

  @Override
  public String id() {
    return "pin-guarded-or";
  }

  @Override
  public Optional<Result> apply(Patient patient) {
    List<ApiUse> pins = PinRemoval.pins(patient);
    if (pins.isEmpty()) {
      return Optional.empty();
    }
    List<ApiUse> edited =
        patient.process().apiUses().stream().map(u -> pins.contains(u) ? widened(u) : u).toList();
    return Optional.of(
        new Result(
            patient.with(patient.process().withApiUses(edited)),
            "let the pin have TLS 1.2 as well, and leave SystemDefault alone",
            Applicability.REVIEW,
            PinRemoval.built(patient, ".NET Framework 4.5 or later installed"),
            List.of(),
            "the program",
            pins.stream().map(ApiUse::location).toList(),
            List.of(),
            Reach.CODE));
  }

  // The process-wide static gets a guarded addition, a value of its own TLS 1.2 as well.
  private static ApiUse widened(ApiUse u) {
    boolean process = u.role() == Role.PROCESS_PROTOCOLS;
    TreeSet<Integer> masks = new TreeSet<>();
    u.value().possible().forEach(m -> masks.add(process ? TLS12 : m == 0 ? 0 : m | TLS12));
    FoldedValue value = new FoldedValue(masks, u.value().unknown());
    return process
        ? SpareDefault.around(u.with(u.role(), Operation.ADD, value))
        : u.with(u.role(), u.operation(), value);
  }
}
