package io.github.tlslift.rule;

import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Severity;
import io.github.tlslift.model.TargetFramework;
import java.util.stream.Stream;

/** Reports a connection that fails for what no single place says: suites, or Windows itself. */
final class RefusedConnection implements Rule {
  @Override
  public String id() {
    return "refused-connection";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.failing().map(c -> finding(c, d.severity(c.process())));
  }

  private Finding finding(Connection c, Severity severity) {
    Location at =
        c.apiAt()
            .or(() -> c.process().target().map(TargetFramework::location))
            .orElseGet(() -> Location.ofFile(c.process().path()));
    String message =
        c.api().id()
            + " to "
            + (c.host().isEmpty() ? "a server with TLS 1.2 and later" : c.destination())
            + ": "
            + c.headline().verdict().says();
    return ProcessPlaces.finding(id(), severity, at, message, c.process());
  }
}
