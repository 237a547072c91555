package io.github.tlslift.dotnet.source.sink;

import io.github.tlslift.dotnet.api.Addresses;
import io.github.tlslift.dotnet.source.code.Expr;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Destination;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses and SQL connection strings in text. */
final class Strings implements Sink {
  private static final int SMTP = 25;
  private static final Set<String> BUILDER = Set.of("Encrypt", "TrustServerCertificate");

  @Override
  public void look(Expr e, Place at, Found found) {
    if (e instanceof Expr.Str s) {
      text(s, at, found);
    } else if (e instanceof Expr.New n && Text.endsWithName(n.simpleType(), "SmtpClient")) {
      smtp(n, at, found);
    } else if (e instanceof Expr.Call c && c.lastName().equalsIgnoreCase("Send-MailMessage")) {
      c.arg("SmtpServer").ifPresent(s -> smtp(s, c.arg("Port"), at.location(c), at, found));
    } else if (e instanceof Expr.Assign a && BUILDER.contains(a.target().lastName())) {
      builder(a, at, found);
    }
  }

  // new SqlConnectionStringBuilder { TrustServerCertificate = true }
  private static void builder(Expr.Assign a, Place at, Found found) {
    String type =
        a.target() instanceof Expr.Member m ? found.typeOf(m.target(), at) : at.owner().orElse("");
    if (Text.endsWithName(type, "SqlConnectionStringBuilder")) {
      String member = "SqlConnection." + a.target().lastName();
      found.use(Role.CONNECTION_STRING, member, Optional.of(Api.SQL_CLIENT), a, at.location(a), at);
    }
  }

  private static void text(Expr.Str s, Place at, Found found) {
    Location location = at.location(s);
    Addresses.find(s.value(), location).ifPresent(found::add);
    if (Addresses.isConnectionString(s.value())) {
      connectionString(s, at, found);
    }
  }

  private static void connectionString(Expr.Str s, Place at, Found found) {
    String lower = s.value().toLowerCase(Locale.ROOT).replace(" ", "");
    boolean trusts =
        lower.contains("trustservercertificate=true")
            || lower.contains("trustservercertificate=yes");
    String member =
        trusts ? "SqlConnection.TrustServerCertificate" : "SqlConnection.ConnectionString";
    found.use(Role.CONNECTION_STRING, member, Optional.of(Api.SQL_CLIENT), s, at.location(s), at);
  }

  private static void smtp(Expr.New n, Place at, Found found) {
    if (!n.args().isEmpty()) {
      Optional<Expr> port =
          n.args().size() > 1 ? Optional.of(n.args().get(1).value()) : Optional.empty();
      smtp(n.args().get(0).value(), port, at.location(n), at, found);
    }
  }

  private static void smtp(Expr server, Optional<Expr> port, Location l, Place at, Found found) {
    Optional<Integer> number = port.flatMap(p -> found.fold(p, at).number());
    found
        .fold(server, at)
        .text()
        .filter(Addresses::isHost)
        .ifPresent(
            h ->
                found.add(
                    new Destination(h.toLowerCase(Locale.ROOT), number.orElse(SMTP), "smtp", l)));
  }
}
