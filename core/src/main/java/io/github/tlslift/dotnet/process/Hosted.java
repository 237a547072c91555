package io.github.tlslift.dotnet.process;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.TargetFramework;
import java.util.Optional;

/**
 * What starts a program.
 *
 * @param host what starts the CLR
 * @param target the target framework that the AppDomain gets; empty where only the host knows it
 */
record Hosted(HostKind host, Clr clr, Optional<TargetFramework> target) {

  /**
   * The runtime line of a target (facts R1); {@code .NETStandard} runs on either, told as CLR 4.
   */
  static Clr clr(Optional<TargetFramework> target) {
    if (target.isEmpty() || target.get().isNone()) {
      return Clr.CLR4;
    }
    TargetFramework t = target.get();
    if (t.identifier().equals(".NETCoreApp")) {
      return Clr.CORE;
    }
    boolean old = t.isFramework() && (t.version().startsWith("2.") || t.version().startsWith("3."));
    return old ? Clr.CLR2 : Clr.CLR4;
  }
}
