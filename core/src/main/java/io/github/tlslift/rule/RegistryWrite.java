package io.github.tlslift.rule;

import io.github.tlslift.model.Finding;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.Severity;
import io.github.tlslift.rule.RegistryPlace.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports code or a script that sets TLS values for the whole machine. */
final class RegistryWrite implements Rule {
  @Override
  public String id() {
    return "registry-write";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.writes()
        .filter(v -> isRead(RegistryPlace.of(v).kind()) && !RegistryWrongType.isWrong(v))
        .map(v -> finding(v, d));
  }

  private static boolean isRead(Kind kind) {
    return kind != Kind.NONE && kind != Kind.SERVER;
  }

  private Finding finding(RegistryValue v, Diagnosis d) {
    Optional<PlaceVerdict> verdict = RegistryEffect.of(v);
    boolean old = verdict.filter(e -> e == PlaceVerdict.SWITCH).isPresent();
    return RegistryPlaces.finding(
        id(), old ? Severity.WARNING : Severity.NOTE, v, message(v, old), verdict, d);
  }

  private static String message(RegistryValue v, boolean old) {
    boolean client = RegistryPlace.of(v).kind() == Kind.CLIENT;
    return "writes "
        + RegistryPlaces.said(v)
        + (client ? " in " + RegistryPlaces.shortKey(v) : "")
        + " for every program of the machine"
        + (old ? ", which turns an old behaviour on" : "");
  }
}
