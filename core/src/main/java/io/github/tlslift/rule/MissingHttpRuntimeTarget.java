package io.github.tlslift.rule;

import io.github.tlslift.model.Clr;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Setting;
import io.github.tlslift.model.Severity;
import java.util.stream.Stream;

/**
 * Flags a web application without {@code httpRuntime/@targetFramework}, which ASP.NET runs as 4.0.
 */
final class MissingHttpRuntimeTarget implements Rule {
  @Override
  public String id() {
    return "missing-httpruntime-target";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.processes().stream()
        .filter(p -> p.host() == HostKind.ASPNET && p.clr() == Clr.CLR4)
        .filter(p -> p.config().isEmpty() || p.config().get().httpRuntimeTarget().isEmpty())
        .map(p -> finding(p, d));
  }

  private Finding finding(Process process, Diagnosis d) {
    boolean fails = d.failing().anyMatch(c -> c.process().equals(process));
    return ProcessPlaces.finding(
        id(),
        fails ? d.severity(process) : Severity.WARNING,
        place(process),
        message(process),
        process);
  }

  private static Location place(Process process) {
    return process
        .config()
        .map(
            c ->
                c.compilationTarget()
                    .map(Setting::location)
                    .orElseGet(() -> Location.ofFile(c.file())))
        .orElseGet(() -> Location.ofFile(process.path()));
  }

  private static String message(Process process) {
    String compilation =
        process
            .config()
            .flatMap(ConfigFile::compilationTarget)
            .map(s -> "; compilation targetFramework " + s.value() + " does not count")
            .orElse("");
    return "httpRuntime has no targetFramework, so ASP.NET uses the defaults of 4.0" + compilation;
  }
}
