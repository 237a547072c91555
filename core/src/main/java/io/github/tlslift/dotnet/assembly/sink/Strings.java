package io.github.tlslift.dotnet.assembly.sink;

import io.github.tlslift.dotnet.api.Addresses;
import io.github.tlslift.dotnet.assembly.fold.Observer;
import io.github.tlslift.dotnet.assembly.fold.Slot;
import io.github.tlslift.dotnet.assembly.metadata.Member;
import io.github.tlslift.dotnet.assembly.metadata.Signature;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Addresses and SQL connection strings in the strings of code. */
final class Strings {
  private static final Member NAMED =
      new Member(
          "System.String",
          "ldstr",
          new Signature(false, List.of("System.String"), "System.Void"),
          0);

  private Strings() {}

  static boolean isOfInterest(String text) {
    return text.contains("://") || Addresses.isConnectionString(text);
  }

  static void look(String text, Observer.Site site, Found found) {
    Addresses.find(text, found.location(site)).ifPresent(found::add);
    if (Addresses.isConnectionString(text)) {
      connectionString(text, site, found);
    }
  }

  private static void connectionString(String text, Observer.Site site, Found found) {
    String lower = text.toLowerCase(Locale.ROOT).replace(" ", "");
    boolean trusts =
        lower.contains("trustservercertificate=true")
            || lower.contains("trustservercertificate=yes");
    String member =
        trusts ? "SqlConnection.TrustServerCertificate" : "SqlConnection.ConnectionString";
    found.use(
        Role.CONNECTION_STRING,
        member,
        Optional.of(Api.SQL_CLIENT),
        new Sink.Call(site, NAMED, List.of(Slot.text(text))));
  }
}
