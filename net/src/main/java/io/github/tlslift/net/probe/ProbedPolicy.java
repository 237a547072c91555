package io.github.tlslift.net.probe;

import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.ServerPolicy.Basis;
import io.github.tlslift.model.ServerPolicy.SuitesUse;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.net.probe.VersionAnswer.Status;
import io.github.tlslift.tls.CodePoint;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a probe says of an endpoint, as verdicts need it. */
public final class ProbedPolicy {
  private ProbedPolicy() {}

  /**
   * The policy of a target; empty where it accepted no version that was asked for.
   *
   * @param day when it was asked
   */
  public static Optional<ServerPolicy> of(TargetReport report, LocalDate day) {
    List<TlsVersion> accepted =
        report.versions().entrySet().stream()
            .filter(e -> e.getValue().isAccepted())
            .map(Map.Entry::getKey)
            .toList();
    return accepted.stream()
        .min(Comparator.naturalOrder())
        .map(oldest -> policy(report, oldest, accepted.get(accepted.size() - 1), day));
  }

  private static ServerPolicy policy(
      TargetReport report, TlsVersion oldest, TlsVersion newest, LocalDate day) {
    List<String> suites =
        report.suites().values().stream()
            .flatMap(List::stream)
            .map(CodePoint.SUITE::name)
            .distinct()
            .toList();
    return new ServerPolicy(
        "probed",
        report.target().endpoint(),
        Basis.PROBED,
        Optional.of(oldest),
        Optional.of(newest),
        suites,
        suites.isEmpty() || report.isIncomplete() ? SuitesUse.NONE : SuitesUse.COMPLETE,
        refusal(report),
        "",
        day.toString(),
        "tlslift probe " + report.target().endpoint(),
        report.isIncomplete() ? Confidence.MEDIUM : Confidence.HIGH,
        List.of());
  }

  // How the newest version is refused that it does not have.
  private static String refusal(TargetReport report) {
    return report.versions().values().stream()
        .filter(v -> v.status() == Status.REFUSED)
        .map(VersionAnswer::how)
        .reduce((older, newer) -> newer)
        .orElse("");
  }
}
