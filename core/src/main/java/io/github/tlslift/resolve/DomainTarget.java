package io.github.tlslift.resolve;

import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Clr;
import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.HostKind;
import java.util.List;
import java.util.Optional;

/** R3: the target framework of the AppDomain, which decides the defaults; empty for none. */
final class DomainTarget {

  private record Observation(
      String host, String prefix, int minBuild, String minInstalled, String target) {}

  private static final List<Observation> OBSERVATIONS =
      CsvTable.load(
          DomainTarget.class,
          "host-observations.csv",
          r ->
              new Observation(
                  r.getField("host"),
                  r.getField("windows_prefix"),
                  Integer.parseInt(r.getField("min_build")),
                  r.getField("min_installed"),
                  r.getField("acts_as_target")));

  private DomainTarget() {}

  static Optional<FrameworkVersion> of(Situation s, Trail trail) {
    return switch (s.host()) {
      case EXE, SERVICE, NATIVE, POWERSHELL7, LIBRARY -> ofExecutable(s, trail);
      case APP_SERVICE ->
          s.options().httpRuntime().isPresent() ? ofAspNet(s, trail) : ofExecutable(s, trail);
      case ASPNET -> ofAspNet(s, trail);
      case POWERSHELL51, COM, OFFICE -> ofNativeHost(s, trail);
    };
  }

  private static Optional<FrameworkVersion> ofExecutable(Situation s, Trail trail) {
    if (s.options().noTargetAttribute() || s.target().isEmpty()) {
      trail.add(
          "R3",
          "the entry executable carries no target framework, which counts as 4.0",
          s.targetAt(),
          "");
      return Optional.empty();
    }
    FrameworkVersion target = s.target().get();
    if (!target.isAtLeast("4.0")) {
      trail.add(
          "R3",
          "the entry executable was built for "
              + target
              + ", before the target framework attribute, which counts as 4.0",
          s.targetAt(),
          "",
          Confidence.MEDIUM);
      return Optional.empty();
    }
    trail.add("R3", "the entry executable targets .NET Framework " + target, s.targetAt(), "");
    if (s.options().secondAppDomain()) {
      trail.note("R3", "a second AppDomain without a target name of its own inherits that one");
    }
    return s.target();
  }

  private static Optional<FrameworkVersion> ofAspNet(Situation s, Trail trail) {
    Optional<FrameworkVersion> target = s.options().httpRuntime();
    if (target.isEmpty()) {
      trail.add("R3", compilationAlone(s), s.targetAt(), "", Confidence.MEDIUM);
    } else {
      trail.add("R3", "httpRuntime targets .NET Framework " + target.get(), s.targetAt(), "");
    }
    return target;
  }

  private static String compilationAlone(Situation s) {
    return "httpRuntime has no targetFramework, so ASP.NET behaves as 4.0"
        + s.options()
            .compilation()
            .map(c -> "; compilation targetFramework " + c + " does not count")
            .orElse("");
  }

  private static Optional<FrameworkVersion> ofNativeHost(Situation s, Trail trail) {
    Optional<FrameworkVersion> observed = observed(s);
    if (observed.isPresent()) {
      trail.add(
          "R3",
          "Windows PowerShell has been seen to act as if it targeted 4.7 on this Windows; ask it at run time",
          s.targetAt(),
          "",
          Confidence.LOW);
      return observed;
    }
    trail.add(
        "R3",
        hostName(s.host())
            + " has no managed entry assembly, so no target framework, which counts as 4.0",
        s.targetAt(),
        "",
        s.host() == HostKind.OFFICE ? Confidence.LOW : Confidence.MEDIUM);
    return Optional.empty();
  }

  private static Optional<FrameworkVersion> observed(Situation s) {
    return OBSERVATIONS.stream()
        .filter(o -> s.clr() == Clr.CLR4 && o.host.equals(s.host().id()))
        .filter(
            o -> s.windows().id().startsWith(o.prefix) && s.windows().isBuildAtLeast(o.minBuild))
        .filter(o -> s.installedAtLeast(o.minInstalled))
        .map(o -> FrameworkVersion.of(o.target))
        .findFirst();
  }

  private static String hostName(HostKind host) {
    return switch (host) {
      case POWERSHELL51 -> "powershell.exe";
      case OFFICE -> "the Office program";
      default -> "the native host";
    };
  }
}
