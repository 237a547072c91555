package io.github.tlslift.check;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.TargetFramework;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A host that may load a process's code.
 *
 * @param when the case in words; empty where the host is known
 * @param targetAt where the target was read; empty where it is only supposed
 */
record HostCase(
    String when,
    HostKind host,
    Clr clr,
    Optional<TargetFramework> target,
    Optional<Location> targetAt) {

  // The defaults change after 4.5.2 and after 4.6.2 (facts R4).
  private static final List<String> TARGETS = List.of("4.5.2", "4.6.2", "4.7.2");
  private static final Set<HostKind> STAMPED =
      Set.of(HostKind.EXE, HostKind.SERVICE, HostKind.APP_SERVICE);

  static List<HostCase> of(Process process, CheckRequest request) {
    HostKind host = request.host().orElse(process.host());
    boolean open = process.clr() == Clr.CLR4 && process.target().isEmpty();
    if (open && STAMPED.contains(host)) {
      return TARGETS.stream().map(t -> supposed("if it targets " + t, host, t)).toList();
    }
    if (host != HostKind.LIBRARY) {
      return List.of(known(host, process));
    }
    return process.clr() == Clr.CLR4 ? ofLibrary() : List.of(known(HostKind.EXE, process));
  }

  private static HostCase known(HostKind host, Process process) {
    Optional<Location> at = process.target().map(TargetFramework::location);
    return new HostCase("", host, process.clr(), process.target(), at);
  }

  private static List<HostCase> ofLibrary() {
    String loaded = "loaded by an executable that targets ";
    return List.of(
        supposed(loaded + TARGETS.get(0), HostKind.EXE, TARGETS.get(0)),
        supposed(loaded + TARGETS.get(1), HostKind.EXE, TARGETS.get(1)),
        supposed(loaded + TARGETS.get(2), HostKind.EXE, TARGETS.get(2)),
        without("in ASP.NET without httpRuntime targetFramework", HostKind.ASPNET),
        without("in Windows PowerShell", HostKind.POWERSHELL51),
        without("in an Office program or over COM", HostKind.COM));
  }

  private static HostCase supposed(String when, HostKind host, String version) {
    Location nowhere = Location.ofFile("");
    TargetFramework target = new TargetFramework(TargetFramework.NET_FRAMEWORK, version, nowhere);
    return new HostCase(when, host, Clr.CLR4, Optional.of(target), Optional.empty());
  }

  private static HostCase without(String when, HostKind host) {
    return new HostCase(when, host, Clr.CLR4, Optional.empty(), Optional.empty());
  }
}
