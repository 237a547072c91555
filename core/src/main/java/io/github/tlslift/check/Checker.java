package io.github.tlslift.check;

import io.github.tlslift.cure.Cures;
import io.github.tlslift.cure.Patient;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Coverage;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.Destination;
import io.github.tlslift.model.Process;
import io.github.tlslift.model.RegistryValue;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.WindowsOutcome;
import io.github.tlslift.resolve.Installed;
import io.github.tlslift.rule.Diagnosis;
import io.github.tlslift.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Processes and a request to a report. */
public final class Checker {
  private final CheckRequest request;
  private final Precedents all;
  private final Precedents deciding;

  /** A checker of one request. */
  public Checker(CheckRequest request) {
    this.request = request;
    all = new Precedents(request.all());
    deciding = new Precedents(request.deciding());
  }

  /** The report: every process against every endpoint. */
  public CheckReport check(
      String root, List<Process> read, List<RegistryValue> registry, Coverage coverage) {
    List<Process> processes = read.stream().map(this::hosted).toList();
    List<Connection> connections =
        processes.parallelStream().flatMap(p -> connections(p).stream()).toList();
    Diagnosis diagnosis = new Diagnosis(processes, connections, registry);
    return new CheckReport(root, connections, Rules.check(diagnosis), coverage, assumed());
  }

  private Process hosted(Process process) {
    return request.host().map(process::withHost).orElse(process);
  }

  private List<Connection> connections(Process process) {
    List<Connection> all = new ArrayList<>();
    for (CheckRequest.Endpoint endpoint : endpoints(process)) {
      for (ApiInUse api : ApiInUse.of(process, endpoint)) {
        all.add(connection(process, endpoint, api));
      }
    }
    return all;
  }

  private List<CheckRequest.Endpoint> endpoints(Process process) {
    if (!request.endpoints().isEmpty()) {
      return request.endpoints();
    }
    List<CheckRequest.Endpoint> own =
        process.destinations().stream().map(Checker::endpoint).distinct().toList();
    return own.isEmpty() ? List.of(new CheckRequest.Endpoint("", 443)) : own;
  }

  private static CheckRequest.Endpoint endpoint(Destination d) {
    return new CheckRequest.Endpoint(d.host(), d.port());
  }

  private Connection connection(Process process, CheckRequest.Endpoint endpoint, ApiInUse api) {
    ServerPolicy policy = request.policy(endpoint);
    List<WindowsOutcome> outcomes = outcomes(process, request, api, policy, all);
    Connection plain =
        new Connection(
            process,
            endpoint.host(),
            endpoint.port(),
            api.api(),
            api.at(),
            policy,
            outcomes,
            List.of(),
            List.of());
    return plain.fails() || plain.depends() ? withCures(plain, api) : plain;
  }

  private static List<WindowsOutcome> outcomes(
      Process process,
      CheckRequest request,
      ApiInUse api,
      ServerPolicy policy,
      Precedents precedents) {
    CodeAlternatives code = CodeAlternatives.of(process, api.moments());
    return Judge.outcomes(
        new Situations(process, request).of(api, code, precedents.windows().get(0)),
        code.unknown(),
        policy,
        precedents,
        request.deciding()::contains);
  }

  private Connection withCures(Connection c, ApiInUse api) {
    Patient patient =
        new Patient(
            c.process(),
            request.registry(),
            request.installed().orElse(Installed.ASSUMED),
            c.api());
    // Only the versions that decide are asked again, as many times as there are cures.
    List<WindowsOutcome> before = c.deciding();
    List<Cure> cures = Cures.of(patient, before, p -> edited(p, api, c), c.destination());
    return c.with(Unless.of(patient, before, p -> edited(p, api, c)), cures);
  }

  private List<WindowsOutcome> edited(Patient patient, ApiInUse api, Connection c) {
    return outcomes(
        patient.process(),
        request.with(patient.registry()),
        editedApi(patient, api, new CheckRequest.Endpoint(c.host(), c.port())),
        c.policy(),
        deciding);
  }

  // A removed pin takes its argument with it.
  private static ApiInUse editedApi(Patient patient, ApiInUse api, CheckRequest.Endpoint endpoint) {
    List<ApiInUse> same =
        ApiInUse.of(patient.process(), endpoint).stream()
            .filter(a -> a.api() == api.api())
            .toList();
    boolean still = same.stream().anyMatch(a -> a.argument().equals(api.argument()));
    return same.stream()
        .filter(a -> a.at().equals(api.at()))
        .findFirst()
        .or(() -> still ? Optional.empty() : same.stream().findFirst())
        .orElse(api);
  }

  private List<String> assumed() {
    List<String> assumed = new ArrayList<>();
    if (request.installed().isEmpty()) {
      assumed.add(".NET 4.8 installed");
    }
    if (!request.registry().given()) {
      assumed.add("no registry values");
    }
    return assumed;
  }
}
