package io.github.tlslift.model;

import java.util.Arrays;
import java.util.Optional;

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

  private final String id;

  Api(String id) {
    this.id = id;
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
