package io.github.tlslift.cure;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Cure.Applicability;
import io.github.tlslift.model.FoldedValue;
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
            "the program built again; .NET Framework 4.5 or later installed",
            List.of(),
            "the program",
            pins.stream().map(ApiUse::location).toList()));
  }

  private static ApiUse widened(ApiUse u) {
    TreeSet<Integer> masks = new TreeSet<>();
    u.value().possible().forEach(m -> masks.add(m == 0 ? 0 : m | TLS12));
    return u.with(u.role(), u.operation(), new FoldedValue(masks, u.value().unknown()));
  }
}
