package io.github.tlslift.rule;

import io.github.tlslift.model.Finding;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.Severity;
import io.github.tlslift.rule.RegistryPlace.Kind;
import java.util.stream.Stream;

/** Reports a number other than 0 and 1, which tools and readers take for different things. */
final class RegistryOddValue implements Rule {
  @Override
  public String id() {
    return "registry-odd-value";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.registryValues()
        .filter(v -> !RegistryWrongType.isWrong(v))
        .filter(v -> RegistryEffect.number(v).filter(n -> n > 1).isPresent())
        .flatMap(v -> finding(v, RegistryPlace.of(v).kind(), d));
  }

  private Stream<Finding> finding(RegistryValue v, Kind kind, Diagnosis d) {
    return switch (kind) {
      case CLR4 -> Stream.of(RegistryPlaces.finding(id(), Severity.WARNING, v, framework(v), d));
      case CLR2 ->
          Stream.of(
              RegistryPlaces.finding(
                  id(),
                  Severity.WARNING,
                  v,
                  RegistryPlaces.said(v) + " counts as off: CLR 2 takes 1 alone for on",
                  d));
      case CLIENT, SERVER ->
          Stream.of(RegistryPlaces.finding(id(), Severity.NOTE, v, schannel(v), d));
      case APP_CONTEXT, WIN_HTTP, NONE -> Stream.empty();
    };
  }

  private static String framework(RegistryValue v) {
    return RegistryPlaces.said(v)
        + " counts as on for newer target frameworks and as off for older ones; 1 is on for all";
  }

  private static String schannel(RegistryValue v) {
    return RegistryPlaces.said(v)
        + (v.name().equalsIgnoreCase("Enabled")
            ? " counts as on, as any number but 0 does; some checkers call it a mistake"
            : " counts as 1: the version is off unless a client asks for it");
  }
}
