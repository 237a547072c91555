package io.github.tlslift.service;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tlslift.io.CsvTable;
import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.ServerPolicy;
import io.github.tlslift.model.ServerPolicy.Basis;
import io.github.tlslift.model.ServerPolicy.SuitesUse;
import io.github.tlslift.model.TlsVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The profiles of {@code services.csv}, found by host and port: the longest pattern wins. */
public final class Services {
  private static final List<ServiceProfile> ALL =
      CsvTable.load(Services.class, "services.csv", Services::row);

  private Services() {}

  /** How many statements there are. */
  public static int count() {
    return ALL.size();
  }

  /** What is documented about an endpoint, with competing statements; empty where nothing is. */
  public static Optional<ServerPolicy> find(String host, int port) {
    List<ServiceProfile> onPort =
        ALL.stream().filter(s -> s.ports().contains(port) && s.matchLength(host) > 0).toList();
    int best = onPort.stream().mapToInt(s -> s.matchLength(host)).max().orElse(0);
    List<ServiceProfile> matching =
        onPort.stream().filter(s -> s.matchLength(host) == best).toList();
    return matching.stream()
        .filter(s -> !s.isAlternative())
        .findFirst()
        .map(main -> withOthers(main, matching));
  }

  private static ServerPolicy withOthers(ServiceProfile main, List<ServiceProfile> matching) {
    return main.policy()
        .disagreeingWith(
            matching.stream().filter(s -> s != main).map(ServiceProfile::policy).toList());
  }

  private static ServiceProfile row(NamedCsvRecord r) {
    return new ServiceProfile(
        list(r, "host_patterns", ";").stream().map(HostPattern::new).toList(),
        list(r, "port", ";").stream().map(Integer::valueOf).toList(),
        r.getField("protocol"),
        policy(r));
  }

  private static ServerPolicy policy(NamedCsvRecord r) {
    return new ServerPolicy(
        r.getField("id"),
        r.getField("name"),
        Basis.DOCUMENTED,
        TlsVersion.parse(r.getField("min_tls")),
        TlsVersion.parse(r.getField("max_tls")),
        list(r, "suites", " "),
        use(r.getField("suites_policy")),
        r.getField("refusal"),
        r.getField("older_refused_since"),
        r.getField("evidence_date"),
        r.getField("evidence_title") + " <" + r.getField("evidence_url") + ">",
        Confidence.parse(r.getField("confidence")).orElse(Confidence.LOW),
        List.of());
  }

  private static SuitesUse use(String policy) {
    String word = policy.contains(":") ? policy.substring(0, policy.indexOf(':')) : policy;
    return switch (word) {
      case "complete" -> SuitesUse.COMPLETE;
      case "complete12" -> SuitesUse.COMPLETE_TLS12;
      case "one-of" -> SuitesUse.ONE_OF;
      default -> SuitesUse.NONE;
    };
  }

  private static List<String> list(NamedCsvRecord r, String column, String separator) {
    return Arrays.stream(r.getField(column).split(separator))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
