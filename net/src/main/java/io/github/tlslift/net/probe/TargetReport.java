package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.net.probe.VersionAnswer.Status;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a target answered.
 *
 * @param addresses one for each address behind the name, in their order
 * @param problem why there is none, such as a name that is not known; else empty
 */
public record TargetReport(Target target, List<AddressReport> addresses, Optional<String> problem) {

  /** Copies the list. */
  public TargetReport {
    addresses = List.copyOf(addresses);
  }

  /** How many connections were opened. */
  public int connections() {
    return addresses.stream().mapToInt(AddressReport::connections).sum();
  }

  /** A version is accepted if any address accepts it; else unknown if any is not known. */
  public Map<TlsVersion, VersionAnswer> versions() {
    Map<TlsVersion, VersionAnswer> merged = new TreeMap<>();
    for (AddressReport a : addresses) {
      a.versions()
          .forEach((version, answer) -> merged.merge(version, answer, TargetReport::better));
    }
    return merged;
  }

  /** Whether a version is accepted, over all addresses. */
  public VersionAnswer version(TlsVersion version) {
    return versions().getOrDefault(version, VersionAnswer.notAsked(Probe.NOT_ASKED));
  }

  private static VersionAnswer better(VersionAnswer a, VersionAnswer b) {
    return rank(b.status()) < rank(a.status()) ? b : a;
  }

  private static int rank(Status status) {
    return switch (status) {
      case ACCEPTED -> 0;
      case UNKNOWN -> 1;
      case REFUSED -> 2;
    };
  }

  /** The suites that any address accepts, by version. */
  public Map<TlsVersion, List<Integer>> suites() {
    Map<TlsVersion, Set<Integer>> merged = new TreeMap<>();
    for (AddressReport a : addresses) {
      a.suites()
          .forEach(
              (version, answer) ->
                  merged
                      .computeIfAbsent(version, v -> new LinkedHashSet<>())
                      .addAll(answer.suites()));
    }
    Map<TlsVersion, List<Integer>> lists = new TreeMap<>();
    merged.forEach((version, suites) -> lists.put(version, List.copyOf(suites)));
    return lists;
  }

  /** The groups that any address accepts. */
  public List<Integer> groups() {
    return addresses.stream().flatMap(a -> a.groups().groups().stream()).distinct().toList();
  }

  /** The different chains that addresses sent. */
  public List<CertificateVerdicts> certificates() {
    return addresses.stream().flatMap(a -> a.certificate().stream()).distinct().toList();
  }

  /** Whether addresses differ in a version. */
  public boolean disagree() {
    return addresses.stream()
            .map(a -> a.versions().values().stream().map(VersionAnswer::status).toList())
            .distinct()
            .count()
        > 1;
  }

  /** Whether something is not known that was asked for. */
  public boolean isIncomplete() {
    return problem.isPresent()
        || versions().values().stream()
            .anyMatch(v -> v.status() == Status.UNKNOWN && !v.how().equals(Probe.NOT_ASKED))
        || addresses.stream()
            .flatMap(a -> a.suites().values().stream())
            .anyMatch(s -> s.incomplete().isPresent());
  }
}
