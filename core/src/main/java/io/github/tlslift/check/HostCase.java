package io.github.tlslift.check;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.TargetFramework;
import java.util.List;
import java.util.Optional;

/**
 * A host that may load a process's code.
 *
 * @param when the case in words; empty where the host is known
 */
record HostCase(String when, HostKind host, Clr clr, Optional<TargetFramework> target) {

  static List<HostCase> of(Process process, CheckRequest request) {
    HostKind host = request.host().orElse(process.host());
    if (host != HostKind.LIBRARY) {
      return List.of(new HostCase("", host, process.clr(), process.target()));
    }
    if (process.clr() != Clr.CLR4) {
      return List.of(new HostCase("", HostKind.EXE, process.clr(), process.target()));
    }
    Location at =
        process
            .target()
            .map(TargetFramework::location)
            .orElseGet(() -> Location.ofFile(process.path()));
    return List.of(
        exe("4.5.2", at),
        exe("4.6.2", at),
        exe("4.7.2", at),
        new HostCase(
            "in ASP.NET without httpRuntime targetFramework",
            HostKind.ASPNET,
            Clr.CLR4,
            Optional.empty()),
        new HostCase("in Windows PowerShell", HostKind.POWERSHELL51, Clr.CLR4, Optional.empty()),
        new HostCase("in an Office program or over COM", HostKind.COM, Clr.CLR4, Optional.empty()));
  }

  private static HostCase exe(String version, Location at) {
    TargetFramework target = new TargetFramework(TargetFramework.NET_FRAMEWORK, version, at);
    return new HostCase(
        "loaded by an executable that targets " + version,
        HostKind.EXE,
        Clr.CLR4,
        Optional.of(target));
  }
}
