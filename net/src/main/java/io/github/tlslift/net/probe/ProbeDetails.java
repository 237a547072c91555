package io.github.tlslift.net.probe;

import io.github.tlslift.tls.CodePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The lines about groups, signature schemes and the rest. */
final class ProbeDetails {
  private static final int WIDEST = 58;

  private final BiConsumer<String, String> field;
  private final AddressReport report;

  ProbeDetails(BiConsumer<String, String> field, AddressReport report) {
    this.field = field;
    this.report = report;
  }

  void write() {
    Details d = report.details();
    List<String> groups = report.groups().groups().stream().map(CodePoint.GROUP::name).toList();
    List<String> schemes = d.schemes().stream().map(CodePoint.SIGNATURE_SCHEME::name).toList();
    boolean any = !groups.isEmpty() || d.compresses().isPresent();
    if (any) {
      field.accept("", "");
    }
    names("groups", groups);
    names("signs with", schemes);
    d.primeBits().ifPresent(b -> field.accept("DH prime", b + " bits"));
    names("ALPN", d.protocols());
    if (any) {
      names("also", also(d).toList());
    }
  }

  private Stream<String> also(Details d) {
    return Stream.of(
            said(report.sessionTickets(), "session tickets", ""),
            said(report.staplesOcsp(), "OCSP stapling", ""),
            said(report.secureRenegotiation(), "", "no secure renegotiation (RFC 5746)"),
            said(d.compresses(), "compression, which CRIME reads through", ""))
        .flatMap(Optional::stream);
  }

  private static Optional<String> said(Optional<Boolean> fact, String yes, String no) {
    return fact.map(f -> f ? yes : no).filter(s -> !s.isEmpty());
  }

  // As many on a line as fit.
  private void names(String name, List<String> values) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String value : values) {
      if (line.length() > 0 && line.length() + value.length() + 2 > WIDEST) {
        lines.add(line.append(',').toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : ", ").append(value);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    for (int i = 0; i < lines.size(); i++) {
      field.accept(i == 0 ? name : "", lines.get(i));
    }
  }
}
