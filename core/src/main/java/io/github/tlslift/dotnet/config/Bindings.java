package io.github.tlslift.dotnet.config;

import io.github.tlslift.dotnet.api.Addresses;
import io.github.tlslift.dotnet.api.ProtocolMembers;
import io.github.tlslift.model.Api;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.model.FoldedValue;
import io.github.tlslift.model.Location;
import io.github.tlslift.model.Operation;
import io.github.tlslift.model.Phase;
import io.github.tlslift.model.Role;
import io.github.tlslift.xml.XmlElement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What elements of a config file decide about TLS. */
final class Bindings {
  private static final Map<String, Api> ENDPOINTS =
      Map.of(
          "basicHttpBinding", Api.WCF_HTTPS,
          "basicHttpsBinding", Api.WCF_HTTPS,
          "wsHttpBinding", Api.WCF_HTTPS,
          "ws2007HttpBinding", Api.WCF_HTTPS,
          "webHttpBinding", Api.WCF_HTTPS,
          "netTcpBinding", Api.WCF_NET_TCP);

  private Bindings() {}

  static Optional<ApiUse> use(XmlElement e, ConfigTree tree) {
    return switch (e.name()) {
      case "transport", "sslStreamSecurity" ->
          e.attribute("sslProtocols").map(a -> protocols(e, a, tree));
      case "endpoint" -> endpoint(e, tree);
      case "servicePointManager" ->
          isFalse(e, "checkCertificateName").map(a -> validation(e, a.location(), tree));
      case "network" ->
          e.value("enableSsl").equalsIgnoreCase("true")
              ? Optional.of(
                  client(Api.SMTP_CLIENT, "mailSettings/smtp/network", e.location(), tree))
              : Optional.empty();
      case "add" -> connectionString(e, tree);
      default -> Optional.empty();
    };
  }

  private static ApiUse protocols(XmlElement e, XmlElement.Attribute a, ConfigTree tree) {
    String value = a.value().replace(' ', ',').replace('|', ',');
    return use(
        Role.WCF_PROTOCOLS,
        e.name() + "/@sslProtocols",
        Api.WCF_NET_TCP,
        Operation.SET,
        folded(value),
        a.location(),
        tree);
  }

  private static FoldedValue folded(String value) {
    int bits = 0;
    for (String name : value.split(",")) {
      if (!name.isBlank()) {
        var member = ProtocolMembers.parse(name.strip());
        if (member.isEmpty()) {
          return FoldedValue.unknown("'" + name.strip() + "' is no member of SslProtocols");
        }
        bits |= member.get();
      }
    }
    return FoldedValue.of(bits);
  }

  private static Optional<ApiUse> endpoint(XmlElement e, ConfigTree tree) {
    String address = e.value("address").toLowerCase(Locale.ROOT);
    Api api = ENDPOINTS.get(e.value("binding"));
    boolean secure = address.startsWith("https:") || address.startsWith("net.tcp:");
    return api == null || !secure
        ? Optional.empty()
        : Optional.of(client(api, "endpoint/@binding=" + e.value("binding"), e.location(), tree));
  }

  private static Optional<ApiUse> connectionString(XmlElement e, ConfigTree tree) {
    return e.attribute("connectionString")
        .filter(a -> Addresses.isConnectionString(a.value()))
        .map(
            a ->
                use(
                    Role.CONNECTION_STRING,
                    trusts(a.value())
                        ? "SqlConnection.TrustServerCertificate"
                        : "SqlConnection.ConnectionString",
                    Api.SQL_CLIENT,
                    Operation.USE,
                    FoldedValue.unknown("the default in force decides"),
                    a.location(),
                    tree));
  }

  private static boolean trusts(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace(" ", "");
    return lower.contains("trustservercertificate=true")
        || lower.contains("trustservercertificate=yes");
  }

  private static Optional<XmlElement.Attribute> isFalse(XmlElement e, String name) {
    return e.attribute(name).filter(a -> a.value().equalsIgnoreCase("false"));
  }

  private static ApiUse validation(XmlElement e, Location at, ConfigTree tree) {
    return new ApiUse(
        Role.VALIDATION_OFF,
        "servicePointManager/@checkCertificateName",
        Optional.empty(),
        Operation.SET,
        FoldedValue.unknown("no protocol value"),
        false,
        Optional.empty(),
        Phase.UNKNOWN,
        e.name(),
        at,
        tree.text(at).line(at.line()));
  }

  private static ApiUse client(Api api, String member, Location at, ConfigTree tree) {
    return use(
        Role.CLIENT,
        member,
        api,
        Operation.USE,
        FoldedValue.unknown("the default in force decides"),
        at,
        tree);
  }

  private static ApiUse use(
      Role role,
      String member,
      Api api,
      Operation operation,
      FoldedValue value,
      Location at,
      ConfigTree tree) {
    return new ApiUse(
        role,
        member,
        Optional.of(api),
        operation,
        value,
        false,
        Optional.empty(),
        Phase.UNKNOWN,
        "",
        at,
        tree.text(at).line(at.line()));
  }
}
