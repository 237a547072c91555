package io.github.tlslift.why;

import io.github.tlslift.model.Cause;
import io.github.tlslift.model.CheckReport;
import io.github.tlslift.model.Connection;
import io.github.tlslift.model.Verdict;
import io.github.tlslift.why.signal.Sighting;
import java.util.ArrayList;
import java.util.List;

/** What a check of the program adds to what its failure says. */
public final class AppSigns {
  private AppSigns() {}

  /** The sign of the connection that is worst off; none where the check found no connection. */
  public static List<Sighting> of(CheckReport report) {
    List<Sighting> signs = new ArrayList<>();
    report.connections().stream()
        .min((a, b) -> Integer.compare(rank(a), rank(b)))
        .map(AppSigns::sign)
        .ifPresent(signs::add);
    return signs;
  }

  private static int rank(Connection c) {
    return c.fails() ? 0 : c.depends() ? 1 : 2;
  }

  private static Sighting sign(Connection c) {
    Verdict verdict = c.headline().verdict();
    String to = c.destination().isEmpty() ? "" : " → " + c.destination();
    return Sighting.of(id(c, verdict), c.process().name() + to + ": " + verdict.says());
  }

  private static String id(Connection c, Verdict verdict) {
    if (!c.fails()) {
      return c.depends() ? "offer-depends" : "offer-connects";
    }
    return switch (verdict.cause().orElse(Cause.CLIENT_PROTOCOL_TOO_OLD)) {
      case NO_COMMON_CIPHER_SUITE -> "offer-no-suite";
      case UNSUPPORTED_BY_RUNTIME -> "offer-rejected";
      case SERVER_PROTOCOL_TOO_OLD -> "offer-too-new";
      case CLIENT_PROTOCOL_TOO_OLD,
          CERTIFICATE_UNTRUSTED,
          CERTIFICATE_NAME_MISMATCH,
          CERTIFICATE_EXPIRED,
          CERTIFICATE_REVOCATION,
          CLIENT_CERTIFICATE,
          SNI_MISSING,
          MIDDLEBOX,
          PLAINTEXT_ON_TLS_PORT,
          IDLE_CONNECTION_CLOSED,
          NETWORK,
          HTTP_OR_AUTH,
          UNKNOWN ->
          "offer-too-old";
    };
  }
}
