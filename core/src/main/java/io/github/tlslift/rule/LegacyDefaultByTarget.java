package io.github.tlslift.rule;

import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.HostKind;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Severity;
import io.github.tlslift.model.TargetFramework;
import java.util.Set;
import java.util.stream.Stream;

/** Flags a target framework whose default is too old for the server. */
final class LegacyDefaultByTarget implements Rule {
  @Override
  public String id() {
    return "legacy-default-by-target";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.failing()
        .filter(c -> c.process().host() != HostKind.ASPNET)
        .filter(LegacyDefaultByTarget::isByDefault)
        .map(Connection::process)
        .distinct()
        .flatMap(p -> finding(p, d.severity(p)));
  }

  private static boolean isByDefault(Connection c) {
    Set<String> rules = Diagnosis.rules(c);
    boolean legacy = c.headline().offer().mask().orElse(0) == 240;
    boolean write =
        c.headline().offer().trail().stream()
            .anyMatch(s -> s.rule().equals("R10") && !s.at().isEmpty());
    return legacy && !write && (rules.contains("R3") || rules.contains("R12"));
  }

  private Stream<Finding> finding(Process process, Severity severity) {
    return process.target().stream()
        .map(t -> ProcessPlaces.finding(id(), severity, t.location(), message(t), process));
  }

  private static String message(TargetFramework target) {
    return target.display() + " makes SSL 3.0 and TLS 1.0 the default, whatever is installed";
  }
}
