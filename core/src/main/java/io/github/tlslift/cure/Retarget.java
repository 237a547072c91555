package io.github.tlslift.cure;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Cure.Applicability;
import io.github.tlslift.model.Cure.Reach;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.TargetFramework;
import io.github.tlslift.resolve.FrameworkVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Raises the target framework to the installed one: {@code retarget}, {@code httpruntime-target}.
 */
final class Retarget implements Treatment {
  private static final Set<HostKind> HOSTS =
      EnumSet.of(HostKind.EXE, HostKind.SERVICE, HostKind.ASPNET, HostKind.APP_SERVICE);

  private static final FrameworkVersion OLDEST = FrameworkVersion.parse("4.0").orElseThrow();

  private final boolean web;

  Retarget(boolean web) {
    this.web = web;
  }

  @Override
  public String id() {
    return web ? "httpruntime-target" : "retarget";
  }

  @Override
  public Optional<Result> apply(Patient patient) {
    boolean fits =
        HOSTS.contains(patient.process().host())
            && web == (patient.process().host() == HostKind.ASPNET);
    boolean framework = patient.process().clr() == Clr.CLR4 || patient.process().clr() == Clr.CLR2;
    if (!fits
        || !framework
        || patient.process().clr() == Clr.CLR2
        || !patient.installed().isAtLeast("4.7")) {
      return Optional.empty();
    }
    String version = patient.installed().version().toString();
    Location at =
        patient
            .process()
            .target()
            .map(TargetFramework::location)
            .orElseGet(() -> Location.ofFile(place(patient)));
    TargetFramework target = new TargetFramework(TargetFramework.NET_FRAMEWORK, version, at);
    return Optional.of(
        new Result(
            patient.with(patient.process().withTarget(target)),
            web
                ? "httpRuntime targetFramework=\"" + version + "\" in web.config"
                : "target .NET Framework " + version,
            Applicability.REVIEW,
            ".NET Framework " + version + " installed" + (web ? "" : "; the program built again"),
            List.of(flips(patient)),
            web ? "the application (the edit does it)" : "the program",
            List.of(at),
            List.of("targetFramework=" + version),
            Reach.TARGET));
  }

  private static String flips(Patient patient) {
    FrameworkVersion old =
        patient
            .process()
            .target()
            .filter(TargetFramework::isFramework)
            .flatMap(t -> FrameworkVersion.parse(t.version()))
            .orElse(OLDEST);
    String flips = TargetFlips.between(old, patient.installed().version());
    return flips.isEmpty() ? "every other compatibility quirk that follows the target" : flips;
  }

  private static String place(Patient patient) {
    return patient.process().configPath().orElse(patient.process().path());
  }
}
