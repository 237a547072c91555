package io.github.tlslift.dotnet.api;

import io.github.tlslift.model.Destination;
import io.github.tlslift.model.Location;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Addresses in strings: URLs and SQL connection strings; names that only look like one are not. */
public final class Addresses {
  private static final Map<String, Integer> PORTS =
      Map.of("https", 443, "wss", 443, "ftps", 990, "ftp", 21, "ldaps", 636, "net.tcp", 808);
  // Names of namespaces, schemas and documentation: nobody connects to them.
  private static final List<String> NAMES =
      List.of(
          "schemas.",
          "www.w3.org",
          "tempuri.org",
          "purl.org",
          "xmlns.",
          "ns.adobe.com",
          "docs.oasis-open.org",
          "go.microsoft.com",
          "aka.ms",
          "www.apache.org",
          "opensource.org",
          "creativecommons.org",
          "msdn.microsoft.com",
          "docs.microsoft.com",
          "learn.microsoft.com",
          "stackoverflow.com",
          "en.wikipedia.org",
          "json-schema.org");
  private static final int SQL_PORT = 1433;
  private static final int MOST = 400;

  private Addresses() {}

  /** The destination that a string names; empty where it names none. */
  public static Optional<Destination> find(String text, Location location) {
    String bare = text.strip();
    if (isConnectionString(bare)) {
      return sql(bare, location);
    }
    int colon = bare.indexOf("://");
    if (colon < 2 || bare.length() > MOST) {
      return Optional.empty();
    }
    String before = bare.substring(0, colon).toLowerCase(Locale.ROOT);
    String scheme = before.substring(lastBreak(before) + 1);
    Integer port = PORTS.get(scheme);
    return port == null ? Optional.empty() : url(bare.substring(colon + 3), scheme, port, location);
  }

  private static int lastBreak(String text) {
    int i = text.length() - 1;
    while (i >= 0 && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '.')) {
      i--;
    }
    return i;
  }

  private static Optional<Destination> url(
      String rest, String scheme, int defaultPort, Location location) {
    int end = 0;
    while (end < rest.length() && "/?#\\\"' \t\r\n,;<>)".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(0, end);
    String hostPort = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = hostPort.lastIndexOf(':');
    String host = (colon < 0 ? hostPort : hostPort.substring(0, colon)).toLowerCase(Locale.ROOT);
    int port = colon < 0 ? defaultPort : port(hostPort.substring(colon + 1), defaultPort);
    return isHost(host) && !isName(host)
        ? Optional.of(new Destination(host, port, scheme, location))
        : Optional.empty();
  }

  private static int port(String text, int otherwise) {
    try {
      int port = Integer.parseInt(text);
      return port > 0 && port < 65536 ? port : otherwise;
    } catch (NumberFormatException noNumber) {
      return otherwise;
    }
  }

  private static boolean isName(String host) {
    return NAMES.stream().anyMatch(n -> n.endsWith(".") ? host.startsWith(n) : host.equals(n))
        || host.equals("localhost")
        || host.equals("127.0.0.1");
  }

  /** Whether the text can be the name or address of a host. */
  public static boolean isHost(String host) {
    return host.indexOf('.') > 0
        && !host.endsWith(".")
        && host.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-'));
  }

  /** Whether the text is a SQL Server connection string. */
  public static boolean isConnectionString(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean server = lower.contains("data source=") || lower.contains("server=");
    return server
        && lower.indexOf(';') > 0
        && (lower.contains("initial catalog=")
            || lower.contains("database=")
            || lower.contains("integrated security=")
            || lower.contains("user id=")
            || lower.contains("encrypt="))
        && lower.indexOf('<') < 0
        && !lower.contains("uid=root")
        && !lower.contains("provider=microsoft");
  }

  private static Optional<Destination> sql(String text, Location location) {
    for (String pair : text.split(";")) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      if (key.equals("data source") || key.equals("server")) {
        String server = pair.substring(equals + 1).strip().replaceFirst("^tcp:", "");
        String[] hostPort = server.split("[,\\\\]", -1);
        String host = hostPort[0].toLowerCase(Locale.ROOT);
        int port = server.contains(",") ? port(hostPort[1].strip(), SQL_PORT) : SQL_PORT;
        return isHost(host)
            ? Optional.of(new Destination(host, port, "sql", location))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
