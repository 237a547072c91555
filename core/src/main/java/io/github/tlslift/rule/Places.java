package io.github.tlslift.rule;

import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.Severity;
import java.util.List;
import java.util.Optional;

/** Makes findings of places that set, add or remove protocol versions. */
final class Places {
  private Places() {}

  /** The finding of a place; a weak one is an error only where it makes a connection fail. */
  static Finding finding(
      String ruleId, ApiUse use, PlaceVerdict verdict, String message, Diagnosis d) {
    return new Finding(
        ruleId,
        severity(use, verdict, d),
        use.location(),
        message,
        Optional.of(verdict),
        ids(use.value()),
        Optional.of(use.operation()),
        use.conditional(),
        use.code(),
        d.processesOf(use));
  }

  /** What an explicit set is by itself. */
  static PlaceVerdict verdict(FoldedValue value) {
    boolean weak = value.possible().stream().anyMatch(m -> new Protocols(m).hasLegacy());
    boolean explicit = value.possible().stream().anyMatch(m -> m != 0);
    return weak ? PlaceVerdict.WEAK : explicit ? PlaceVerdict.HARDCODED : PlaceVerdict.OK;
  }

  /** The versions a place names, for a message: {@code SSL 3.0, TLS 1.0}. */
  static String names(FoldedValue value) {
    return new Protocols(value.may()).display();
  }

  private static List<String> ids(FoldedValue value) {
    return value.possible().isEmpty() ? List.of() : new Protocols(value.may()).ids();
  }

  private static Severity severity(ApiUse use, PlaceVerdict verdict, Diagnosis d) {
    boolean guilty = verdict != PlaceVerdict.OK && d.causesFailure(use.location());
    if (guilty) {
      return Severity.ERROR;
    }
    return verdict == PlaceVerdict.WEAK ? Severity.WARNING : Severity.NOTE;
  }
}
