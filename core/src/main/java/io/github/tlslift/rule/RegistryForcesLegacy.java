package io.github.tlslift.rule;

import io.github.tlslift.model.Finding;
import io.github.tlslift.model.PlaceVerdict;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.Severity;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.rule.RegistryPlace.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a value of a machine that turns an old behaviour on, past what any program asks for. */
final class RegistryForcesLegacy implements Rule {
  @Override
  public String id() {
    return "registry-forces-legacy";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.exports().filter(RegistryForcesLegacy::forces).map(v -> finding(v, d));
  }

  // For CLR 2 a 0 is what an absent value is (R12); a legacy version that is on forces nothing.
  private static boolean forces(RegistryValue v) {
    RegistryPlace place = RegistryPlace.of(v);
    boolean legacyOn = place.version().filter(TlsVersion::isLegacy).isPresent();
    return place.kind() != Kind.CLR2
        && !legacyOn
        && RegistryEffect.of(v).filter(e -> e == PlaceVerdict.SWITCH).isPresent();
  }

  private Finding finding(RegistryValue v, Diagnosis d) {
    return RegistryPlaces.finding(
        id(),
        severity(v, d),
        v,
        RegistryPlaces.said(v) + " " + effect(v),
        Optional.of(PlaceVerdict.SWITCH),
        d);
  }

  private static Severity severity(RegistryValue v, Diagnosis d) {
    Optional<TlsVersion> version = RegistryPlace.of(v).version();
    if (version.isEmpty()) {
      return d.causesFailure(v.location()) ? Severity.ERROR : Severity.WARNING;
    }
    if (version.get() != TlsVersion.TLS12) {
      return Severity.NOTE;
    }
    boolean missed =
        d.failing().anyMatch(c -> !c.headline().offer().versions().contains(TlsVersion.TLS12));
    return missed ? Severity.ERROR : Severity.WARNING;
  }

  private static String effect(RegistryValue v) {
    RegistryPlace place = RegistryPlace.of(v);
    return switch (place.kind()) {
      case CLR4 -> framework(v);
      case APP_CONTEXT ->
          "turns the old behaviour on for every program that does not say otherwise";
      case WIN_HTTP -> "leaves TLS 1.2 out of what WinHTTP callers offer";
      case CLIENT -> schannel(v, place.version().orElseThrow().display());
      case CLR2, SERVER, NONE -> "";
    };
  }

  private static String framework(RegistryValue v) {
    return v.name().equalsIgnoreCase("SchUseStrongCrypto")
        ? "keeps strong crypto off, whatever the target framework and the switches say"
        : "keeps the choice from Windows, whatever the target framework and the switches say";
  }

  private static String schannel(RegistryValue v, String version) {
    String what =
        v.name().equalsIgnoreCase("Enabled")
            ? "takes " + version + " from every client of the machine"
            : "leaves " + version + " out where a client lets Windows choose";
    return "in " + RegistryPlaces.shortKey(v) + " " + what;
  }
}
