package io.github.tlslift.net.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.net.probe.VersionAnswer.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProbedPolicyTest {

  private static Optional<ServerPolicy> policy(Map<TlsVersion, VersionAnswer> versions) {
    SuiteAnswer suites = new SuiteAnswer(List.of(0xC02F), Optional.empty(), Optional.empty());
    AddressReport address =
        new AddressReport(
            "192.0.2.1",
            versions,
            Map.of(TlsVersion.TLS12, suites),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Details.NOT_ASKED,
            GroupAnswer.NOT_ASKED,
            5);
    TargetReport report =
        new TargetReport(Target.of("server.test", 443), List.of(address), Optional.empty());
    return ProbedPolicy.of(report, LocalDate.of(2026, 11, 25));
  }

  @Test
  void spansTheVersionsAcceptedAndListsTheirSuites() {
    VersionAnswer yes = new VersionAnswer(Status.ACCEPTED, "", "");
    VersionAnswer no = new VersionAnswer(Status.REFUSED, "alert 70 protocol_version", "alert");
    ServerPolicy policy =
        policy(Map.of(TlsVersion.TLS11, no, TlsVersion.TLS12, yes, TlsVersion.TLS13, yes))
            .orElseThrow();
    assertThat(policy.accepts()).isEqualTo("TLS 1.2, TLS 1.3");
    assertThat(policy.suites()).containsExactly("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    assertThat(policy.suitesUse()).isEqualTo(ServerPolicy.SuitesUse.COMPLETE);
    assertThat(policy.refusal()).isEqualTo("alert 70 protocol_version");
    assertThat(policy.evidenceDate()).isEqualTo("2026-11-25");
  }

  @Test
  void isEmptyWhereNothingWasAccepted() {
    assertThat(policy(Map.of(TlsVersion.TLS12, new VersionAnswer(Status.UNKNOWN, "x", ""))))
        .isEmpty();
  }
}
