package io.github.tlslift.cli;

import io.github.tlslift.check.CheckRequest.Endpoint;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.net.probe.Asker;
import io.github.tlslift.net.probe.Probe;
import io.github.tlslift.net.probe.ProbedPolicy;
import io.github.tlslift.net.probe.Roots;
import io.github.tlslift.net.probe.Target;
import io.github.tlslift.net.probe.TargetReport;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What endpoints answered, for {@code check --probe}.
 *
 * @param missing those that gave no answer to go by
 */
record Probed(Map<Endpoint, ServerPolicy> policies, Coverage missing) {
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  static Probed none() {
    return new Probed(Map.of(), new Coverage(0, 0, List.of()));
  }

  static Probed of(List<Endpoint> endpoints) {
    Map<Endpoint, ServerPolicy> policies = new LinkedHashMap<>();
    List<Coverage.Gap> gaps = new ArrayList<>();
    try (Asker asker = new Asker(DEADLINE)) {
      Probe probe = new Probe(asker, Probe.Scope.suitesOnly(Roots.ofJdk()));
      Map<Endpoint, CompletableFuture<TargetReport>> asked = new LinkedHashMap<>();
      endpoints.forEach(e -> asked.put(e, probe.of(Target.of(e.host(), e.port()))));
      asked.forEach(
          (endpoint, report) -> {
            Optional<ServerPolicy> policy = ProbedPolicy.of(report.join(), LocalDate.now());
            policy.ifPresentOrElse(
                p -> policies.put(endpoint, p), () -> gaps.add(gap(report.join())));
          });
    }
    return new Probed(policies, new Coverage(0, 0, gaps));
  }

  private static Coverage.Gap gap(TargetReport report) {
    String why =
        report
            .problem()
            .orElseGet(
                () ->
                    report.versions().values().stream()
                        .map(v -> v.how())
                        .filter(how -> !how.isEmpty())
                        .reduce((older, newer) -> newer)
                        .orElse("no answer"));
    return new Coverage.Gap(report.target().endpoint(), "could not be probed: " + why);
  }
}
