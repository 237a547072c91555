package io.github.tlslift.net.probe;

import io.github.tlslift.model.TlsVersion;
import io.github.tlslift.tls.CodePoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report for people. */
public final class ProbeText {
  private static final String INDENT = "      ";

  private final StringBuilder out = new StringBuilder();

  private ProbeText() {}

  /** The report on one target. */
  public static String of(TargetReport report) {
    ProbeText text = new ProbeText();
    text.target(report);
    return text.out.toString();
  }

  private void target(TargetReport r) {
    String name =
        r.target().serverName().map(n -> ", asked for as " + n).orElse(", without a name");
    String start =
        r.target().startTls() == StartTls.NONE
            ? ""
            : ", after STARTTLS of "
                + r.target().startTls().id().toUpperCase(java.util.Locale.ROOT);
    line(r.target().endpoint() + name + start);
    r.problem().ifPresent(p -> field("problem", p));
    boolean same = r.addresses().size() > 1 && !r.disagree();
    List<AddressReport> shown = same ? r.addresses().subList(0, 1) : r.addresses();
    if (same) {
      field("addresses", all(r.addresses()) + "; all answer alike");
    }
    for (AddressReport a : shown) {
      address(a, r.addresses().size() > 1 && !same);
    }
    field("asked", r.connections() + " connections");
    line("");
  }

  private static String all(List<AddressReport> addresses) {
    return addresses.stream().map(AddressReport::address).collect(Collectors.joining(", "));
  }

  private void address(AddressReport a, boolean named) {
    line("");
    if (named) {
      field("address", a.address());
    }
    a.versions().forEach(this::version);
    a.suites().forEach(this::suites);
    new ProbeDetails(this::field, a).write();
    a.certificate().ifPresent(this::certificate);
    if (a.asksForClientCertificate().orElse(false)) {
      field("client", "a certificate is asked for");
    }
    line("");
  }

  private void version(TlsVersion version, VersionAnswer answer) {
    String how = answer.how().isEmpty() ? "" : "   " + answer.how();
    field(version.display(), answer.status().id() + how);
  }

  private void suites(TlsVersion version, SuiteAnswer answer) {
    line("");
    String order =
        answer
            .serverPrefers()
            .map(s -> s ? ", in the server's order" : ", in the client's order")
            .orElse("");
    int count = answer.suites().size();
    field("suites", version.display() + ": " + count + order);
    answer.suites().forEach(s -> field("", CodePoint.SUITE.name(s)));
    answer.incomplete().ifPresent(i -> field("", "there may be more: " + i));
  }

  private void certificate(CertificateVerdicts c) {
    line("");
    field("certificate", "for " + String.join(", ", CertificateVerdicts.names(c.leaf())));
    String issuer = c.leaf().getIssuerX500Principal().getName();
    field("", "issued by " + issuer + ", valid to " + day(c));
    verdicts(c).forEach((what, problem) -> field("", what + ": " + problem.orElse("yes")));
  }

  private static String day(CertificateVerdicts c) {
    return c.leaf().getNotAfter().toInstant().toString().substring(0, 10);
  }

  private static Map<String, Optional<String>> verdicts(CertificateVerdicts c) {
    Map<String, Optional<String>> all = new java.util.LinkedHashMap<>();
    all.put("trusted", c.trusted().map(t -> "no, " + t));
    all.put("in date", c.expired().map(t -> "no, " + t));
    all.put("name", c.wrongName().map(t -> "no, it " + t));
    all.put("order", c.order().map(t -> "no, " + t));
    return all;
  }

  private void field(String name, String value) {
    line(INDENT + String.format("%-12s", name) + value);
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
