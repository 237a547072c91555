package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.source.code.Code;
import io.github.tlslift.dotnet.source.code.Expr;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Commands of PowerShell that run a block in another process: jobs (about_Jobs), other machines
 * (about_Remote), another shell (about_PowerShell_exe). {@code Start-ThreadJob} is none of them.
 */
final class OtherProcess {
  private static final Set<String> ALWAYS =
      Set.of("start-job", "sajb", "powershell", "powershell.exe", "pwsh", "pwsh.exe");
  private static final Set<String> WITH_TARGET = Set.of("invoke-command", "icm");
  private static final List<String> TARGETS =
      List.of(
          "ComputerName",
          "Cn",
          "Session",
          "HostName",
          "VMName",
          "VMId",
          "ContainerId",
          "ConnectionUri",
          "SSHConnection");

  private OtherProcess() {}

  /** Whether the expression runs the blocks given to it in another process. */
  static boolean runs(Expr e, Code code) {
    if (code.language() != Code.Language.POWERSHELL || !(e instanceof Expr.Call c)) {
      return false;
    }
    String name = c.lastName().toLowerCase(Locale.ROOT);
    return ALWAYS.contains(name) || WITH_TARGET.contains(name) && hasTarget(c);
  }

  // By name, or as what stands before the block.
  private static boolean hasTarget(Expr.Call c) {
    long unnamed = c.args().stream().filter(a -> a.name().isEmpty()).count();
    boolean first = unnamed > 1 && c.arg(0).filter(Expr.Lambda.class::isInstance).isEmpty();
    return first || TARGETS.stream().anyMatch(t -> c.arg(t).isPresent());
  }
}
