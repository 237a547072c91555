package io.github.tlslift.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A way for a program to open a TLS connection; facts R11 says which value each one uses. */
public enum Api {
  HTTP_WEB_REQUEST("HttpWebRequest"),
  WEB_CLIENT("WebClient"),
  HTTP_CLIENT("HttpClient"),
  SSL_STREAM("SslStream"),
  WCF_HTTPS("Wcf.Https"),
  WCF_NET_TCP("Wcf.NetTcp"),
  WCF_TLS_NEGO("Wcf.TlsNego"),
  SMTP_CLIENT("SmtpClient"),
  FTP_WEB_REQUEST("FtpWebRequest"),
  CLIENT_WEB_SOCKET("ClientWebSocket"),
  SQL_CLIENT("SqlClient"),
  LDAP_CONNECTION("LdapConnection"),
  REMOTING_TCP("Remoting.Tcp"),
  INVOKE_WEB_REQUEST("InvokeWebRequest"),
  WIN_HTTP("WinHttp");

  private static final Set<Integer> SMTP = Set.of(25, 465, 587, 2525);
  private static final Set<Integer> FTP = Set.of(21, 990);
  private static final Set<Integer> LDAP = Set.of(389, 636, 3268, 3269);
  private static final int SQL = 1433;
  private static final int HTTPS = 443;

  private final String id;

  Api(String id) {
    this.id = id;
  }

  /**
   * Whether it may be what connects to a port: no mail client calls a web server, and no web client
   * a mail server (IANA Service Name and Transport Protocol Port Number Registry).
   */
  public boolean fits(int port) {
    return switch (this) {
      case SMTP_CLIENT -> SMTP.contains(port);
      case FTP_WEB_REQUEST -> FTP.contains(port);
      case LDAP_CONNECTION -> LDAP.contains(port);
      case SQL_CLIENT -> port == SQL;
      case WCF_NET_TCP, REMOTING_TCP -> port != HTTPS && isFree(port);
      case SSL_STREAM -> true;
      default -> isFree(port);
    };
  }

  private static boolean isFree(int port) {
    return !SMTP.contains(port) && !FTP.contains(port) && !LDAP.contains(port) && port != SQL;
  }

  /** The name in {@code --api}, CSV and JSON. */
  public String id() {
    return id;
  }

  /** The API of an id, whatever its case. */
  public static Optional<Api> parse(String text) {
    return Arrays.stream(values()).filter(a -> a.id.equalsIgnoreCase(text)).findFirst();
  }
}
