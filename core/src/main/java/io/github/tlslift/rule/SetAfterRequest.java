package io.github.tlslift.rule;

import io.github.tlslift.model.Api;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.Finding;
import io.github.tlslift.model.Moment;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.Protocols;
import io.github.tlslift.model.Role;
import io.github.tlslift.model.Severity;
import io.github.tlslift.model.TlsVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Flags code that allows TLS 1.2 only after the first request was made. */
final class SetAfterRequest implements Rule {
  private static final Set<Api> OWN_PROTOCOLS =
      Set.of(Api.SSL_STREAM, Api.SQL_CLIENT, Api.LDAP_CONNECTION, Api.WIN_HTTP, Api.WCF_NET_TCP);

  @Override
  public String id() {
    return "set-after-request";
  }

  @Override
  public Stream<Finding> check(Diagnosis d) {
    return d.processes().stream().flatMap(p -> late(p, d));
  }

  private Stream<Finding> late(Process process, Diagnosis d) {
    Optional<ApiUse> request = first(process.apiUses().stream().filter(SetAfterRequest::follows));
    Optional<ApiUse> write = first(process.apiUses().stream().filter(SetAfterRequest::allows));
    boolean late =
        request.isPresent() && write.isPresent() && order(request.get()) < order(write.get());
    return late
        ? Stream.of(finding(write.get(), request.get(), d))
        : withoutMoments(process).flatMap(w -> lateInMember(w, process, d));
  }

  private static Stream<ApiUse> withoutMoments(Process process) {
    return process.apiUses().stream().filter(u -> u.moments().isEmpty() && allows(u));
  }

  // Compiled code has no moments; there the order in one member tells.
  private Stream<Finding> lateInMember(ApiUse write, Process process, Diagnosis d) {
    return process.apiUses().stream()
        .filter(u -> u.makesRequest() && u.runsBefore(write))
        .filter(r -> withoutMoments(process).noneMatch(w -> w.runsBefore(r)))
        .findFirst()
        .stream()
        .map(r -> finding(write, r, d));
  }

  private static boolean follows(ApiUse use) {
    return use.role() == Role.CLIENT
        && use.api().filter(a -> !OWN_PROTOCOLS.contains(a)).isPresent();
  }

  private static boolean allows(ApiUse use) {
    boolean sets = use.operation() == Operation.SET || use.operation() == Operation.ADD;
    return use.role() == Role.PROCESS_PROTOCOLS
        && sets
        && use.value().possible().stream()
            .map(Protocols::new)
            .anyMatch(p -> !p.isExplicit() || p.contains(TlsVersion.TLS12));
  }

  private static Optional<ApiUse> first(Stream<ApiUse> uses) {
    return uses.filter(u -> own(u).findAny().isPresent())
        .min(Comparator.comparingInt(SetAfterRequest::order));
  }

  private static Stream<Moment> own(ApiUse use) {
    return use.moments().stream().filter(m -> m.process() == 0);
  }

  private static int order(ApiUse use) {
    return own(use).mapToInt(Moment::order).min().orElse(Integer.MAX_VALUE);
  }

  private Finding finding(ApiUse write, ApiUse request, Diagnosis d) {
    return new Finding(
        id(),
        d.causesFailure(write.location()) ? Severity.ERROR : Severity.WARNING,
        write.location(),
        "allows TLS 1.2 after the first request, "
            + request.location()
            + ", which goes by the value before",
        Optional.empty(),
        List.of(),
        Optional.of(write.operation()),
        write.conditional(),
        write.code(),
        d.processesOf(write));
  }
}
